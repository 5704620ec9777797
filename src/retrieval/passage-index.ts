import MiniSearch from 'minisearch'
import type { Article, Paragraph } from '../article/article.js'
import { slice } from '../article/article.js'
import { tokenize } from './tokens.js'

/** A paragraph that shares a term with the question, and how well MiniSearch ranks it. */
export interface PassageHit {
  readonly article: Article
  readonly paragraph: Paragraph
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
  /** How rare a term is: `ln(1 + (N - n + 0.5) / (n + 0.5))` over passages (Robertson and Spärck Jones); more is rarer. */
  rarity(term: string): number
}

/** Words of five letters or more that no article has may be typing errors; for all words fuzzy costs 7 to 9 points. */
const SHORTEST_FUZZY = 5

/**
 * Indexes passages: one document a paragraph, with its section's heading and its article's title.
 *
 * Time and memory grow linearly: about 0.6 s and 11 MB for 1,000 passages.
 */
export function createPassageIndex(articles: readonly Article[]): PassageIndex {
  const passages = articles.flatMap((article) =>
    article.sections.flatMap(({ heading, paragraphs }) =>
      paragraphs.map((paragraph) => ({ article, heading: heading ?? '', paragraph })),
    ),
  )
  const documentCounts = new Map<string, number>()
  const index = new MiniSearch<{ id: number; text: string; heading: string; title: string }>({
    fields: ['text', 'heading', 'title'],
    tokenize: contentTermsOf,
    processTerm: (term) => term, // `tokenize` folded, stemmed and dropped words already
    searchOptions: { boost: { heading: 0.6, title: 0.5 } },
  })
  passages.forEach(({ article, heading, paragraph }, id) => {
    const text = slice(article.text, paragraph.span)
    index.add({ id, text, heading, title: article.title })
    for (const term of new Set(contentTermsOf(text)))
      documentCounts.set(term, (documentCounts.get(term) ?? 0) + 1)
  })

  return {
    search(terms, limit, within) {
      const query = terms.map((term) => ({
        queries: [term],
        tokenize: (words: string) => [words],
        fuzzy: term.length >= SHORTEST_FUZZY && !documentCounts.has(term) ? 1 : false,
      }))
      const found = index.search(
        { combineWith: 'OR', queries: query },
        within === undefined ? {} : { filter: ({ id }) => within.has(passages[id]?.article.id ?? '') },
      )
      return found.slice(0, limit).flatMap(({ id, score }) => {
        const passage = passages[id]
        return passage === undefined
          ? []
          : [{ article: passage.article, paragraph: passage.paragraph, score }]
      })
    },
    rarity(term) {
      const n = documentCounts.get(term) ?? 0
      return Math.log(1 + (passages.length - n + 0.5) / (n + 0.5))
    },
  }
}

const contentTermsOf = (text: string): string[] =>
  tokenize(text)
    .filter(({ content }) => content)
    .map(({ term }) => term)
