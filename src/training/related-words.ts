import { stem } from '../retrieval/natural.js'
import { linesOf, PARTS } from './wordnet.js'

interface Synset {
  readonly words: readonly string[]
  readonly related: readonly {
    readonly symbol: string
    readonly key: string
    readonly from: number
    readonly to: number
  }[]
}

export interface RelatedOptions {
  /** How many senses of a word count: WordNet lists the commonest first. */
  readonly senses: number
  readonly general: boolean
}

/**
 * Compiles which stems may stand in for which: synonyms, derived words ("react", "reaction") and, with `general`, the
 * next more general and more special words.
 *
 * @param wanted stems worth keeping; a pair is kept when both are
 */
export function relatedStems(
  wanted: (stem: string) => boolean,
  { senses: most, general }: RelatedOptions,
): Map<string, Set<string>> {
  const synsets = new Map<string, Synset>()
  for (const part of PARTS) for (const line of linesOf(`data.${part}`)) readSynset(part, line, synsets)
  const pairs = new Map<string, Set<string>>()
  const join = (a: string, b: string): void => {
    const [from, to] = [stem(a), stem(b)]
    if (from === to || !wanted(from) || !wanted(to)) return
    pairs.set(from, (pairs.get(from) ?? new Set()).add(to))
    pairs.set(to, (pairs.get(to) ?? new Set()).add(from))
  }
  for (const part of PARTS) {
    for (const line of linesOf(`index.${part}`)) {
      const [word = '', , count = '0', pointers = '0', ...rest] = line.trim().split(/\s+/)
      if (!SINGLE.test(word) || !wanted(stem(word))) continue
      const tagged = Number(rest[Number(pointers) + 1])
      const senses = rest
        .slice(Number(pointers) + 2)
        .slice(0, Math.min(most, Math.max(1, tagged), Number(count)))
      for (const offset of senses) {
        const synset = synsets.get(part + offset)
        if (synset === undefined) continue
        for (const other of synset.words) if (SINGLE.test(other)) join(word, other)
        for (const { symbol, key, from, to } of synset.related) {
          const target = synsets.get(key)
          const derived = symbol === '+' && synset.words[from - 1] === word
          if (derived) join(word, target?.words[to - 1] ?? word)
          if (general && (symbol === '@' || symbol === '&'))
            for (const other of target?.words ?? []) if (SINGLE.test(other)) join(word, other)
        }
      }
    }
  }
  return pairs
}

const SINGLE = /^[a-z]{3,}$/

/** A line of WordNet's data files: offset, file, part, words with their ids, pointers, a gloss (wndb(5WN)). */
function readSynset(part: string, line: string, synsets: Map<string, Synset>): void {
  const fields = line.slice(0, line.indexOf(' | ')).trim().split(' ')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, at) =>
    (fields[4 + 2 * at] ?? '').replace(/\(.*\)$/, '').toLowerCase(),
  )
  const start = 4 + 2 * count
  const pointers = Number(fields[start] ?? '0')
  const related = Array.from({ length: pointers }, (_, at) => {
    const [symbol = '', offset = '', letter = '', places = '0000'] = fields.slice(start + 1 + 4 * at)
    return {
      symbol,
      key: (PART_OF[letter] ?? part) + offset,
      from: Number.parseInt(places.slice(0, 2), 16),
      to: Number.parseInt(places.slice(2), 16),
    }
  })
  synsets.set(part + (fields[0] ?? ''), { words, related })
}

const PART_OF: Readonly<Record<string, string>> = { n: 'noun', v: 'verb', a: 'adj', s: 'adj', r: 'adv' }
