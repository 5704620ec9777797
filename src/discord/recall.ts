import type { ButtonInteraction, Message } from 'discord.js'
import { THRESHOLDS } from '../answering/confidence.js'
import type { Topic } from '../answering/follow-up.js'
import type { Logger } from '../logger.js'
import type { Services } from './command.js'
import { hear } from './heard.js'
import { isOutOfReach } from './request-failure.js'
import { rulesIn } from './rules.js'
import { type Memory, topicFor } from './topic.js'

/** A question that was answered, as it is found again when a button under its answer is pressed. */
export interface RecalledQuestion {
  readonly words: string
  /** What was talked about before it. */
  readonly topic: Topic
  /** The id of the article it was put to; null for all. */
  readonly article: string | null
  /** Whether somebody asked, or the bot spoke unasked; and how sure it must be there to do so, from 0 to 1. */
  readonly addressed: boolean
  readonly threshold: number
}

/** @returns what a button under the answer to a message, or to a command's call, carries to name the question */
export const inMessage = ({ id }: Pick<Message, 'id'>): string => `m${id}`
export const inCall = (id: string): string => `c${id}`

/** @returns the id of the message that holds a question so named; null where none does, or the name is forged */
export const messageNamed = (question = ''): string | null => /^m(\d{15,20})$/.exec(question)?.[1] ?? null

/**
 * Finds a question again: what a command asked where that was kept, and what a message asks in the message itself, as it
 * stands now. The name is not trusted: a message must stand where the button does, and what was asked in private is its
 * asker's.
 */
export async function recall(
  question: string,
  interaction: ButtonInteraction,
  services: Services,
  log: Logger,
): Promise<RecalledQuestion | null> {
  const { channel, user } = interaction
  const rules =
    channel === null || channel.isDMBased() ? THRESHOLDS : await rulesIn(channel, services.channels)
  const call = /^c(\d{15,20})$/.exec(question)?.[1]
  if (call !== undefined) {
    const asked = services.asked.recall(call)
    if (asked === null || (asked.only !== null && asked.only !== user.id)) return null
    return { ...asked, addressed: true, threshold: rules.asked }
  }
  const message = await findMessage(messageNamed(question), interaction)
  if (message === null) return null
  const { words, byMachine, addressed } = hear(message, services.repliedTo)
  if (byMachine || words === '') return null // its words may be hidden from us by now
  const memory: Memory = { articles: services.answerer.articles, asked: services.asked }
  return {
    words,
    topic: await topicFor(message, { words, addressed }, memory, log),
    article: null,
    addressed,
    threshold: addressed ? rules.asked : rules.unasked,
  }
}

/** In the channel of the button; or the message from which its thread was opened, which has the thread's id. */
async function findMessage(id: string | null, { channel }: ButtonInteraction): Promise<Message | null> {
  if (id === null || channel === null) return null
  try {
    if (channel.isThread() && channel.id === id) return await channel.fetchStarterMessage()
    return await channel.messages.fetch(id)
  } catch (error) {
    if (isOutOfReach(error)) return null
    throw error
  }
}
