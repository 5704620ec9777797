import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import {
  type Client,
  Events,
  GatewayDispatchEvents,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayMessageUpdateDispatchData,
  type Guild,
  type Message,
} from 'discord.js'
import { EXIT } from '../exit-codes.js'
import type { Logger } from '../logger.js'
import type { LeftServers } from '../store/store.js'
import { createAskedQuestions } from './asked-questions.js'
import { createBreaker } from './breaker.js'
import { requestCarefully } from './careful-requests.js'
import { handleDeletion, handleEdit } from './changed-questions.js'
import { createClient, intentsFor } from './client.js'
import { forgetUsedUpLimits, watchClock } from './clock.js'
import { createClosedPlaces, SENDING } from './closed-places.js'
import type { SharedServices } from './command.js'
import {
  closedWith,
  DISALLOWED_INTENTS,
  type Ending,
  STORM,
  tokenRefused,
  tooFewLogins,
  UNREACHABLE,
} from './ending.js'
import { createGivenAnswers } from './given-answers.js'
import { handleInteraction } from './interactions.js'
import { forgetLeftServers, LOOK_AGAIN_AFTER_MS, SERVERS_CHANGED } from './left-servers.js'
import { createLimits } from './limits.js'
import { watchLoad } from './load.js'
import { handleMessage } from './messages.js'
import { createRecentIds } from './recent-ids.js'
import { compareCommands } from './register-commands.js'
import { isConnected, type Standing, standingOf } from './standing.js'

export interface BotOptions {
  readonly token: string
  readonly apiUrl: string
  /** False where message content is never asked for, whatever moderators set. */
  readonly messageContent: boolean
  readonly services: Omit<
    SharedServices,
    | 'hearing'
    | 'repliedTo'
    | 'limits'
    | 'given'
    | 'asked'
    | 'startedAt'
    | 'connection'
    | 'registration'
    | 'isClosed'
    | 'isOverloaded'
  >
  readonly leftServers: LeftServers
  readonly log: Logger
  /** Called once, when the bot cannot go on: with a process exit code, after the reason was logged. */
  readonly onFatal: (exitCode: number) => void
  /** How long logging in may take, in milliseconds; a minute where nothing else is said. */
  readonly longestStartMs?: number
  /** So many requests may Discord refuse in ten minutes; 2,000 where nothing else is said. */
  readonly mostRefusals?: number | undefined
}

export interface Bot {
  /** Stops taking questions, lets those being answered end (8 s at most, unless another time is named), and disconnects. */
  stop(longestDrainMs?: number): Promise<void>
  standing(): Standing
}

const LONGEST_START_MS = 60_000
/** Of one connection: it drops a few times on a bad day, and twice a second when something is wrong for good. */
const MOST_DROPS = 10
const DROPS_WITHIN_MS = 60_000
/** Of a thousand a day: more than a day of ordinary reconnecting takes. */
const MANY_LOGINS = 200
const LONGEST_DRAIN_MS = 8000
const LONGEST_GOODBYE_MS = 1000
/** After a connection with other intents failed. */
const RETRY_AFTER_MS = 60_000
const GIVE_UP_AFTER_MS = 600_000

/** Connects to Discord and answers there. Returns at once; what goes wrong for good is told by `onFatal`. */
export function startBot({
  token,
  apiUrl,
  messageContent,
  services: given,
  leftServers,
  log,
  onFatal,
  longestStartMs = LONGEST_START_MS,
  mostRefusals,
}: BotOptions): Bot {
  const inFlight = new Set<Promise<void>>()
  const seen = createRecentIds()
  const closed = createClosedPlaces()
  const load = watchLoad()
  const services: SharedServices = {
    ...given,
    repliedTo: createRecentIds(),
    connection: () => ({
      ready: isConnected(standingOf(client)),
      ping: client === null || client.ws.ping < 0 ? null : client.ws.ping,
      readsMessages: listening,
    }),
    async registration() {
      if (client?.isReady() !== true) return null
      return compareCommands(
        [...services.commands, ...services.menu],
        client.application.id,
        client.rest,
      ).catch((err: unknown) => {
        log.warn({ err }, 'registered commands not looked up')
        return null
      })
    },
    given: createGivenAnswers(),
    asked: createAskedQuestions(),
    startedAt: Date.now(),
    limits: createLimits(),
    isClosed: (channel) => closed.codeOf({ channel, request: SENDING }) !== null,
    isOverloaded: load.isTooMuch,
    hearing: () => (messageContent ? (contentRefused ? 'refused' : 'possible') : 'switched-off'),
  }
  let client: Client | null = null
  let listening = false
  let contentRefused = false
  let notBefore = 0
  let ended = false

  function fail({ closeCode, exitCode, sentence }: Ending): void {
    if (ended) return
    ended = true
    log.fatal({ closeCode }, sentence)
    onFatal(exitCode)
  }

  /** Runs a handler to its end, even while the bot stops. */
  function track(work: Promise<void>): Promise<void> {
    const tracked = work
      .catch((err: unknown) => log.error({ err }, 'a handler failed'))
      .finally(() => inFlight.delete(tracked))
    inFlight.add(tracked)
    return tracked
  }

  /** Connects, and takes the place of the client that was connected before. @returns why it could not; else null */
  async function connect(withContent: boolean): Promise<Ending | null> {
    const givenUp = new AbortController()
    function giveUp(ending: Ending): void {
      if (client === connecting) fail(ending)
      else givenUp.abort(ending)
    }
    const connecting = createClient(apiUrl, intentsFor(withContent), {
      asked({ left, spent }) {
        if (spent >= MANY_LOGINS)
          log.warn({ left, spent }, 'many logins today: what starts the bot anew so often?')
      },
      refused: (logins) => giveUp(tooFewLogins(logins)),
    })
    requestCarefully(connecting.rest, {
      closed,
      meter: services.meter,
      log,
      onTokenRefused: () => giveUp(tokenRefused()),
      mostRefusals,
    })
    connecting.on(Events.ClientReady, ({ guilds }) =>
      log.info({ guilds: guilds.cache.size, messageContent: withContent }, 'connected to Discord'),
    )
    for (const event of SERVERS_CHANGED)
      connecting.on(event, () => void track(forgetLeftServers(connecting, leftServers, log)))
    async function hear(message: Message, waited = false): Promise<void> {
      const seconds = await handleMessage(message, services, log, waited)
      if (seconds === 0) return
      const again = (): void => {
        if (!ended && client === connecting) void track(hear(message, true))
      }
      setTimeout(again, seconds * 1000).unref() // not tracked: a stop need not wait for it
    }
    connecting.on(Events.MessageCreate, (message) => {
      if (!ended && seen.add(message.id)) void track(hear(message))
    })
    // discord.js tells of changes to messages only where it keeps them, and it keeps none.
    connecting.ws.on(GatewayDispatchEvents.MessageUpdate, (edited: GatewayMessageUpdateDispatchData) => {
      if (!ended) void track(handleEdit(edited, connecting, services, log))
    })
    const deleted = (channel: string, ids: readonly string[]): void => {
      for (const id of ended ? [] : ids) void track(handleDeletion(id, channel, connecting, services, log))
    }
    connecting.ws.on(GatewayDispatchEvents.MessageDelete, (one: GatewayMessageDeleteDispatchData) =>
      deleted(one.channel_id, [one.id]),
    )
    connecting.ws.on(GatewayDispatchEvents.MessageDeleteBulk, (many: GatewayMessageDeleteBulkDispatchData) =>
      deleted(many.channel_id, many.ids),
    )
    connecting.on(Events.InteractionCreate, (interaction) => {
      if (ended || !seen.add(interaction.id)) return
      const handled = track(handleInteraction(interaction, services, log))
      if (interaction.isChatInputCommand() && changesSettings(interaction.commandName)) adjustAfter(handled)
    })
    connecting.on(Events.ChannelDelete, (channel) => {
      if (!channel.isDMBased()) void track(forget(channel.guild.id, channel.id))
    })
    connecting.on(Events.ChannelUpdate, ({ id }) => closed.reopen(id))
    connecting.on(Events.ThreadUpdate, ({ id }) => closed.reopen(id))
    const reopenAll = ({ channels }: Guild): void => {
      for (const id of channels.cache.keys()) closed.reopen(id)
    }
    connecting.on(Events.GuildRoleUpdate, ({ guild }) => reopenAll(guild))
    connecting.on(Events.GuildMemberUpdate, (_before, { id, guild }) => {
      if (id === connecting.user?.id) reopenAll(guild) // it has other roles
    })
    connecting.on(Events.ThreadDelete, (thread) => void track(forget(thread.guild.id, thread.id)))
    connecting.on(Events.Error, (err) => log.error({ err }, 'Discord client error'))
    connecting.on(Events.ShardError, (err) => log.warn({ err }, 'gateway error'))
    connecting.on(Events.ShardDisconnect, ({ code }) => giveUp(closedWith(code, withContent)))
    // discord.js goes on trying twice a second for ever
    const drops = createBreaker(MOST_DROPS, DROPS_WITHIN_MS)
    connecting.on(Events.ShardReconnecting, (shard) => {
      log.warn({ shard }, 'connection to Discord lost')
      if (drops.tripsAt(shard)) giveUp(STORM)
    })
    connecting.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'session resumed'))
    try {
      await inTime(loginAndReady(connecting, token), longestStartMs, givenUp.signal)
    } catch (err) {
      await retire(connecting)
      if (givenUp.signal.aborted) return givenUp.signal.reason
      if (isTokenRefused(err)) return tokenRefused()
      log.warn({ err }, 'login failed')
      return UNREACHABLE
    }
    const before = client
    client = connecting
    listening = withContent
    await Promise.all(inFlight) // answers under way leave through the client they came by
    if (before !== null) await retire(before)
    return null
  }

  const changesSettings = (name: string): boolean =>
    services.commands.some(({ data, forModerators }) => data.name === name && forModerators === true)

  async function forget(server: string, channel: string): Promise<void> {
    if (await services.channels.remove(server, channel))
      log.info({ server, channel }, 'settings of a deleted channel removed')
  }

  /** Connects anew where the settings now need message content, or no longer do; one change after the other. */
  function adjustAfter(handled: Promise<void>): void {
    adjusting = Promise.all([adjusting, handled])
      .then(adjustIntents)
      .catch((err: unknown) => log.error({ err }, 'intents not adjusted'))
  }

  async function adjustIntents(): Promise<void> {
    if (!messageContent || contentRefused || ended || performance.now() < notBefore) return
    const wanted = await services.channels.anyListening()
    if (wanted === listening) return
    if (!wanted && !mayGiveUp) return giveUpLater()
    mayGiveUp = false
    log.info({ messageContent: wanted }, 'connecting anew, since channel settings changed')
    const failure = await connect(wanted)
    if (failure === null) return
    // The old connection stays: what one server's moderators set must not stop the bot for all.
    contentRefused = failure.closeCode === DISALLOWED_INTENTS
    notBefore = performance.now() + RETRY_AFTER_MS
    log.error({ closeCode: failure.closeCode }, failure.sentence)
  }

  /** Message content is given up late: moderators who turn a channel on and off must not spend the day's logins. */
  let mayGiveUp = false
  function giveUpLater(): void {
    setTimeout(() => {
      mayGiveUp = true
      adjustAfter(Promise.resolve())
    }, GIVE_UP_AFTER_MS).unref()
  }

  setInterval(() => {
    if (client !== null && !ended) void track(forgetLeftServers(client, leftServers, log))
  }, LOOK_AGAIN_AFTER_MS).unref()
  watchClock((seconds) => {
    log.warn({ seconds }, 'the clock was set back')
    if (client !== null) forgetUsedUpLimits(client.rest)
  })

  let adjusting = services.channels
    .anyListening()
    .then((anyListening) => connect(messageContent && anyListening))
    .then((failure) => (failure === null ? undefined : fail(failure)))
    .catch((err: unknown) => {
      log.error({ err }, 'start failed')
      fail({ closeCode: null, exitCode: EXIT.bug, sentence: 'The bot could not start.' })
    })

  return {
    standing: () => standingOf(client),
    async stop(longestDrainMs = LONGEST_DRAIN_MS) {
      ended = true
      load.stop()
      await Promise.race([Promise.all(inFlight), delay(longestDrainMs)])
      if (client !== null) await disconnect(client)
    },
  }
}

/** @returns when the client has its servers: from then on it misses nothing */
async function loginAndReady(client: Client, token: string): Promise<void> {
  const ready = once(client, Events.ClientReady)
  ready.catch(() => undefined) // an error while logging in is told by `login`
  await client.login(token)
  await ready
}

/** Ends a client for good: a reconnect that discord.js has waiting outlives `destroy`, and must reach nobody. */
async function retire(client: Client): Promise<void> {
  client.removeAllListeners()
  client.on(Events.Error, () => undefined)
  await disconnect(client)
}

/** `destroy` never returns while a connection waits for its first word from Discord. */
const disconnect = (client: Client): Promise<void> =>
  Promise.race([client.destroy(), delay(LONGEST_GOODBYE_MS)])

/** discord.js would wait for ever where the gateway says nothing. */
async function inTime(login: Promise<unknown>, longestMs: number, givenUp: AbortSignal): Promise<void> {
  const settled = new AbortController()
  const signal = AbortSignal.any([givenUp, settled.signal])
  await Promise.race([
    login,
    delay(longestMs, undefined, { signal }).then(() => {
      throw new Error(`no login within ${longestMs / 1000} s`)
    }),
  ]).finally(() => settled.abort())
}

const isTokenRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'TokenInvalid'
