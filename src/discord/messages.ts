import { type Client, type Message, MessageType } from 'discord.js'
import { decide, type Heard, type Speaks } from '../answering/decision.js'
import { looksLikeQuestion } from '../answering/looks-like-question.js'
import type { Logger } from '../logger.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import { type Wording, wordingIn, wordingOf } from '../reply/wording/wording.js'
import type { SharedServices } from './command.js'
import { isPlaceClosed } from './place-closed.js'
import { renderMessage } from './render.js'
import { directSurroundings, surroundingsOf } from './surroundings.js'
import { threadName, threadOf } from './thread.js'
import { wentWrong } from './went-wrong.js'

/**
 * Answers a message where it should be: always in direct messages, on a mention in a channel that moderators set, and
 * unasked where they let the bot listen and it is sure.
 *
 * @param waited whether people have had the time that moderators give them to answer first
 * @returns 0 when the message was dealt with, else how many seconds people have before it is to be handed in again; never
 * throws
 */
export async function handleMessage(
  message: Message,
  services: SharedServices,
  log: Logger,
  waited = false,
): Promise<number> {
  const child = log.child({ message: message.id, guild: message.guildId, channel: message.channelId })
  const start = performance.now()
  const heard = hear(message, services)
  const wording = wordingFor(message)
  const silent = (gate: string): 0 => {
    child.debug({ gate }, 'silent')
    return 0
  }
  let asked = false
  try {
    const here = message.inGuild()
      ? await surroundingsOf(message.channel, services)
      : directSurroundings(services.answerer)
    asked = heard.addressed && !heard.byMachine && here.mode !== 'off'
    const decision = await decide(heard, here, async () => (await here.answerer.answer(heard.words)).answer)
    if (!decision.speaks) return silent(decision.gate)
    if (message.inGuild() && !asked) {
      if (here.wait > 0 && !waited) return here.wait
      const { guildId, channelId } = message
      if (!(await services.turns.take(guildId, channelId, Date.now(), here.cooldown * 1000)))
        return silent('cooldown') // another message of the same moment had it
    }
    await send(message, heard, decision, wording)
    child.info({ answer: decision.answer.kind, ms: Math.round(performance.now() - start) }, 'answered')
  } catch (err) {
    const closed = isPlaceClosed(err)
    child[closed ? 'warn' : 'error']({ err }, 'message not answered')
    if (!asked || closed) return 0
    const apology = renderMessage(wentWrong(wording), message.author.id, wording)
    await message.reply({ ...apology, ...once(message) }).catch(() => undefined) // noted above
  }
  return 0
}

/** Reads a message, and remembers which one it replies to. */
function hear(message: Message, { repliedTo }: SharedServices): Heard {
  const { author, mentions, reference } = message
  const byMachine = !isByPerson(message)
  if (!byMachine && reference?.messageId !== undefined && mentions.repliedUser?.id !== author.id)
    repliedTo.add(reference.messageId)
  return {
    words: withoutMention(message),
    byMachine,
    addressed: !message.inGuild() || addressesBot(message),
    toSomebodyElse: reference !== null || mentions.users.size + mentions.roles.size > 0 || mentions.everyone,
    answeredByPerson: repliedTo.has(message.id),
  }
}

/** Answers in the thread of a question or in reply to it, and unasked to no message that is deleted meanwhile. */
async function send(
  message: Message,
  { addressed, words }: Heard,
  { answer, where }: Speaks,
  wording: Wording,
): Promise<void> {
  const rendered = renderMessage(replyToAnswer(answer, wording), message.author.id, wording)
  const thread =
    where === 'thread' && message.inGuild()
      ? await threadOf(message, threadName(wording.text('thread.name'), words)).catch((error: unknown) => {
          if (!addressed) throw error
          return null // who asked gets the answer where they asked
        })
      : null
  if (thread === null) await message.reply({ ...rendered, ...once(message), failIfNotExists: !addressed })
  else await thread.send({ ...rendered, ...once(message) })
}

/** Discord takes one message for a nonce, so a question gets one, even where it said that it had not taken the first. */
const once = ({ id }: Message) => ({ nonce: id, enforceNonce: true })

/** In a server its preferred language, since everyone there reads the answer; in private that of the message. */
const wordingFor = ({ guild, content }: Message): Wording =>
  guild === null ? wordingOf(content) : wordingIn(guild.preferredLocale)

/** Webhooks are no bots to discord.js, and only these two types are written by hand. */
const isByPerson = (message: Message): boolean =>
  !message.author.bot &&
  message.webhookId === null &&
  !message.system &&
  (message.type === MessageType.Default || message.type === MessageType.Reply)

/** A mention in the words, or a question in reply to the bot: never of everyone, nor of a role it has. */
function addressesBot(message: Message): boolean {
  const mentioned = { ignoreEveryone: true, ignoreRoles: true }
  const bot = botOf(message)
  if (message.mentions.has(bot, { ...mentioned, ignoreRepliedUser: true })) return true
  return message.mentions.has(bot, mentioned) && looksLikeQuestion(message.content)
}

const botOf = ({ client }: { client: Client<true> }): Client<true>['user'] => client.user

const withoutMention = (message: Message): string =>
  message.content.replaceAll(new RegExp(`<@!?${botOf(message).id}>`, 'g'), ' ').trim()
