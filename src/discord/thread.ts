import { type AnyThreadChannel, DiscordAPIError, type Message } from 'discord.js'
import { shortened } from '../reply/shortened.js'

/** Discord's limit for a thread's name, in UTF-16 units. */
const MAX_NAME = 100

/**
 * @param what a neutral word for what the thread holds
 * @param question as it was written
 * @returns a thread's name. Discord shows it as it stands: mentions and emoji would be numbers, and a spoiler told
 */
export function threadName(what: string, question: string): string {
  const plain = question
    .replace(/\|\|[^|]*\|\|/g, '…')
    .replace(/<(?:[@#:/]|a:|t:|id:)[^<>]+>/g, ' ')
    .replace(/[\s\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
    .trim()
  return shortened(plain === '' ? what : `${what}: ${plain}`, MAX_NAME)
}

/**
 * Opens a thread from a message, or takes the one that somebody opened before.
 *
 * @throws DiscordAPIError when Discord refuses it
 */
export async function threadOf(message: Message<true>, name: string): Promise<AnyThreadChannel> {
  try {
    return await message.startThread({ name })
  } catch (error) {
    if (!hasThread(error)) throw error
    const thread = await message.guild.channels.fetch(message.id) // a thread has the id of the message it began with
    if (thread?.isThread() !== true) throw error
    return thread
  }
}

const THREAD_EXISTS = 160_004

/** Discord's refusal, or that of discord.js where the message says so itself. */
const hasThread = (error: unknown): boolean =>
  (error instanceof DiscordAPIError && error.code === THREAD_EXISTS) ||
  (error instanceof Error && 'code' in error && error.code === 'MessageExistingThread')
