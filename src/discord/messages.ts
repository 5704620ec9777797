import { type Client, type Message, MessageType } from 'discord.js'
import type { Answer } from '../answering/answer.js'
import { THRESHOLDS } from '../answering/confidence.js'
import { decide } from '../answering/decision.js'
import { looksLikeQuestion } from '../answering/looks-like-question.js'
import type { Logger } from '../logger.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import { type Wording, wordingIn, wordingOf } from '../reply/wording/wording.js'
import type { ChannelMode } from '../store/store.js'
import type { SharedServices } from './command.js'
import { renderMessage } from './render.js'
import { wentWrong } from './went-wrong.js'

/**
 * Answers a message where it should be: always in direct messages, on a mention in a channel that moderators set, and
 * unasked where they let the bot listen and it is sure.
 *
 * @returns after the message was dealt with; never throws
 */
export async function handleMessage(message: Message, services: SharedServices, log: Logger): Promise<void> {
  if (!isByPerson(message)) return
  const child = log.child({ message: message.id, guild: message.guildId, channel: message.channelId })
  const wording = wordingFor(message)
  let asked = false
  try {
    const start = performance.now()
    const mode = message.inGuild() ? await modeIn(message, services) : null
    if (mode === 'off') return
    asked = mode === null || addressesBot(message)
    const answer = asked
      ? answerTo(message, services)
      : overhear(message, mode === 'questions', services, child)
    if (answer === null) return
    await message.reply(renderMessage(replyToAnswer(answer, wording), message.author.id, wording))
    child.info({ answer: answer.kind, ms: Math.round(performance.now() - start) }, 'answered')
  } catch (err) {
    child.error({ err }, 'message not answered')
    if (!asked) return
    const apology = renderMessage(wentWrong(wording), message.author.id, wording)
    await message.reply(apology).catch(() => undefined) // noted above
  }
}

/** In a server its preferred language, since everyone there reads the answer; in private that of the message. */
const wordingFor = ({ guild, content }: Message): Wording =>
  guild === null ? wordingOf(content) : wordingIn(guild.preferredLocale)

/** Webhooks are no bots to discord.js, and only these two types are written by hand. */
const isByPerson = (message: Message): boolean =>
  !message.author.bot &&
  message.webhookId === null &&
  !message.system &&
  (message.type === MessageType.Default || message.type === MessageType.Reply)

function answerTo(message: Message, { answerer }: SharedServices): Answer {
  return answerer.answer(withoutMention(message)).answer
}

/** A thread's own mode, or that of the channel it stands in. */
async function modeIn(
  { channel, guildId }: Message<true>,
  { channels }: SharedServices,
): Promise<ChannelMode> {
  const parent = channel.isThread() ? channel.parentId : null
  const { mode } = await channels.find(guildId, parent === null ? [channel.id] : [channel.id, parent])
  return mode ?? 'off'
}

/** Answers a message nobody addressed to the bot, where it is sure; else null. */
function overhear(
  message: Message,
  listening: boolean,
  services: SharedServices,
  log: Logger,
): Answer | null {
  let answer: Answer | null = null
  const find = (): Answer => {
    answer = answerTo(message, services)
    return answer
  }
  const { content: words, reference, mentions } = message
  const decision = decide(
    {
      words,
      byMachine: false, // `handleMessage` let none through
      toSomebodyElse: reference !== null || mentions.users.size > 0 || mentions.everyone,
      listening,
    },
    find,
    THRESHOLDS,
  )
  if (decision.speaks) return answer
  log.debug({ gate: decision.gate }, 'silent')
  return null
}

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
