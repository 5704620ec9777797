import { setTimeout as delay } from 'node:timers/promises'
import type { BaseInteraction } from 'discord.js'
import type { Logger } from '../logger.js'
import { type Reply, say } from '../reply/reply.js'
import type { Wording } from '../reply/wording/wording.js'
import { MAX_CHANNELS, StoreFault } from '../store/store.js'
import type { Services } from './command.js'
import type { Spender } from './limits.js'
import { timed } from './meter.js'
import { refusedForNow } from './refused-for-now.js'
import { failureOf } from './request-failure.js'
import type { CommandResponder, Responder } from './responder.js'
import { wentWrong } from './went-wrong.js'

/**
 * The one place where an unexpected error becomes one log line and one honest sentence to the member.
 *
 * @param about which command it was, for the log
 * @param work what answers
 * @returns after the answer, or after saying why there is none; never throws
 */
export async function answering<Kind extends Responder>(
  interaction: BaseInteraction,
  responder: Kind,
  about: { readonly command: string; readonly button?: boolean; readonly menu?: boolean },
  { wording, meter, limits, commands }: Services,
  log: Logger,
  work: (responder: Kind) => Promise<void>,
): Promise<void> {
  const ended = timed(about.button === true ? 'button' : 'command', meter)
  try {
    const settings = commands.some(({ data, forModerators }) => data.name === about.command && forModerators)
    const costs = about.menu === true ? 'menu' : settings ? 'settings' : 'command'
    await limits.spend(costs, spenderOf(interaction))
    await work(responder)
    log.info({ ...about, ms: ended('answered') }, 'answered')
  } catch (err) {
    const refused = refusedForNow(err, wording)
    if (refused !== null) {
      ended('limited')
      log.debug({ ...about, err }, 'refused for now')
      if (refused.words !== null) await responder.tellAsker(refused.words).catch(() => undefined)
      return
    }
    if (isTooLate(err)) {
      ended('too-late')
      log.warn({ ...about, err }, 'too late')
      return
    }
    ended('failed')
    const known = err instanceof StoreFault
    log[known ? 'warn' : 'error']({ ...about, err }, known ? 'settings not changed' : 'interaction failed')
    await responder
      .tellAsker(known ? notChanged(err, wording) : wentWrong(wording))
      .catch((error: unknown) => log.warn({ ...about, err: error }, 'could not say so'))
  }
}

const notChanged = ({ trouble }: StoreFault, wording: Wording): Reply =>
  say(wording.text(`settings.${trouble}`, { most: MAX_CHANNELS }))

/** No further answer can reach the member: Discord waits for none, has not answered to this one for too long, or it is gone. */
export const isTooLate = (error: unknown): boolean => {
  const failure = failureOf(error)
  return failure === 'too-late' || failure === 'unanswered' || failure === 'gone'
}

/** Discord waits 3 s for a first word. A deferral is one more thing to see, so it is left out where an answer is near. */
const SOON_MS = 1000

/** Awaits what is to be answered, and meanwhile tells Discord that an answer comes, where it is not near. */
export async function inTime<Answer>(
  coming: Answer | Promise<Answer>,
  responder: CommandResponder | null,
): Promise<Answer> {
  const near = Promise.resolve(coming).then(
    () => true,
    () => true,
  )
  if (!(await Promise.race([near, delay(SOON_MS, false, { ref: false })]))) await responder?.defer()
  return coming
}

/** @returns whose calls are counted */
export const spenderOf = ({ user, guildId }: BaseInteraction): Spender => ({
  member: user.id,
  server: guildId,
  channel: null, // Discord does not limit answers to interactions
})
