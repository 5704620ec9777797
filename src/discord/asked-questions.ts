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
  /** @param member Discord's id of who asked, who may have it forgotten */
  keep(call: string, asked: AskedQuestion, member: string): void
  recall(call: string): AskedQuestion | null
  /** Forgets what a member asked. @returns how many questions that were */
  forget(member: string): number
}

export const TEN_MINUTES = 600_000
const MOST_KEPT = 5000

export function createAskedQuestions(): AskedQuestions {
  const kept = new Map<string, AskedQuestion & { readonly member: string }>()
  return {
    keep(call, asked, member) {
      kept.set(call, { ...asked, member })
      const [oldest] = kept.size > MOST_KEPT ? kept.keys() : []
      if (oldest !== undefined) kept.delete(oldest)
      setTimeout(() => kept.delete(call), TEN_MINUTES).unref()
    },
    recall: (call) => kept.get(call) ?? null,
    forget(member) {
      const theirs = [...kept].filter(([, asked]) => asked.member === member)
      for (const [call] of theirs) kept.delete(call)
      return theirs.length
    },
  }
}
