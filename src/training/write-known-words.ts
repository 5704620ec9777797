/** Packs what WordNet knows, for the speller and the bridges: `node dist/src/training/write-known-words.js`. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import background from '../retrieval/background.json' with { type: 'json' }
import { packWords } from '../retrieval/word-filter.js'
import vectors from '../retrieval/word-vectors.json' with { type: 'json' }
import { relatedStems } from './related-words.js'
import { taggedStems, wordNetStems } from './wordnet.js'

const SOURCE = path.resolve(import.meta.dirname, '../../../src/retrieval')
const data = 'stems of the single words of Princeton WordNet 3.1'
write('known-words.json', { data, ...packWords(wordNetStems(), 12) })
const common = new Set([
  ...taggedStems(),
  ...Object.values(background.stems).flatMap((stems) => stems.split(' ')),
])
// A word rarer than those that have a vector is asked too seldom to be worth the room.
const known = new Set(vectors.terms.split(' '))
const wanted = (term: string): boolean => common.has(term) && known.has(term)
write('thesaurus.json', { data, related: linesOfPairs(relatedStems(wanted, { senses: 2, general: false })) })

/** Lines in alphabetical order of their first word. */
function linesOfPairs(pairs: ReadonlyMap<string, ReadonlySet<string>>): string {
  return [...pairs]
    .map(([term, others]) => [term, ...[...others].sort()])
    .sort(([a = ''], [b = '']) => (a < b ? -1 : 1))
    .map((line) => line.join(' '))
    .join('\n')
}

function write(file: string, contents: object): void {
  writeFileSync(path.join(SOURCE, file), `${JSON.stringify(contents, null, 2)}\n`)
}
