import {
  type Client,
  type GatewayMessageUpdateDispatchData,
  type Message,
  SnowflakeUtil,
  type TextBasedChannel,
} from 'discord.js'
import { type Decision, decide } from '../answering/decision.js'
import type { Logger } from '../logger.js'
import type { SharedServices } from './command.js'
import type { GivenAnswer } from './given-answers.js'
import { hear } from './heard.js'
import { replyToMessage, spenderOf, wordingFor } from './messages.js'
import { isRefusedForNow } from './refused-for-now.js'
import { renderMessage } from './render.js'
import { failureOf } from './request-failure.js'
import { surroundingsOfMessage } from './surroundings.js'
import { takenOrCited } from './taken-or-cited.js'
import { answerTo } from './topic.js'

/** A question is followed for so long after it was asked. */
const FOLLOWED_MS = 5 * 60_000

/**
 * Has the bot's answer follow a question that was edited: it is changed in place, or removed where the new words get none.
 *
 * @returns after it was done; never throws
 */
export async function handleEdit(
  { id, channel_id, edited_timestamp }: GatewayMessageUpdateDispatchData,
  client: Client,
  services: SharedServices,
  log: Logger,
): Promise<void> {
  const asOf = Date.parse(edited_timestamp ?? '') // not a number where Discord added a preview or a thread
  if (!(asOf - SnowflakeUtil.timestampFrom(id) <= FOLLOWED_MS)) return
  await aboutAnswer(id, channel_id, client, services, log, async (given, channel) => {
    if ((given?.asOf ?? 0) >= asOf) return given
    const message = await channel.messages.fetch(id)
    const decision = await decideAnew(message, services, log)
    const standing = given ?? (decision.speaks ? await findAnswer(id, channel) : null)
    if (standing === null) return null
    const { messages } = await textChannel(standing.channel, client)
    if (!decision.speaks) {
      await messages.delete(standing.message)
      log.info({ message: id, gate: decision.gate }, 'answer removed, since its question was edited')
      return null
    }
    const wording = wordingFor(message)
    const reply = replyToMessage(message, decision.answer, wording)
    await takenOrCited(reply, wording, (taken) =>
      messages.edit(standing.message, renderMessage(taken, message.author.id, wording)),
    )
    log.info({ message: id, answer: decision.answer.kind }, 'answer changed, since its question was edited')
    return { ...standing, asOf }
  })
}

/**
 * Removes the bot's answer to a question that was deleted.
 *
 * @returns after it was done; never throws
 */
export async function handleDeletion(
  id: string,
  channelId: string,
  client: Client,
  services: SharedServices,
  log: Logger,
): Promise<void> {
  await aboutAnswer(id, channelId, client, services, log, async (given, channel) => {
    const standing = given ?? (await findAnswer(id, channel))
    if (standing === null) return null
    const { messages } = await textChannel(standing.channel, client)
    await messages.delete(standing.message)
    log.info({ message: id }, 'answer removed, since its question was deleted')
    return null
  })
}

/** Works on the answer to a question where there is one, or may be one from before the process started. */
async function aboutAnswer(
  id: string,
  channelId: string,
  client: Client,
  { given, startedAt }: SharedServices,
  log: Logger,
  work: (given: GivenAnswer | null, channel: TextBasedChannel) => Promise<GivenAnswer | null>,
): Promise<void> {
  const age = startedAt - SnowflakeUtil.timestampFrom(id)
  const fromBefore = age > 0 && age < FOLLOWED_MS
  if (!given.knows(id) && !fromBefore) return
  await given.about(id, async (kept) => {
    if (kept.answer === null && !fromBefore) return // looked at, and not answered
    try {
      kept.answer = await work(kept.answer, await textChannel(channelId, client))
    } catch (err) {
      const expected = failureOf(err) !== null || isRefusedForNow(err)
      log[expected ? 'warn' : 'error']({ err, message: id }, 'answer does not follow its question')
    }
  })
}

/** As on the first day, but for what the bot's own answer has changed since. */
async function decideAnew(message: Message, services: SharedServices, log: Logger): Promise<Decision> {
  const heard = hear(message, services.repliedTo)
  const here = await surroundingsOfMessage(message, services)
  return decide({ ...heard, answeredByPerson: false }, { ...here, cooldownLeft: 0 }, async () => {
    await services.limits.spend('message', spenderOf(message, true))
    return answerTo(message, heard, here.answerer, services.asked, log)
  })
}

/** Discord tells the answer to a question the process does not remember: it stands after it, in reply to it. */
async function findAnswer(question: string, channel: TextBasedChannel): Promise<GivenAnswer | null> {
  const later = await channel.messages.fetch({ after: question, limit: 50 })
  const answer = later.find(
    ({ author, client, reference }) => author.id === client.user.id && reference?.messageId === question,
  )
  return answer === undefined ? null : { channel: channel.id, message: answer.id, asOf: null }
}

async function textChannel(id: string, client: Client): Promise<TextBasedChannel> {
  const channel = await client.channels.fetch(id)
  if (channel?.isTextBased() !== true) throw new Error('The answer stands in no text channel.')
  return channel
}
