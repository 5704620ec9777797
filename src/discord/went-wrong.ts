import { type Reply, say } from '../reply/reply.js'
import type { Wording } from '../reply/wording/wording.js'

/** What a member hears when an unexpected error kept an answer from them; the log tells the rest. */
export const wentWrong = (wording: Wording): Reply => say(wording.text('went-wrong'))
