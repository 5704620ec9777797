import { type Quote, quote } from '../answering/quote.js'
import type { Article } from '../article/article.js'

/** @returns where a quote stands, short enough for a button to carry */
export const writePlace = ({ citation: { article }, span: { start, end } }: Quote): string =>
  `${article.edition}.${start}.${end}`

/** @returns the quote that stands at a place a button carries; null where it stands there no longer, or never did */
export function readPlace(place: string, articles: readonly Article[]): Quote | null {
  const [, edition, start, end] = /^([^.]+)\.(\d{1,9})\.(\d{1,9})$/.exec(place) ?? []
  const article = articles.find((candidate) => candidate.edition === edition)
  if (article === undefined) return null
  try {
    return quote(article, { start: Number(start), end: Number(end) })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
