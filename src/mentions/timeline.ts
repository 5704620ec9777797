import type { Article, Span } from '../article/article.js'
import { findDates, type StatedDate } from './dates.js'
import { isEnglish } from './english.js'
import { perArticle } from './per-article.js'

/** A sentence that states a date. */
export interface DatedStatement {
  readonly sentence: Span
  /** The words that state dates in it, in order; never empty. */
  readonly dates: readonly Span[]
  /** Puts statements in order, those of several articles too; never shown. */
  readonly order: number
}

/** @returns the sentences that state a date, the earliest first; those of one date as they stand in the article */
export const timelineOf: (article: Article) => readonly DatedStatement[] = perArticle((article) => {
  if (!isEnglish(article)) return []
  const statements: DatedStatement[] = []
  for (const { sentences } of article.paragraphs) {
    let before: StatedDate | null = null
    for (const sentence of sentences) {
      const dates = findDates(article.text, sentence, { before, published: article.source?.published })
      const [first] = dates
      if (first === undefined) continue
      before = dates.at(-1) ?? before
      statements.push({ sentence, dates: dates.map(({ span }) => span), order: first.order })
    }
  }
  return statements.sort((a, b) => a.order - b.order)
})
