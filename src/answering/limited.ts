import type { Answering } from './answering.js'

/** What moderators allow in a place. */
export interface Limits {
  /** The ids of the articles that may be quoted; null for all. */
  readonly articles: ReadonlySet<string> | null
  /** How sure an answer to somebody who asked must be, from 0 to 1. */
  readonly asked: number
}

/** @returns the answerer as it is in a place: articles that are not allowed there are as good as not loaded */
export function limited(answerer: Answering, { articles, asked }: Limits): Answering {
  const allows = (id: string): boolean => articles === null || articles.has(id)
  return {
    articles: answerer.articles.filter(({ id }) => allows(id)),
    asked,
    answer: (words, within = articles ?? undefined) =>
      answerer.answer(words, within && new Set([...within].filter(allows)), asked),
  }
}
