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
  options: RelatedOptions,
): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>()
  visitRelated(options, (a, b) => {
    const [from, to] = [stem(a), stem(b)]
    if (from === to || !wanted(from) || !wanted(to)) return
    pairs.set(from, (pairs.get(from) ?? new Set()).add(to))
    pairs.set(to, (pairs.get(to) ?? new Set()).add(from))
  })
  return pairs
}

/** @returns from a stem to the words, as dictionaries write them, that may stand in for it */
export function relatedWords(options: RelatedOptions): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>()
  visitRelated(options, (a, b) => {
    if (stem(a) === stem(b)) return
    words.set(stem(a), (words.get(stem(a)) ?? new Set()).add(b))
    words.set(stem(b), (words.get(stem(b)) ?? new Set()).add(a))
  })
  return words
}

/** @returns from a stem to the stems of words that mean the opposite */
export function antonyms(wanted: (stem: string) => boolean): Map<string, Set<string>> {
  const pairs = new Map<string, Set<string>>()
  const synsets = readSynsets()
  for (const { words, related } of synsets.values()) {
    for (const { symbol, key, from, to } of related) {
      if (symbol !== '!') continue
      const [a, b] = [stem(words[from - 1] ?? ''), stem(synsets.get(key)?.words[to - 1] ?? '')]
      if (a !== b && wanted(a) && wanted(b)) pairs.set(a, (pairs.get(a) ?? new Set()).add(b))
    }
  }
  return pairs
}

function readSynsets(): Map<string, Synset> {
  const synsets = new Map<string, Synset>()
  for (const part of PARTS) for (const line of linesOf(`data.${part}`)) readSynset(part, line, synsets)
  return synsets
}

/** Hands over each word of WordNet with each that is related to it. */
function visitRelated(
  { senses: most, general }: RelatedOptions,
  visit: (word: string, other: string) => void,
): void {
  const synsets = readSynsets()
  for (const part of PARTS) {
    for (const line of linesOf(`index.${part}`)) {
      const [word = '', , count = '0', pointers = '0', ...rest] = line.trim().split(/\s+/)
      if (!SINGLE.test(word)) continue
      const tagged = Number(rest[Number(pointers) + 1])
      const senses = rest
        .slice(Number(pointers) + 2)
        .slice(0, Math.min(most, Math.max(1, tagged), Number(count)))
      for (const offset of senses) {
        const synset = synsets.get(part + offset)
        if (synset === undefined) continue
        for (const other of synset.words) if (SINGLE.test(other)) visit(word, other)
        for (const { symbol, key, from, to } of synset.related) {
          const target = synsets.get(key)
          const derived = symbol === '+' && synset.words[from - 1] === word
          if (derived) visit(word, target?.words[to - 1] ?? word)
          if (general && (symbol === '@' || symbol === '&'))
            for (const other of target?.words ?? []) if (SINGLE.test(other)) visit(word, other)
        }
      }
    }
  }
}

const SINGLE = /^[a-z]{3,}$/

/** A line of WordNet's data files: offset, file, part, words with their ids, pointers, a gloss (wndb(5WN)). */
function readSynset(part: string, line: string, synsets: Map<string, Synset>): void {
  const fields = line.slice(0, line.indexOf(' | ')).trim().split(' ')
  const count = Number.parseInt(fields[3] ?? '0', 16)
  const words = Array.from({ length: count }, (_, at) =>
    (fields[4 + 2 * at] ?? '').replace(/\([^()]*\)$/, '').toLowerCase(),
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
