import { type Client, type Message, MessageType } from 'discord.js'
import type { Answer } from '../answering/answer.js'
import { THRESHOLDS } from '../answering/confidence.js'
import { decide } from '../answering/decision.js'
import type { Logger } from '../logger.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import type { Services } from './command.js'
import { renderMessage } from './render.js'

/**
 * Answers a message where it should be: always in direct messages, on a mention in a channel that moderators set, and
 * unasked where they let the bot listen and it is sure.
 *
 * @returns after the message was dealt with; never throws
 */
export async function handleMessage(message: Message, services: Services, log: Logger): Promise<void> {
  if (!isByPerson(message)) return
  const child = log.child({ message: message.id, guild: message.guildId, channel: message.channelId })
  try {
    const start = performance.now()
    const answer = message.inGuild()
      ? await answerInChannel(message, services, child)
      : answerAsked(message, services)
    if (answer === null) return
    await message.reply(renderMessage(replyToAnswer(answer), message.author.id))
    child.info({ answer: answer.kind, ms: Math.round(performance.now() - start) }, 'answered')
  } catch (err) {
    child.error({ err }, 'message not answered')
  }
}

/** Webhooks are no bots to discord.js, and only these two types are written by hand. */
const isByPerson = (message: Message): boolean =>
  !message.author.bot &&
  message.webhookId === null &&
  !message.system &&
  (message.type === MessageType.Default || message.type === MessageType.Reply)

function answerAsked(message: Message, { answerer }: Services): Answer {
  return answerer.answer(withoutMention(message)).answer
}

async function answerInChannel(
  message: Message<true>,
  services: Services,
  log: Logger,
): Promise<Answer | null> {
  const { channel } = message
  const parent = channel.isThread() ? channel.parentId : null
  const places = parent === null ? [channel.id] : [channel.id, parent]
  const setting = await services.channels.find(message.guildId, places)
  if (setting === null) return null
  if (mentionsBot(message)) return answerAsked(message, services)

  let answer: Answer | undefined
  const find = (): Answer => {
    answer = answerAsked(message, services)
    return answer
  }
  const decision = decide(
    {
      words: message.content,
      byMachine: false, // `handleMessage` let none through
      toSomebodyElse:
        message.reference !== null || message.mentions.users.size > 0 || message.mentions.everyone,
      listening: setting.mode === 'questions',
    },
    find,
    THRESHOLDS,
  )
  if (!decision.speaks) {
    log.debug({ gate: decision.gate }, 'silent')
    return null
  }
  return answer ?? null
}

/** A mention of the bot itself: not of everyone, nor of a role it has. */
const mentionsBot = (message: Message): boolean =>
  message.mentions.has(botOf(message), { ignoreEveryone: true, ignoreRoles: true })

const botOf = ({ client }: { client: Client<true> }): Client<true>['user'] => client.user

const withoutMention = (message: Message): string =>
  message.content.replaceAll(new RegExp(`<@!?${botOf(message).id}>`, 'g'), ' ').trim()
