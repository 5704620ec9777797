import { type Message, MessageType } from 'discord.js'
import type { Heard } from '../answering/decision.js'
import { looksLikeQuestion } from '../answering/looks-like-question.js'
import type { RecentIds } from './recent-ids.js'

/**
 * Reads a message, and remembers which one it replies to.
 *
 * @param repliedTo messages that somebody other than their author has replied to
 */
export function hear(message: Message, repliedTo: RecentIds): Heard {
  const { author, client, mentions, reference } = message
  const byMachine = !isByPerson(message)
  if (!byMachine && reference?.messageId !== undefined && mentions.repliedUser?.id !== author.id)
    repliedTo.add(reference.messageId)
  return {
    words: withoutMention(message.content, client.user.id),
    byMachine,
    addressed: !message.inGuild() || addressesBot(message),
    toSomebodyElse: reference !== null || mentions.users.size + mentions.roles.size > 0 || mentions.everyone,
    answeredByPerson: repliedTo.has(message.id),
  }
}

/** @returns a text as a message that a member would write in a channel, in reply to nobody */
export const hearText = (text: string, bot: string): Heard => ({
  words: withoutMention(text, bot),
  byMachine: false,
  addressed: mentionOf(bot).test(text),
  toSomebodyElse: /<@[!&]?\d+>|@everyone|@here/.test(withoutMention(text, bot)),
  answeredByPerson: false,
})

/** Webhooks are no bots to discord.js, and only these two types are written by hand. */
const isByPerson = (message: Message): boolean =>
  !message.author.bot &&
  message.webhookId === null &&
  !message.system &&
  (message.type === MessageType.Default || message.type === MessageType.Reply)

/** A mention in the words, or a question in reply to the bot: never of everyone, nor of a role it has. */
function addressesBot({ client, content, mentions }: Message): boolean {
  const mentioned = { ignoreEveryone: true, ignoreRoles: true }
  if (mentions.has(client.user, { ...mentioned, ignoreRepliedUser: true })) return true
  return mentions.has(client.user, mentioned) && looksLikeQuestion(content)
}

const mentionOf = (id: string): RegExp => new RegExp(`<@!?${id}>`, 'g')

/** @returns a message's words without the bot's mention, and without a server's own emoji: its name would be searched for */
export const withoutMention = (words: string, bot: string): string =>
  words.replaceAll(mentionOf(bot), ' ').replaceAll(OWN_EMOJI, ' ').trim()

const OWN_EMOJI = /<a?:\w{2,32}:\d{15,20}>/g
