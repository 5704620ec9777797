import type { Article } from '../article/article.js'
import type { Answered, Answerer } from './answerer.js'

/** An `Answerer` that may work elsewhere, so that a question which costs much holds up nothing else. */
export interface Answering {
  readonly articles: readonly Article[]
  /** How sure an answer to somebody who asked must be here, from 0 to 1; `THRESHOLDS.asked` where left out. */
  readonly asked?: number
  /**
   * As `Answerer.answer`; of the candidates, perhaps only the best.
   *
   * @throws GivenUp where the answer would cost too much, or too many wait for theirs
   */
  answer(...question: Parameters<Answerer['answer']>): Promise<Answered>
}

/** A question that is left without an answer, so that others get theirs. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp'
  readonly reason: 'too-costly' | 'too-busy'

  constructor(reason: 'too-costly' | 'too-busy') {
    super(`a question was given up: ${reason}`)
    this.reason = reason
  }
}

/** Answers in the thread that asks. */
export function inThisThread(answerer: Answerer): Answering {
  warmUp(answerer)
  return {
    articles: answerer.articles,
    answer: async (...question) => answerer.answer(...question),
  }
}

/** A word with a typing error, which needs all that is made when it is first needed: the index, and the words' forms. */
const MISSPELT = 'recentlly?'
/** Characters; those of a shorter article are made while a question waits. */
const LONG = 50_000

/** Has made now what the first question would wait for. */
export function warmUp({ answer, articles }: Answerer): void {
  answer(MISSPELT)
  for (const { id, text } of articles) if (text.length > LONG) answer(MISSPELT, new Set([id]))
}
