import type { Message } from 'discord.js'
import type { Answer } from '../answering/answer.js'
import { decide, type Heard, type Speaks } from '../answering/decision.js'
import type { Logger } from '../logger.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import type { Reply } from '../reply/reply.js'
import { withButtons } from '../reply/under-answer.js'
import { type Wording, wordingIn, wordingOf } from '../reply/wording/wording.js'
import type { SharedServices } from './command.js'
import type { GivenAnswer, Kept } from './given-answers.js'
import { hear } from './heard.js'
import type { Spender } from './limits.js'
import { timed } from './meter.js'
import { inMessage } from './recall.js'
import { refusedForNow } from './refused-for-now.js'
import { renderMessage } from './render.js'
import { failureOf } from './request-failure.js'
import { surroundingsOfMessage } from './surroundings.js'
import { takenOrCited } from './taken-or-cited.js'
import { threadName, threadOf } from './thread.js'
import { answerTo } from './topic.js'
import { wentWrong } from './went-wrong.js'

/**
 * Answers a message where it should be: always in direct messages, on a mention in a channel that moderators set, and
 * unasked where they let the bot listen and it is sure.
 *
 * @param waited whether people have had the time that moderators give them to answer first
 * @returns 0 when the message was dealt with, else how many seconds people have before it is to be handed in again; never
 * throws
 */
export const handleMessage = (
  message: Message,
  services: SharedServices,
  log: Logger,
  waited = false,
): Promise<number> =>
  services.given.about(message.id, (kept) => answerMessage(message, kept, services, log, waited))

async function answerMessage(
  written: Message,
  kept: Kept,
  services: SharedServices,
  log: Logger,
  waited: boolean,
): Promise<number> {
  const child = log.child({ message: written.id, guild: written.guildId, channel: written.channelId })
  const wording = wordingFor(written)
  const ended = timed('message', services.meter)
  const silent = (gate: string): 0 => {
    ended('silent')
    child.debug({ gate }, 'silent')
    return 0
  }
  let asked = false
  try {
    const message = waited ? await written.fetch() : written // in which it may have been edited or deleted
    const heard = hear(message, services.repliedTo)
    const here = await surroundingsOfMessage(message, services)
    if (!heard.addressed && services.isOverloaded()) return silent('overload')
    asked = heard.addressed && !heard.byMachine && here.mode !== 'off'
    const decision = await decide(heard, here, async () => {
      await services.limits.spend('message', spenderOf(message, asked))
      return answerTo(message, heard, here.answerer, services.asked, child)
    })
    if (!decision.speaks) return silent(decision.gate)
    if (message.inGuild() && !asked) {
      if (here.wait > 0 && !waited) return here.wait
      const { guildId, channelId } = message
      if (!(await services.turns.take(guildId, channelId, Date.now(), here.cooldown * 1000)))
        return silent('cooldown') // another message of the same moment had it
    }
    kept.answer = standingOf(await send(message, heard, decision, wording, child), message)
    child.info({ answer: decision.answer.kind, ms: ended('answered') }, 'answered')
  } catch (err) {
    const refused = refusedForNow(err, wording)
    if (refused !== null) {
      ended('limited')
      child.debug({ err }, 'refused for now')
      if (asked && refused.words !== null) kept.answer = await tell(written, refused.words, wording)
      return 0
    }
    ended('failed')
    const failure = failureOf(err)
    child[failure === null ? 'error' : 'warn']({ err }, 'message not answered')
    // where Discord takes no answer it takes no apology
    if (asked && (failure === null || failure === 'other'))
      kept.answer = await tell(written, wentWrong(wording), wording)
  }
  return 0
}

/** Says to who asked why there is no answer. @returns what was said; null where it could not be: the log has the reason */
async function tell(message: Message, reply: Reply, wording: Wording): Promise<GivenAnswer | null> {
  const rendered = renderMessage(reply, message.author.id, wording)
  const said = await message.reply({ ...rendered, ...once(message) }).catch(() => null)
  return said && standingOf(said, message)
}

/** Who asked is sent an answer whatever it is, and Discord limits what is sent by channel. */
export const spenderOf = ({ author, guildId, channelId }: Message, asked: boolean): Spender => ({
  member: author.id,
  server: guildId,
  channel: asked ? channelId : null,
})

/** Answers in the thread of a question or in reply to it, and unasked to no message that is deleted meanwhile. */
async function send(
  message: Message,
  { addressed, words }: Heard,
  { answer, where }: Speaks,
  wording: Wording,
  log: Logger,
): Promise<Message> {
  const reply = replyToMessage(message, answer, wording)
  const thread =
    where === 'thread' && message.inGuild()
      ? await threadOf(message, threadName(wording.text('thread.name'), words)).catch((err: unknown) => {
          if (!addressed) throw err
          log.warn({ err }, 'no thread opened: answered in the channel')
          return null
        })
      : null
  return takenOrCited(reply, wording, (taken) => {
    const rendered = { ...renderMessage(taken, message.author.id, wording), ...once(message) }
    return thread === null
      ? message.reply({ ...rendered, failIfNotExists: !addressed })
      : thread.send(rendered)
  })
}

/** @returns what to say to a message, with the buttons under it */
export const replyToMessage = (message: Pick<Message, 'id'>, answer: Answer, wording: Wording): Reply =>
  withButtons(
    replyToAnswer(answer, wording),
    answer,
    { question: inMessage(message), publicly: true, byCommand: false },
    wording,
  )

const standingOf = ({ id, channelId }: Message, { editedTimestamp }: Message): GivenAnswer => ({
  message: id,
  channel: channelId,
  asOf: editedTimestamp,
})

/** Discord takes one message for a nonce, so a question gets one, even where it said that it had not taken the first. */
const once = ({ id }: Message) => ({ nonce: id, enforceNonce: true })

/** In a server its preferred language, since everyone there reads the answer; in private that of the message. */
export const wordingFor = ({ guild, content }: Message): Wording =>
  guild === null ? wordingOf(content) : wordingIn(guild.preferredLocale)
