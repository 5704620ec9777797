import MiniSearch from 'minisearch'
import type { IndexedPassage } from './indexed-passage.js'

/** A paragraph that shares a term with the question, and how well MiniSearch ranks it. */
export interface PassageHit {
  readonly passage: IndexedPassage
  /** MiniSearch's score (BM25+ summed over terms, times the number of terms matched): more is better, from 0. */
  readonly score: number
}

export interface PassageIndex {
  /**
   * @param terms content terms of a guarded question
   * @param articles the ids to search in; all where left out
   * @returns at most `limit` passages, best first
   */
  search(terms: readonly string[], limit: number, articles?: ReadonlySet<string>): PassageHit[]
}

/**
 * Indexes passages: one document a paragraph, with its section's heading and its article's title.
 *
 * Time and memory grow linearly: about 0.6 s and 11 MB for 1,000 passages.
 *
 * @param termsOf a passage's content terms, folded and stemmed, parted by blanks
 */
export function createPassageIndex(
  passages: readonly IndexedPassage[],
  termsOf: (passage: IndexedPassage) => { text: string; heading: string; title: string },
): PassageIndex {
  const index = new MiniSearch<{ id: number; text: string; heading: string; title: string }>({
    fields: ['text', 'heading', 'title'],
    tokenize: (terms) => terms.split(' '),
    processTerm: (term) => term, // the passages come folded and stemmed, without function words
    searchOptions: { boost: { heading: 0.6, title: 0.5 } },
  })
  index.addAll(passages.map((passage, id) => ({ id, ...termsOf(passage) })))

  return {
    search(terms, limit, within) {
      // Terms no article has are repaired before they come here: fuzzy search for them all costs 7 to 9 points.
      const found = index.search(
        {
          combineWith: 'OR',
          queries: terms.map((term) => ({ queries: [term], tokenize: (words: string) => [words] })),
        },
        within === undefined ? {} : { filter: ({ id }) => within.has(passages[id]?.article.id ?? '') },
      )
      return found.slice(0, limit).flatMap(({ id, score }) => {
        const passage = passages[id]
        return passage === undefined ? [] : [{ passage, score }]
      })
    },
  }
}
