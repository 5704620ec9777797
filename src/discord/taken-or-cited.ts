import type { Reply } from '../reply/reply.js'
import { whereItStands } from '../reply/where-it-stands.js'
import type { Wording } from '../reply/wording/wording.js'
import { failureOf } from './request-failure.js'

/** Sends a reply; where Discord does not take its words, says instead, once, where they stand. */
export async function takenOrCited<Sent>(
  reply: Reply,
  wording: Wording,
  send: (reply: Reply) => Promise<Sent>,
): Promise<Sent> {
  try {
    return await send(reply)
  } catch (error) {
    if (failureOf(error) !== 'words-refused') throw error
    return send(whereItStands(reply, wording))
  }
}
