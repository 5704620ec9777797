import type { IndexedPassage } from './indexed-passage.js'

/** How common terms are in what is searched. */
export interface TermStatistics {
  readonly sentences: number
  readonly passages: number
  /** Mean lengths in content tokens. */
  readonly sentenceLength: number
  readonly passageLength: number
  /** @returns in how many sentences a term stands */
  inSentences(term: number): number
  /** @returns in how many passages a term stands */
  inPassages(term: number): number
}

export function countTerms(passages: readonly IndexedPassage[]): TermStatistics {
  const inSentences = new Map<number, number>()
  const inPassages = new Map<number, number>()
  let sentences = 0
  let length = 0
  for (const passage of passages) {
    const seen = new Set<number>()
    for (const { terms } of passage.sentences) {
      for (const term of new Set(terms)) {
        inSentences.set(term, (inSentences.get(term) ?? 0) + 1)
        seen.add(term)
      }
    }
    for (const term of seen) inPassages.set(term, (inPassages.get(term) ?? 0) + 1)
    sentences += passage.sentences.length
    length += passage.length
  }
  return {
    sentences,
    passages: passages.length,
    sentenceLength: length / Math.max(1, sentences),
    passageLength: length / Math.max(1, passages.length),
    inSentences: (term) => inSentences.get(term) ?? 0,
    inPassages: (term) => inPassages.get(term) ?? 0,
  }
}

/**
 * How rare something is that stands in `n` of `all`: `ln(1 + (all - n + 0.5) / (n + 0.5))`, above 0 (Robertson and
 * Spärck Jones 1976, as BM25 implementations smooth it).
 */
export const rarity = (n: number, all: number): number => Math.log(1 + (all - n + 0.5) / (n + 0.5))
