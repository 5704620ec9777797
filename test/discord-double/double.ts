import type { AddressInfo } from 'node:net'
import type { CommandBody } from './command-rules.js'
import { createCommands, type RegisteredCommand } from './commands.js'
import { openDescription } from './description.js'
import { createGateway, type Gateway } from './gateway.js'
import type { PrivilegedIntent } from './intents.js'
import { createInteractions } from './interactions.js'
import { type MessageView, viewMessage } from './message-view.js'
import { guildCreatePayload, type RawAttachment, type RawMessage, type RawUser } from './payloads.js'
import type { Permission } from './permissions.js'
import { createPerson, type HasId, type Person } from './person.js'
import { type ChannelHandle, type GuildHandle, holdChannel, holdGuild } from './places.js'
import type { Problem } from './problems.js'
import { createRest, type RecordedRequest, type Rest, type UploadedFile } from './rest.js'
import { createRoutes } from './routes.js'
import { createSnowflakes } from './snowflake.js'
import { recentDoings, type Stage } from './stage.js'
import { createWatch, DEFAULT_TIMEOUT } from './waiting.js'
import { createWorld, type Event, type World } from './world.js'

export interface DoubleOptions {
  /** What the bot must log in with. */
  readonly token?: string
  readonly botName?: string
  /** Path of Discord's OpenAPI description; by default what DISCORD_OPENAPI names, and without it no check. */
  readonly openapi?: string | undefined
  /** Discord's clock, by which interactions expire. */
  readonly now?: () => number
  /** In milliseconds. */
  readonly heartbeatInterval?: number
  /** The switches in the developer portal; by default only that for message content is on. */
  readonly privilegedIntents?: readonly PrivilegedIntent[]
}

/** Discord, as far as one bot can tell, with a hold on everything for the test. */
export interface DiscordDouble {
  /** For the bot's `DISCORD_API_URL`, or `rest.api` of discord.js. */
  readonly apiUrl: string
  readonly token: string
  readonly applicationId: string
  readonly botUser: RawUser
  /** The bot's mention, `<@id>`. */
  readonly mention: string

  addGuild(guild: NewGuild): GuildHandle
  /** Somebody who is in no server of the bot. */
  addPerson(person: { name: string; locale?: string; bot?: boolean }): Person
  /** The direct messages between the bot and a person. */
  directMessages(person: Person): ChannelHandle

  /** Waits until the bot has a session and its servers, and has confirmed them. */
  ready(wait?: { timeout?: number }): Promise<void>
  /** The next message the bot sends of its own accord; answers to interactions come by their handles. */
  nextMessage(wait?: { in?: HasId | Person; timeout?: number }): Promise<MessageView>
  /** Waits for the next change of a message, which must not have happened yet. */
  nextEdit(message: HasId, wait?: { timeout?: number }): Promise<MessageView>
  /** Waits for anything else about the double, such as the bot's commands being registered. */
  until<T>(look: () => T | undefined | false, wait: { what: string; timeout?: number }): Promise<T>
  /**
   * Waits until the bot has confirmed all events and has had no request under way for `quiet` milliseconds
   * (100 by default).
   */
  settled(wait?: { quiet?: number; timeout?: number }): Promise<void>
  /**
   * Proves that the bot says nothing: does `after`, then `until`, waits until all is settled, and fails if the
   * bot has sent a message meanwhile. `until` should be something the bot answers by the same way it would have
   * answered `after`, such as a question in a direct message: when that is answered, silence about the first
   * is no longer a matter of time.
   */
  staysSilent(test: {
    in?: HasId | Person
    after: () => Promise<unknown>
    until?: () => Promise<unknown>
    quiet?: number
    timeout?: number
  }): Promise<void>
  /** A message as it stands now, ephemeral ones included. */
  message(message: HasId): MessageView | undefined

  /** The commands the bot has registered; those of one server when it is named. */
  commands(guild?: HasId): readonly RegisteredCommand[]
  /** Registers commands as if they had been deployed before. */
  registerCommands<Body extends { readonly name: string }>(
    commands: readonly Body[],
    guild?: HasId,
  ): readonly RegisteredCommand[]

  readonly requests: readonly RecordedRequest[]
  /**
   * What the bot was told and must tell no log: its token, the tokens of interactions, and what members wrote, as far as
   * that is long enough to be nobody else's words.
   */
  readonly confided: ReadonlySet<string>
  /** What the bot did that it should not have; a test expects this to be empty. */
  readonly problems: readonly Problem[]
  /** Gives the problems so far and forgets them, for a test that provokes them. */
  takeProblems(): readonly Problem[]

  /** Drops all that happened more than so many milliseconds ago, for tests that run for long. */
  forget(age: number): void
  readonly rest: Pick<Rest, 'script' | 'unscript' | 'limitGlobally' | 'requests'>
  readonly gateway: Omit<Gateway, 'listen' | 'publish' | 'shutDown' | 'readySessions'>
  readonly world: World
  close(): Promise<void>
}

export interface NewGuild {
  readonly name: string
  readonly locale?: string
  /** False for a server where members use the application, but the bot is not in. */
  readonly botIn?: boolean
  /** On top of what @everyone may do. */
  readonly botPermissions?: readonly Permission[]
}

/** Starts a Discord of its own on this machine, for one bot. */
export async function startDiscordDouble(options: DoubleOptions = {}): Promise<DiscordDouble> {
  const now = options.now ?? Date.now
  const privilegedIntents = options.privilegedIntents ?? ['messageContent']
  const openapi = options.openapi ?? process.env['DISCORD_OPENAPI']
  const problems: Problem[] = []
  const watch = createWatch()
  const snowflake = createSnowflakes(now)
  const note = (where: string, what: string): void => {
    problems.push({ where, what })
    watch.changed()
  }
  const files = new Map<string, Buffer>()
  const outbox: { message: RawMessage; taken: boolean }[] = []
  let origin = ''

  const confided = new Set<string>()
  const confide = (words: unknown): void => {
    if (typeof words === 'string' && words.length >= 20 && words.includes(' ')) confided.add(words)
  }
  const gatewayOf: { current: Gateway | undefined } = { current: undefined }
  const world = createWorld(snowflake, now, options.botName ?? 'Verbatim', (event: Event) => {
    if (event.t === 'MESSAGE_CREATE' || event.t === 'MESSAGE_UPDATE') {
      const { author, content } = event.d as RawMessage
      if (author.id !== world.bot.id) confide(content)
    }
    gatewayOf.current?.publish(event)
    watch.changed()
  })
  const applicationId = world.bot.id
  // A token's first part is the bot's id; discord.js reads no more of it.
  const token = options.token ?? `${Buffer.from(applicationId).toString('base64url')}.double.canary-token`
  confided.add(token)

  // "Limited", as for every application in fewer than a hundred servers.
  const applicationFlags = privilegedIntents.includes('messageContent') ? 1 << 19 : 0
  const application = (): Record<string, unknown> => ({
    id: applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    summary: '',
    type: null,
    bot: world.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: applicationFlags,
    owner: { ...world.bot, bot: false },
    team: null,
    hook: true,
    approximate_guild_count: world.guilds.size,
    integration_types_config: { 0: {}, 1: {} },
  })

  const gateway = createGateway({
    token,
    now,
    note,
    watch,
    heartbeatInterval: options.heartbeatInterval ?? 41_250,
    privilegedIntents,
    readyPayload: () => ({
      guildIds: [...world.guilds.values()].filter(({ botIn }) => botIn).map(({ id }) => id),
      fields: {
        v: 10,
        user: { ...world.bot, email: null, verified: true, mfa_enabled: true, flags: 0 },
        session_type: 'normal',
        application: { id: applicationId, flags: applicationFlags },
        _trace: ['double'],
      },
    }),
    guildCreate(id) {
      const guild = world.guilds.get(id)
      return guild?.available ? guildCreatePayload(guild, world.bot.id) : { id, unavailable: true }
    },
  })
  gatewayOf.current = gateway

  function keepFile({ name, type, content }: UploadedFile): RawAttachment {
    const id = snowflake()
    const path = `/attachments/${id}/${name}`
    files.set(path, content)
    const url = `${origin}${path}`
    return { id, filename: name, size: content.length, url, proxy_url: url, content_type: type }
  }

  const commands = createCommands(applicationId, snowflake, note)
  const interactions = createInteractions({
    world,
    applicationId,
    now,
    note,
    watch,
    keepFile,
    opened({ token, payload }) {
      confided.add(token)
      for (const words of wordsIn(payload['data'])) confide(words)
    },
  })
  const routes = createRoutes({
    world,
    gateway,
    note,
    now,
    application,
    keepFile,
    readsContent: () => privilegedIntents.includes('messageContent'),
    sent: (message) => void outbox.push({ message, taken: false }),
  })
  const rest = createRest({
    token,
    now,
    note,
    watch,
    routes: [...routes, ...commands.routes, ...interactions.routes],
    description: openapi === undefined || openapi === '' ? undefined : openDescription(openapi),
    hasSession: () => gateway.readySessions().length > 0,
    attachment: (path) => files.get(path),
  })

  await new Promise<void>((resolve) => rest.server.listen(0, '127.0.0.1', resolve))
  const { port } = rest.server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`
  gateway.listen(rest.server, `ws://127.0.0.1:${port}/gateway`)

  const { requests } = rest
  const stage: Stage = {
    world,
    gateway,
    commands,
    interactions,
    watch,
    applicationId,
    problems,
    requests,
    now,
    snowflake,
    keepFile,
  }
  const seen = (): string => recentDoings(stage)
  const channelId = (place: HasId | Person): string =>
    'says' in place ? world.directChannel(place.id).id : place.id
  const waiting = (place: HasId | Person | undefined) =>
    outbox.find(({ message, taken }) => !taken && (!place || message.channel_id === channelId(place)))

  const double: DiscordDouble = {
    apiUrl: `${origin}/api`,
    token,
    applicationId,
    botUser: world.bot,
    mention: `<@${world.bot.id}>`,
    requests,
    confided,
    problems,
    rest,
    gateway,
    world,

    addGuild({ name, locale = 'en-US', botIn = true, botPermissions = [] }) {
      return holdGuild(stage, world.addGuild(name, { locale, botIn, botPermissions }))
    },
    addPerson: ({ name, locale = 'en-US', bot }) => createPerson(stage, world.addUser(name, bot), locale),
    directMessages: (person) => holdChannel(stage, world.directChannel(person.id)),

    async ready({ timeout = 30_000 } = {}) {
      const session = () => (gateway.readySessions().length > 0 ? true : undefined)
      await watch.until(session, { timeout, what: 'the bot to have a session', seen })
      await gateway.roundTrip(timeout)
    },
    async nextMessage({ in: place, timeout = DEFAULT_TIMEOUT } = {}) {
      const where = place ? `in ${'name' in place ? place.name : place.id}` : 'anywhere'
      const found = await watch.until(() => waiting(place), { timeout, what: `a message ${where}`, seen })
      found.taken = true
      return viewMessage(found.message)
    },
    async nextEdit({ id }, { timeout = DEFAULT_TIMEOUT } = {}) {
      // What it replies to may change without it.
      const own = (message: RawMessage | undefined): string =>
        JSON.stringify({ ...message, referenced_message: undefined })
      const before = own(world.messages.get(id))
      const changed = () => {
        const message = world.messages.get(id)
        return message && own(message) !== before ? message : undefined
      }
      return viewMessage(await watch.until(changed, { timeout, what: `an edit of message ${id}`, seen }))
    },
    until: (look, { what, timeout = DEFAULT_TIMEOUT }) =>
      watch.until(() => look() || undefined, { timeout, what, seen }),
    async settled({ quiet = 100, timeout = DEFAULT_TIMEOUT } = {}) {
      const end = Date.now() + timeout
      let known = -1
      while (known !== requests.length || rest.underWay > 0) {
        if (Date.now() > end) throw new Error(`The bot did not settle in ${timeout} ms.\n${seen()}`)
        known = requests.length
        await gateway.roundTrip(timeout)
        await new Promise((resolve) => setTimeout(resolve, quiet))
      }
    },
    async staysSilent({ in: place, after, until, quiet, timeout }) {
      const before = outbox.length
      await after()
      await until?.()
      const wait = {
        ...(quiet === undefined ? {} : { quiet }),
        ...(timeout === undefined ? {} : { timeout }),
      }
      await double.settled(wait)
      const said = outbox
        .slice(before)
        .filter(({ message, taken }) => !taken && (!place || message.channel_id === channelId(place)))
      if (said.length > 0) {
        throw new Error(
          `The bot was to stay silent and said: ${said.map(({ message }) => message.content).join(' | ')}`,
        )
      }
    },
    message({ id }) {
      const message = world.messages.get(id)
      return message && viewMessage(message)
    },

    commands: (guild) => commands.list(guild?.id),
    registerCommands: (bodies, guild) =>
      commands.register(bodies as readonly object[] as readonly CommandBody[], guild?.id),
    takeProblems: () => problems.splice(0),
    forget(age) {
      const time = now() - age
      rest.forget(time)
      interactions.forget(time)
      world.forget(time)
      gateway.forgetConfirmed()
      const kept = outbox.filter(({ message }) => Date.parse(message.timestamp) >= time)
      outbox.splice(0, outbox.length, ...kept)
    },
    async close() {
      watch.close()
      gateway.shutDown()
      await rest.shutDown()
    },
  }
  return double
}

/** What a member typed into the options of a command, or into a form. */
function wordsIn(data: unknown): unknown[] {
  const { value, options, components, component } = Object(data)
  return [value, ...[options, components, component].flat().flatMap((part) => (part ? wordsIn(part) : []))]
}
