import { GivenUp } from '../answering/answering.js'
import { type Reply, say } from '../reply/reply.js'
import type { Wording } from '../reply/wording/wording.js'
import { TooMuch } from './limits.js'

/** A request that is not dealt with, so that others are: no error. */
export interface RefusedForNow {
  /** What who asked is told; null where silence is better. */
  readonly words: Reply | null
}

/** @returns whether an error means that a request was not dealt with, so that others are */
export const isRefusedForNow = (error: unknown): boolean =>
  error instanceof GivenUp || error instanceof TooMuch

/** @returns what an error means that is such a refusal; null for any other */
export function refusedForNow(error: unknown, wording: Wording): RefusedForNow | null {
  if (error instanceof GivenUp) return { words: say(wording.text(`refused.${error.reason}`)) }
  if (!(error instanceof TooMuch)) return null
  return { words: error.tell ? say(wording.text('refused.too-much', { count: error.seconds })) : null }
}
