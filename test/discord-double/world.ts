import { Intent } from './intents.js'
import {
  type Channel,
  type Guild,
  guildCreatePayload,
  isThread,
  MessageFlag,
  memberPayload,
  type RawAttachment,
  type RawComponent,
  type RawEmbed,
  type RawMember,
  type RawMessage,
  type RawUser,
  rolePayload,
  userPayload,
} from './payloads.js'
import { bitsOf, EVERYONE, IN_DIRECT_MESSAGES, type Permission, permissionsOf } from './permissions.js'

/** Something the gateway tells the sessions that asked for it. */
export interface Event {
  readonly t: string
  readonly d: unknown
  /** Absent for direct messages. */
  readonly guildId?: string
  /** The intent a session needs to hear of it; 0 for none. */
  readonly intent: number
  /** What a session without the message content intent gets in place of `d`. */
  readonly withoutContent?: unknown
}

export interface NewMessage {
  readonly channel: Channel
  readonly author: RawUser
  readonly content?: string | undefined
  readonly embeds?: RawEmbed[] | undefined
  readonly components?: RawComponent[] | undefined
  readonly attachments?: RawAttachment[] | undefined
  readonly flags?: number | undefined
  readonly type?: number | undefined
  readonly replyTo?: RawMessage | undefined
  /** Ids of users who get a ping; by default those the text mentions. */
  readonly pings?: readonly string[] | undefined
  /** Anything else Discord may put on a message. */
  readonly more?: Partial<RawMessage> | undefined
}

export type ChannelKind =
  | 'text'
  | 'voice'
  | 'category'
  | 'announcement'
  | 'forum'
  | 'thread'
  | 'privateThread'

const channelTypes: Record<ChannelKind, number> = {
  text: 0,
  voice: 2,
  category: 4,
  announcement: 5,
  thread: 11,
  privateThread: 12,
  forum: 15,
}

export interface NewChannel {
  readonly name: string
  readonly kind: ChannelKind
  readonly parentId?: string | undefined
  readonly topic?: string | undefined
  /** For a thread started from a message, which has the message's id. */
  readonly id?: string | undefined
  readonly ownerId?: string | undefined
}

export type World = ReturnType<typeof createWorld>

/**
 * The servers, channels, people and messages of the double, kept as Discord would show them.
 *
 * @param publish called with each event that follows from a change
 */
export function createWorld(
  snowflake: () => string,
  now: () => number,
  botName: string,
  publish: (event: Event) => void,
) {
  const users = new Map<string, RawUser>()
  const guilds = new Map<string, Guild>()
  const channels = new Map<string, Channel>()
  const messages = new Map<string, RawMessage>()
  const closedDirectMessages = new Set<string>()

  const addUser = (name: string, bot = false): RawUser => {
    const user = userPayload(snowflake(), name, bot)
    users.set(user.id, user)
    return user
  }
  const bot = addUser(botName, true)
  const iso = (): string => new Date(now()).toISOString()
  const guildOf = (channel: Channel): Guild | undefined => guilds.get(channel.guild_id ?? '')

  const tell = (guild: Guild, t: string, d: unknown): void => {
    if (guild.botIn && guild.available)
      publish({ t, d: structuredClone(d), guildId: guild.id, intent: Intent.guilds })
  }

  const world = {
    users,
    guilds,
    channels,
    messages,
    /** Users who do not take direct messages from the bot. */
    closedDirectMessages,
    bot,
    addUser,
    guildOf,
    iso,

    addGuild(
      name: string,
      settings: { locale: string; botIn: boolean; botPermissions: readonly Permission[] },
    ) {
      const id = snowflake()
      const owner = addUser(`${name} owner`)
      const guild: Guild = {
        id,
        name,
        ownerId: owner.id,
        locale: settings.locale,
        botIn: settings.botIn,
        available: true,
        joinedAt: iso(),
        roles: new Map([[id, rolePayload(id, '@everyone', 0, bitsOf(EVERYONE))]]),
        channels: new Map(),
        members: new Map([[owner.id, memberPayload(owner, [], iso())]]),
      }
      guilds.set(id, guild)
      if (settings.botIn) {
        const role = rolePayload(snowflake(), botName, 1, bitsOf(settings.botPermissions))
        guild.roles.set(role.id, { ...role, managed: true, tags: { bot_id: bot.id } })
        guild.members.set(bot.id, memberPayload(bot, [role.id], iso()))
        tell(guild, 'GUILD_CREATE', guildCreatePayload(guild, bot.id))
      }
      return guild
    },

    /** The bot is removed from a server, or the server has an outage, which looks nearly the same. */
    removeGuild(guild: Guild, outage: boolean) {
      tell(guild, 'GUILD_DELETE', { id: guild.id, unavailable: outage || undefined })
      if (outage) guild.available = false
      else {
        guild.botIn = false
        guild.members.delete(bot.id)
      }
    },

    /** A server is back after an outage, or has the bot again. */
    restoreGuild(guild: Guild) {
      guild.available = true
      if (!guild.botIn) {
        const role = [...guild.roles.values()].find(({ tags }) => tags?.bot_id === bot.id)
        guild.members.set(bot.id, memberPayload(bot, role === undefined ? [] : [role.id], iso()))
        guild.botIn = true
      }
      tell(guild, 'GUILD_CREATE', guildCreatePayload(guild, bot.id))
    },

    addMember(guild: Guild, user: RawUser, permissions: readonly Permission[]): RawMember {
      const member = memberPayload(user, [], iso())
      guild.members.set(user.id, member)
      if (permissions.length > 0) {
        const role = rolePayload(
          snowflake(),
          `${user.username}'s role`,
          guild.roles.size,
          bitsOf(permissions),
        )
        guild.roles.set(role.id, role)
        member.roles.push(role.id)
        tell(guild, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role })
      }
      return member
    },

    addRole(guild: Guild, name: string, permissions: readonly Permission[]) {
      const role = rolePayload(snowflake(), name, guild.roles.size, bitsOf(permissions))
      guild.roles.set(role.id, role)
      tell(guild, 'GUILD_ROLE_CREATE', { guild_id: guild.id, role })
      return role
    },

    addChannel(
      guild: Guild,
      { name, kind, parentId, topic, id = snowflake(), ownerId }: NewChannel,
    ): Channel {
      const base: Channel = {
        id,
        type: channelTypes[kind],
        flags: 0,
        last_message_id: null,
        guild_id: guild.id,
      }
      const parent = guild.channels.get(parentId ?? '')
      const threaded = kind === 'thread' || kind === 'privateThread'
      if (threaded && parent === undefined) throw new Error(`The thread "${name}" needs a parent channel.`)
      const channel: Channel = threaded
        ? {
            ...base,
            type: parent?.type === channelTypes.announcement ? 10 : base.type,
            name,
            parent_id: parentId ?? null,
            owner_id: ownerId ?? guild.ownerId,
            message_count: 0,
            member_count: 1,
            total_message_sent: 0,
            rate_limit_per_user: 0,
            thread_metadata: {
              archived: false,
              auto_archive_duration: 1440,
              archive_timestamp: iso(),
              locked: false,
              create_timestamp: iso(),
            },
          }
        : {
            ...base,
            name,
            parent_id: parentId ?? null,
            position: guild.channels.size,
            topic: topic ?? null,
            nsfw: false,
            rate_limit_per_user: 0,
            permission_overwrites: [],
            ...(kind === 'forum' ? { available_tags: [] } : {}),
          }
      channels.set(id, channel)
      guild.channels.set(id, channel)
      tell(guild, threaded ? 'THREAD_CREATE' : 'CHANNEL_CREATE', {
        ...channel,
        newly_created: threaded || undefined,
      })
      const starter = messages.get(id)
      if (starter) {
        Object.assign(starter, { flags: starter.flags | MessageFlag.hasThread, thread: channel })
        publishMessage('MESSAGE_UPDATE', starter)
      }
      return channel
    },

    /** Tells the bot of a change made to `channel` itself. */
    channelChanged(channel: Channel) {
      const guild = guildOf(channel)
      if (guild) tell(guild, isThread(channel) ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', channel)
    },

    removeChannel(channel: Channel) {
      channels.delete(channel.id)
      const guild = guildOf(channel)
      guild?.channels.delete(channel.id)
      for (const message of [...messages.values()]) {
        if (message.channel_id === channel.id) messages.delete(message.id)
      }
      if (guild) tell(guild, isThread(channel) ? 'THREAD_DELETE' : 'CHANNEL_DELETE', channel)
    },

    /** Takes permissions in a channel from a member, or gives them back. */
    setDenied(channel: Channel, userId: string, names: readonly Permission[], denied: boolean) {
      const overwrites = channel.permission_overwrites
      if (overwrites === undefined) throw new Error('Permissions are set on channels, not on threads.')
      const found = overwrites.find(({ id }) => id === userId)
      const overwrite = found ?? { id: userId, type: 1 as const, allow: '0', deny: '0' }
      if (!found) overwrites.push(overwrite)
      const bits = bitsOf(names)
      overwrite.deny = String(denied ? BigInt(overwrite.deny) | bits : BigInt(overwrite.deny) & ~bits)
      world.channelChanged(channel)
    },

    /** What a user may do in a channel. */
    permissionsIn(channel: Channel, userId: string): bigint {
      const guild = guildOf(channel)
      return guild ? permissionsOf(guild, userId, channel) : IN_DIRECT_MESSAGES
    },

    /** The channel of direct messages between the bot and a user, opened when there is none. */
    directChannel(userId: string): Channel {
      const open = [...channels.values()].find(
        ({ type, recipients }) => type === 1 && recipients?.length === 1 && recipients[0]?.id === userId,
      )
      return open ?? world.privateChannel([userId])
    },

    /** A channel without a server; with two people in it, one the bot has no part in. */
    privateChannel(userIds: readonly string[]): Channel {
      const recipients = userIds.flatMap((id) => users.get(id) ?? [])
      const type = userIds.length === 1 ? 1 : 3
      const channel: Channel = { id: snowflake(), type, flags: 0, last_message_id: null, recipients }
      channels.set(channel.id, channel)
      return channel
    },

    /** Whoever may send into an archived thread opens it again by doing so. */
    addMessage(draft: NewMessage): RawMessage {
      const { channel, author, replyTo } = draft
      if (channel.thread_metadata?.archived === true) {
        Object.assign(channel.thread_metadata, { archived: false, archive_timestamp: iso() })
        world.channelChanged(channel)
      }
      const content = draft.content ?? ''
      const pinged = draft.pings ?? mentionedIn(content)
      const message: RawMessage = {
        id: snowflake(),
        channel_id: channel.id,
        author,
        content,
        timestamp: iso(),
        edited_timestamp: null,
        tts: false,
        mention_everyone: false,
        mentions: pinged.flatMap((id) => users.get(id) ?? []),
        mention_roles: [],
        attachments: draft.attachments ?? [],
        embeds: draft.embeds ?? [],
        components: numbered(draft.components ?? []),
        pinned: false,
        type: draft.type ?? (replyTo ? 19 : 0),
        flags: draft.flags ?? 0,
        ...(replyTo ? { message_reference: referenceTo(replyTo, channel), referenced_message: replyTo } : {}),
        ...draft.more,
      }
      messages.set(message.id, message)
      channel.last_message_id = message.id
      publishMessage('MESSAGE_CREATE', message)
      return message
    },

    editMessage(message: RawMessage, change: Partial<RawMessage>): RawMessage {
      Object.assign(message, { edited_timestamp: iso() }, change)
      if (change.components) message.components = numbered(change.components)
      if (change.content !== undefined && change.mentions === undefined && message.author.id !== bot.id) {
        // Whom a reply pings it goes on pinging, whatever its words are changed to.
        const repliedTo = message.referenced_message?.author.id
        const pinged = message.mentions.flatMap(({ id }) => (id === repliedTo ? [id] : []))
        const ids = new Set([...mentionedIn(change.content), ...pinged])
        message.mentions = [...ids].flatMap((id) => users.get(id) ?? [])
      }
      publishMessage('MESSAGE_UPDATE', message)
      return message
    },

    removeMessage(message: RawMessage) {
      messages.delete(message.id)
      if (!isHidden(message)) publishRemoval('MESSAGE_DELETE', message.channel_id, { id: message.id })
    },

    /** Removes several messages of a channel at once, as moderators' tools do. */
    removeMessages(channel: Channel, ids: readonly string[]) {
      for (const id of ids) messages.delete(id)
      publishRemoval('MESSAGE_DELETE_BULK', channel.id, { ids: [...ids] })
    },

    /** Drops messages written before `time` without telling anybody, for tests that run for long. */
    forget(time: number) {
      for (const [id, { timestamp }] of messages) {
        if (Date.parse(timestamp) >= time) break
        messages.delete(id)
      }
    },

    /** The messages everyone in a channel can see, oldest first. */
    messagesIn: (channel: Channel): RawMessage[] =>
      [...messages.values()].filter((message) => message.channel_id === channel.id && !isHidden(message)),

    withheld,
  }

  /**
   * The message as an application without the message content intent gets it: without its words, unless
   * it is the bot's own, stands in a direct message, or mentions the bot. A reply with a ping to a regular
   * message of the bot mentions it; one to an interaction response does not.
   */
  function withheld(message: RawMessage): RawMessage {
    const referenced = message.referenced_message
    const rest: RawMessage = referenced ? { ...message, referenced_message: withheld(referenced) } : message
    const inGuild = channels.get(message.channel_id)?.guild_id !== undefined
    const visible =
      message.author.id === bot.id || !inGuild || message.mentions.some(({ id }) => id === bot.id)
    return visible ? rest : { ...rest, content: '', embeds: [], attachments: [], components: [] }
  }

  function publishMessage(t: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: RawMessage): void {
    const channel = channels.get(message.channel_id)
    if (channel === undefined || isHidden(message) || channel.type === 3) return
    const guild = guildOf(channel)
    if (guild && !(guild.botIn && guild.available)) return
    const member = guild?.members.get(message.author.id)
    const around = {
      channel_type: channel.type,
      ...(guild ? { guild_id: guild.id } : {}),
      ...(member && message.webhook_id === undefined ? { member: withoutUser(member) } : {}),
    }
    publish({
      t,
      // Copied, so that an event replayed later says what was so when it happened.
      d: structuredClone({ ...message, ...around }),
      withoutContent: structuredClone({ ...withheld(message), ...around }),
      intent: guild ? Intent.guildMessages : Intent.directMessages,
      ...(guild ? { guildId: guild.id } : {}),
    })
  }

  function publishRemoval(t: string, channelId: string, what: object): void {
    const guildId = channels.get(channelId)?.guild_id
    const inGuild = guildId === undefined ? {} : { guildId }
    publish({
      t,
      d: { ...what, channel_id: channelId, ...(guildId === undefined ? {} : { guild_id: guildId }) },
      intent: guildId === undefined ? Intent.directMessages : Intent.guildMessages,
      ...inGuild,
    })
  }

  return world
}

/** A member as it stands beside its user: messages and interactions carry it so. */
export function withoutUser({ user: _, ...member }: RawMember): Omit<RawMember, 'user'> {
  return member
}

const isHidden = (message: RawMessage): boolean => (message.flags & MessageFlag.ephemeral) !== 0

const mentionedIn = (content: string): string[] => [
  ...new Set([...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? [])),
]

function referenceTo(message: RawMessage, channel: Channel) {
  const guild = channel.guild_id === undefined ? {} : { guild_id: channel.guild_id }
  return { type: 0, message_id: message.id, channel_id: message.channel_id, ...guild }
}

/** Discord numbers the components of a message that come without an id. */
function numbered(components: RawComponent[]): RawComponent[] {
  let next = 1
  const number = (component: RawComponent): RawComponent => {
    const id = component.id ?? next++
    return {
      ...component,
      id,
      ...(component.components ? { components: component.components.map(number) } : {}),
      ...(component.component ? { component: number(component.component) } : {}),
      ...(component.accessory ? { accessory: number(component.accessory) } : {}),
    }
  }
  return components.map(number)
}
