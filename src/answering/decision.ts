import type { Answer } from './answer.js'
import { THRESHOLDS } from './confidence.js'
import { looksLikeQuestion } from './looks-like-question.js'

/**
 * When the bot speaks in a place. `off`: never; `mention`: when it is mentioned; the others also unasked, to what looks
 * like a question, above the unasked threshold: `questions`; `confident`, above a still higher one; `thread`, in a
 * thread of the question.
 */
export type Mode = 'off' | 'mention' | 'questions' | 'confident' | 'thread'

/** A message in a place where others listen too. */
export interface Heard {
  readonly words: string
  /** Whether a bot, a webhook or the platform itself wrote it. */
  readonly byMachine: boolean
  /** Whether it mentions the bot, or asks in reply to it. */
  readonly addressed: boolean
  /** Whether it answers or mentions somebody else. */
  readonly toSomebodyElse: boolean
  /** Whether somebody else has replied to it. */
  readonly answeredByPerson: boolean
}

/** What holds where a message was written. */
export interface Place {
  readonly mode: Mode
  /** How sure an unasked answer must be, from 0 to 1. */
  readonly unasked: number
  /** Seconds until the bot may speak unasked again. */
  readonly cooldownLeft: number
  /** Whether answers belong into a thread of the question. */
  readonly inThread: boolean
  /** Permissions the bot lacks to answer at all. */
  readonly lacks: readonly string[]
  /** Those it lacks to answer in a thread of the question. */
  readonly lacksForThread: readonly string[]
}

/** What keeps the bot from speaking; of several, the first in this order. */
export type Gate =
  | 'bot-author'
  | 'mode'
  | 'missing-permission'
  | 'said-to-somebody-else'
  | 'not-a-question'
  | 'answered-by-a-person'
  | 'cooldown'
  | 'article-does-not-say'
  | 'below-unasked-threshold'

export type Decision = Speaks | Silent

export interface Speaks {
  readonly speaks: true
  readonly answer: Answer
  readonly where: 'channel' | 'thread'
}

export interface Silent {
  readonly speaks: false
  readonly gate: Gate
  /** What the articles say to it; null where a gate was shut before they were asked. */
  readonly answer: Answer | null
}

/**
 * Decides whether to speak to a message: always to who addressed the bot, where it may speak at all; unasked only when
 * sure.
 *
 * @param answer what the articles say to it; asked for only when no earlier gate is shut
 */
export async function decide(
  heard: Heard,
  place: Place,
  answer: () => Answer | Promise<Answer>,
): Promise<Decision> {
  const gate = gateBeforeAnswer(heard, place)
  if (gate !== null) return { speaks: false, gate, answer: null }
  const found = await answer()
  const shut = heard.addressed ? null : gateAfterAnswer(found, place)
  if (shut !== null) return { speaks: false, gate: shut, answer: found }
  // What quotes nothing is short; and who asked is not kept waiting for a thread that cannot be opened.
  const quotes = found.kind === 'quoted' || found.kind === 'not-said'
  const threaded = place.inThread && place.lacksForThread.length === 0 && quotes
  return { speaks: true, answer: found, where: threaded ? 'thread' : 'channel' }
}

function gateBeforeAnswer(heard: Heard, { mode, lacks, ...place }: Place): Gate | null {
  if (heard.byMachine) return 'bot-author'
  if (mode === 'off' || (mode === 'mention' && !heard.addressed)) return 'mode'
  if (lacks.length > 0) return 'missing-permission'
  if (heard.addressed) return null
  if (place.inThread && place.lacksForThread.length > 0) return 'missing-permission'
  if (heard.toSomebodyElse) return 'said-to-somebody-else'
  if (!looksLikeQuestion(heard.words)) return 'not-a-question'
  if (heard.answeredByPerson) return 'answered-by-a-person'
  return place.cooldownLeft > 0 ? 'cooldown' : null
}

function gateAfterAnswer(answer: Answer, { unasked }: Place): Gate | null {
  if (answer.kind !== 'quoted') return 'article-does-not-say'
  return answer.confidence < unasked ? 'below-unasked-threshold' : null
}

/**
 * @param set the threshold that moderators set, null for ours
 * @returns how sure an unasked answer must be in a mode; `confident` never takes less than its own threshold
 */
export const unaskedThreshold = (mode: Mode, set: number | null): number =>
  Math.max(set ?? THRESHOLDS.unasked, mode === 'confident' ? THRESHOLDS.confident : 0)
