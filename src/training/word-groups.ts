import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { termOf } from '../retrieval/tokens.js'

/** Which terms say the same as which, and which are said with them. */
export interface WordGroups {
  readonly same: ReadonlyMap<string, ReadonlySet<string>>
  readonly loose: ReadonlyMap<string, ReadonlySet<string>>
}

const FOLDER = path.resolve(import.meta.dirname, '../../../src/training/word-groups')

/**
 * Reads what reporters and readers say for one another, written by hand for this project as general English: a line is a
 * group of words across parts of speech, and behind "|" words that often answer or imply it. WordNet hardly joins "killing"
 * to "deadly".
 */
export function readWordGroups(): WordGroups {
  const same = new Map<string, Set<string>>()
  const loose = new Map<string, Set<string>>()
  const join = (pairs: Map<string, Set<string>>, from: string, to: string): void => {
    if (from !== to) pairs.set(from, (pairs.get(from) ?? new Set()).add(to))
  }
  for (const file of readdirSync(FOLDER).sort()) {
    for (const line of readFileSync(path.join(FOLDER, file), 'utf8').trim().split('\n')) {
      const [group = [], implied = []] = line.split('|').map((words) => words.trim().split(/\s+/).map(termOf))
      for (const term of group) {
        for (const other of group) join(same, term, other)
        for (const other of implied) {
          join(loose, term, other)
          join(loose, other, term)
        }
      }
    }
  }
  return { same, loose }
}
