import type { Topic } from '../answering/follow-up.js'

/** A question that was asked by a command. */
export interface AskedQuestion {
  /** As it was typed. */
  readonly words: string
  /** What was talked about before it. */
  readonly topic: Topic
  /** The id of the article it was put to; null for all. */
  readonly article: string | null
  /** Discord's id of the member who alone sees the answer; null where everybody there does. */
  readonly only: string | null
}

/**
 * What members asked by commands in the last ten minutes, under the id of the call: Discord shows a message's words again,
 * but no command's. In memory alone, never logged, and gone with the process.
 */
export interface AskedQuestions {
  keep(call: string, asked: AskedQuestion): void
  recall(call: string): AskedQuestion | null
}

export const TEN_MINUTES = 600_000
const MOST_KEPT = 500

export function createAskedQuestions(): AskedQuestions {
  const kept = new Map<string, AskedQuestion>()
  return {
    keep(call, asked) {
      kept.set(call, asked)
      const [oldest] = kept.size > MOST_KEPT ? kept.keys() : []
      if (oldest !== undefined) kept.delete(oldest)
      setTimeout(() => kept.delete(call), TEN_MINUTES).unref()
    },
    recall: (call) => kept.get(call) ?? null,
  }
}
