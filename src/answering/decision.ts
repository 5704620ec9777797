import type { Answer, Thresholds } from './answer.js'
import { looksLikeQuestion } from './looks-like-question.js'

/** What a message nobody addressed to the bot is, as far as speaking goes. */
export interface Overheard {
  readonly words: string
  /** Whether a bot or a webhook wrote it. */
  readonly byMachine: boolean
  /** Whether it answers or mentions somebody else. */
  readonly toSomebodyElse: boolean
  /** Whether moderators let the bot listen for questions here. */
  readonly listening: boolean
}

/** What stops the bot from speaking unasked; the first that applies. */
export type Gate =
  | 'written by a bot'
  | 'not listening here'
  | 'said to somebody else'
  | 'not a question'
  | 'the article does not say'
  | 'not sure enough'

/** Whether the bot speaks to an overheard message; where not, which gate stopped it. */
export type Decision = { readonly speaks: true } | { readonly speaks: false; readonly gate: Gate }

/**
 * Decides whether to speak unasked: silent unless sure.
 *
 * @param answer what the articles say to it; asked for only when no earlier gate is shut
 */
export function decide(overheard: Overheard, answer: () => Answer, thresholds: Thresholds): Decision {
  if (overheard.byMachine) return stopped('written by a bot')
  if (!overheard.listening) return stopped('not listening here')
  if (overheard.toSomebodyElse) return stopped('said to somebody else')
  if (!looksLikeQuestion(overheard.words)) return stopped('not a question')
  const found = answer()
  if (found.kind !== 'quoted') return stopped('the article does not say')
  return found.confidence < thresholds.unasked ? stopped('not sure enough') : { speaks: true }
}

const stopped = (gate: Gate): Decision => ({ speaks: false, gate })
