/** Packs the words English knows for the speller: `node dist/src/training/write-known-words.js`. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { packWords } from '../retrieval/word-filter.js'
import { wordNetStems } from './wordnet.js'

const file = path.resolve(import.meta.dirname, '../../../src/retrieval/known-words.json')
const data = 'stems of the single words of Princeton WordNet 3.1'
writeFileSync(file, `${JSON.stringify({ data, ...packWords(wordNetStems()) }, null, 2)}\n`)
