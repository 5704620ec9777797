/** Packs what WordNet knows, for the speller and the bridges: `node dist/src/training/write-known-words.js`. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import background from '../retrieval/background.json' with { type: 'json' }
import { packWords } from '../retrieval/word-filter.js'
import { relatedStems } from './related-words.js'
import { taggedStems, wordNetStems } from './wordnet.js'

const SOURCE = path.resolve(import.meta.dirname, '../../../src/retrieval')
const data = 'stems of the single words of Princeton WordNet 3.1'
write('known-words.json', { data, ...packWords(wordNetStems()) })
const common = new Set([
  ...taggedStems(),
  ...Object.values(background.stems).flatMap((stems) => stems.split(' ')),
])
const lines = [...relatedStems((term) => common.has(term), true)].map(
  ([term, others]) => `${term} ${[...others].sort().join(' ')}`,
)
write('thesaurus.json', { data, lines: lines.sort(byKey).join('\n') })

function byKey(a: string, b: string): number {
  return (a.split(' ')[0] ?? '') < (b.split(' ')[0] ?? '') ? -1 : 1
}

function write(file: string, contents: object): void {
  writeFileSync(path.join(SOURCE, file), `${JSON.stringify(contents, null, 2)}\n`)
}
