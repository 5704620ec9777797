import type { Article } from '../article/article.js'
import type { Unaskable } from '../retrieval/question.js'
import type { Repair } from '../retrieval/repair-question.js'
import type { Quote } from './quote.js'
import type { SmallTalk } from './small-talk.js'

export type { Repair }

/** What Verbatim has to say to a question: quotes, or which kind of "no". */
export type Answer = Quoted | NotSaid | OffTopic | NoArticles | NotAQuestion

/** Typing errors that were mended before the search: never silently, so every answer found so carries them. */
interface Searched {
  readonly repairs: readonly Repair[]
  /** How a question that leans on the one before was understood; never silently either. */
  readonly taken?: Taken
}

export type Taken =
  /** As this question; or with the one before, this one. */
  | { readonly how: 'as' | 'with'; readonly question: string }
  /** As asking who says what was quoted, and whether somebody is named. */
  | { readonly how: 'speaker' | 'no-speaker' }

export interface Quoted extends Searched {
  readonly kind: 'quoted'
  /** Made of edition, spans and rule version: same articles, same question, same id. */
  readonly id: string
  /** One to three, the best first. */
  readonly quotes: readonly [Quote, ...Quote[]]
  /** How likely the first quote answers, from 0 to 1. */
  readonly confidence: number
  /** Whether a number was asked for, and the quotes give different ones. */
  readonly numbersDiffer?: boolean
  /** Whether it was asked for all of a kind, which no one sentence has: the quotes were found by rules, without a probability. */
  readonly listed?: boolean
}

/** The articles speak of this, but do not say. */
export interface NotSaid extends Searched {
  readonly kind: 'not-said'
  readonly searched: readonly Article[]
  /** The nearest passage: it does not answer, and is shown as such. */
  readonly nearest: readonly [Quote, ...Quote[]]
  readonly confidence: number
}

/** Nothing in the articles is near the question. */
export interface OffTopic extends Searched {
  readonly kind: 'off-topic'
  readonly searched: readonly Article[]
  readonly confidence: number
}

/** No article is loaded. */
export interface NoArticles {
  readonly kind: 'no-articles'
}

export interface NotAQuestion {
  readonly kind: 'not-a-question'
  readonly reason: Unaskable | SmallTalk
}
