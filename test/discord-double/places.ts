import { type MessageView, viewMessage } from './message-view.js'
import type { Channel, Guild, RawUser } from './payloads.js'
import type { Permission } from './permissions.js'
import { createPerson, type Person } from './person.js'
import type { Stage } from './stage.js'
import type { ChannelKind } from './world.js'

/** A channel or thread, as a test holds it. */
export interface ChannelHandle {
  readonly id: string
  readonly name: string
  /** `<#id>`, to put into a message. */
  readonly mention: string
  readonly raw: Channel
  /** Takes permissions in this channel from the bot; `allowBot` gives them back. */
  denyBot(...permissions: Permission[]): void
  allowBot(...permissions: Permission[]): void
  /** The same for a member. */
  deny(person: Person, ...permissions: Permission[]): void
  allow(person: Person, ...permissions: Permission[]): void
  /** Opens a thread, `from` a message where it is given. */
  addThread(thread: { name: string; private?: boolean; from?: { readonly id: string } }): ChannelHandle
  archive(): void
  /** Lets only moderators write in a thread. */
  lock(): void
  rename(name: string): void
  remove(): void
  /** Removes messages all at once, as moderators' tools do. */
  purge(...messages: readonly { readonly id: string }[]): void
  /** What everyone in the channel sees, oldest first. */
  messages(): readonly MessageView[]
}

/** A server, as a test holds it. */
export interface GuildHandle {
  readonly id: string
  readonly name: string
  readonly raw: Guild
  readonly owner: Person
  addChannel(channel: NewChannelHandle): ChannelHandle
  /** Makes a new member, or takes a person from elsewhere in. */
  addMember(who: NewMember | Person, settings?: { permissions?: readonly Permission[] }): Person
  addRole(role: { name: string; permissions?: readonly Permission[] }): {
    readonly id: string
    readonly name: string
  }
  giveRole(person: Person, role: { readonly id: string }): void
  /** An outage: Discord tells the bot the server is unavailable, which is no removal. */
  goesDown(): void
  comesBack(): void
  removesBot(): void
  invitesBotAgain(): void
}

export interface NewChannelHandle {
  readonly name: string
  readonly type?: ChannelKind
  readonly parent?: ChannelHandle
  readonly topic?: string
}

export interface NewMember {
  readonly name: string
  /** On top of what @everyone may do. */
  readonly permissions?: readonly Permission[]
  readonly locale?: string
  readonly bot?: boolean
}

export function holdChannel(stage: Stage, channel: Channel): ChannelHandle {
  const { world } = stage
  const set = (userId: string, permissions: Permission[], denied: boolean): void =>
    world.setDenied(channel, userId, permissions, denied)
  const become = (change: Partial<Channel['thread_metadata']>): void => {
    if (channel.thread_metadata === undefined) throw new Error(`#${channel.name} is no thread.`)
    Object.assign(channel.thread_metadata, change)
    world.channelChanged(channel)
  }
  return {
    id: channel.id,
    get name() {
      return channel.name ?? ''
    },
    mention: `<#${channel.id}>`,
    raw: channel,
    denyBot: (...permissions) => set(world.bot.id, permissions, true),
    allowBot: (...permissions) => set(world.bot.id, permissions, false),
    deny: (person, ...permissions) => set(person.id, permissions, true),
    allow: (person, ...permissions) => set(person.id, permissions, false),
    addThread({ name, private: isPrivate = false, from }) {
      const guild = world.guildOf(channel)
      if (guild === undefined) throw new Error('Only channels of a server have threads.')
      const kind = isPrivate ? 'privateThread' : 'thread'
      return holdChannel(stage, world.addChannel(guild, { name, kind, parentId: channel.id, id: from?.id }))
    },
    archive: () => become({ archived: true, archive_timestamp: world.iso() }),
    lock: () => become({ locked: true }),
    rename(name) {
      channel.name = name
      world.channelChanged(channel)
    },
    remove: () => world.removeChannel(channel),
    purge: (...messages) =>
      world.removeMessages(
        channel,
        messages.map(({ id }) => id),
      ),
    messages: () => world.messagesIn(channel).map(viewMessage),
  }
}

export function holdGuild(stage: Stage, guild: Guild): GuildHandle {
  const { world } = stage
  const owner = world.users.get(guild.ownerId) as RawUser
  return {
    id: guild.id,
    name: guild.name,
    raw: guild,
    owner: createPerson(stage, owner, 'en-US'),
    addChannel({ name, type = 'text', parent, topic }) {
      return holdChannel(stage, world.addChannel(guild, { name, kind: type, parentId: parent?.id, topic }))
    },
    addMember(who, settings = {}) {
      const known = 'says' in who
      const user = known ? who.user : world.addUser(who.name, who.bot)
      const permissions = settings.permissions ?? (known ? [] : (who.permissions ?? []))
      world.addMember(guild, user, permissions)
      return known ? who : createPerson(stage, user, who.locale ?? 'en-US')
    },
    addRole: ({ name, permissions = [] }) => world.addRole(guild, name, permissions),
    giveRole: ({ id }, role) => void guild.members.get(id)?.roles.push(role.id),
    goesDown: () => world.removeGuild(guild, true),
    comesBack: () => world.restoreGuild(guild),
    removesBot: () => world.removeGuild(guild, false),
    invitesBotAgain: () => world.restoreGuild(guild),
  }
}
