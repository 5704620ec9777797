import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { DiscordAPIError, type InternalRequest, type REST } from 'discord.js'
import type { Logger } from '../logger.js'
import { type ClosedPlaces, type Place, SENDING } from './closed-places.js'
import type { Meter } from './meter.js'
import { codeOf, failureOf, NotRequested } from './request-failure.js'

/** What requests lean on, and whom they tell. */
export interface Surroundings {
  readonly closed: ClosedPlaces
  readonly meter: Meter
  readonly log: Logger
  /** Discord does not know the token any more. */
  onTokenRefused(): void
  /** So many refusals in ten minutes, and no message is sent for as long. */
  readonly mostRefusals?: number | undefined
}

/** How often and how long a request is tried. */
interface Care {
  /** In milliseconds, before each further try. */
  readonly pauses: readonly number[]
  readonly longestMs: number
}

/** Discord waits 3 s for the first word, of which some have gone by. */
const FIRST_WORD: Care = { pauses: [100], longestMs: 2500 }
/** Two of these would be two messages: no nonce holds for them. */
const FOLLOW_UP: Care = { pauses: [], longestMs: 5000 }
/** An answer waits for what it leans on, and goes without it. */
const READING: Care = { pauses: [300], longestMs: 8000 }
/** Each can be sent twice without harm: messages have a nonce. One try takes 5 s at most (client.ts). */
const USUAL: Care = { pauses: [300, 1000, 3000], longestMs: 15_000 }

/** Discord takes five messages in five seconds in a channel, and who asked last there waits for all before. */
const A_MESSAGE_MS = 1000
/** At 50 a second, what waits longer than two seconds is given up for what was asked since. */
const MOST_WAITING = 100
/** Of the 10,000 after which Discord shuts out the machine for a while. */
const MOST_REFUSALS = 2000
const REFUSED_MS = 600_000

/**
 * Has every request of discord.js made with care: tried again where that may help, given up in time, not put again where
 * Discord has refused it, counted where it fails. All that is known of an error is in `request-failure.ts`.
 */
export function requestCarefully(
  rest: REST,
  { closed, meter, log, onTokenRefused, mostRefusals = MOST_REFUSALS }: Surroundings,
): void {
  const requestOnce = rest.request.bind(rest)
  /** The messages under way, and where to. */
  const waiting = new Map<AbortController, Place>()
  let quietUntil = 0

  rest.on('invalidRequestWarning', ({ count }) => {
    log.warn({ count }, 'Discord refuses many requests; 10,000 in ten minutes would shut out this machine')
    if (count < mostRefusals) return
    quietUntil = performance.now() + REFUSED_MS
    log.error({ count }, 'no messages are sent for ten minutes, since Discord has refused so many requests')
  })

  rest.request = async (request) => {
    const place = placeOf(request)
    const sends = place?.request === SENDING
    const code = place === null ? null : closed.codeOf(place)
    if (code !== null) throw new NotRequested('closed', code)
    if (sends && performance.now() < quietUntil) throw new NotRequested('busy', 'quiet')
    const end = new AbortController()
    const { pauses, longestMs } = careOf(request)
    const timer = setTimeout(
      () => end.abort(new NotRequested('unanswered', 'time-out')),
      longestMs + (sends ? aheadOf(place) * A_MESSAGE_MS : 0),
    )
    if (sends) makeRoomFor(end, place)
    try {
      return await tryTo(request, pauses, end.signal)
    } finally {
      clearTimeout(timer)
      waiting.delete(end)
    }
  }

  /** How many messages wait for their turn in a channel. */
  const aheadOf = ({ channel }: Place): number =>
    [...waiting.values()].filter((place) => place.channel === channel).length

  /** Gives up the message that has waited for longest where too many wait: its question is the oldest. */
  function makeRoomFor(sending: AbortController, place: Place): void {
    waiting.set(sending, place)
    const [oldest] = waiting.size > MOST_WAITING ? waiting.keys() : []
    if (oldest === undefined) return
    waiting.delete(oldest)
    oldest.abort(new NotRequested('busy', 'too-many'))
  }

  /** Asks once, and learns from a refusal, though nobody waits for it any more. */
  async function ask(request: InternalRequest, end: AbortSignal): Promise<unknown> {
    try {
      return await requestOnce({ ...request, signal: end })
    } catch (error) {
      const failure = failureOf(error)
      const place = placeOf(request)
      meter.restFailed(codeOf(error))
      if (failure === 'closed' && place !== null && error instanceof DiscordAPIError)
        close(place, Number(error.code))
      if (failure === 'token-refused' && request.auth !== false) onTokenRefused()
      if (failure === 'words-refused')
        log.warn({ err: error }, 'Discord does not take the words of a message')
      throw error
    }
  }

  /** Remembers a refusal, for the messages too that wait for their turn there. */
  function close(place: Place, code: number): void {
    closed.close(place, code)
    if (place.request !== SENDING) return
    for (const [sending, { channel }] of waiting)
      if (channel === place.channel) sending.abort(new NotRequested('closed', code))
  }

  async function tryTo(
    request: InternalRequest,
    pauses: readonly number[],
    end: AbortSignal,
  ): Promise<unknown> {
    for (let tries = 0; ; tries++) {
      try {
        return await untilAborted(ask(request, end), end)
      } catch (error) {
        if (tries > 0 && isAnswered(error)) return undefined // the try before was taken, though Discord did not say so
        const pause = pauses[tries]
        if (end.aborted || pause === undefined || failureOf(error) !== 'unanswered') throw error
        log.debug({ err: error, pause }, 'a request to Discord is tried again')
        await untilAborted(delay(pause * (0.75 + Math.random() / 2)), end)
      }
    }
  }
}

const ALREADY_ANSWERED = 40_060

const isAnswered = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === ALREADY_ANSWERED

function careOf({ fullRoute, method }: InternalRequest): Care {
  if (fullRoute.startsWith('/interactions/')) return FIRST_WORD
  if (method === 'GET') return READING
  return fullRoute.startsWith('/webhooks/') && method === 'POST' ? FOLLOW_UP : USUAL
}

/** @returns the channel a request is about, and what it asks for there whatever message it is about; null for others */
function placeOf({ fullRoute, method }: InternalRequest): Place | null {
  const [, channel, asked] = /^\/channels\/(\d+)(?:\/(.*))?$/.exec(fullRoute) ?? []
  return channel === undefined
    ? null
    : { channel, request: `${method} ${(asked ?? '').replace(/\d+/g, ':id')}` }
}

/** discord.js hears a signal only when it comes to send, which it may not do for minutes. */
async function untilAborted<Outcome>(work: Promise<Outcome>, signal: AbortSignal): Promise<Outcome> {
  work.catch(() => undefined)
  signal.throwIfAborted()
  const settled = new AbortController()
  const aborted = once(signal, 'abort', settled).then(() => {
    throw signal.reason
  })
  return Promise.race([work, aborted]).finally(() => settled.abort())
}
