import type { Article } from '../article/article.js'
import type { Answered, Answerer } from './answerer.js'

/** An `Answerer` that may work elsewhere, so that a question which costs much holds up nothing else. */
export interface Answering {
  readonly articles: readonly Article[]
  /** As `Answerer.answer`. */
  answer(...question: Parameters<Answerer['answer']>): Promise<Answered>
}

/** Answers in the thread that asks. */
export const inThisThread = (answerer: Answerer): Answering => ({
  articles: answerer.articles,
  answer: async (...question) => answerer.answer(...question),
})
