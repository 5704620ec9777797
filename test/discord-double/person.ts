import type { Choice } from './command-rules.js'
import type { RegisteredCommand } from './commands.js'
import { holdInteraction, type InteractionHandle, interactionBehind } from './interaction-handle.js'
import { InteractionType, interactionPayload, type Occasion } from './interaction-payload.js'
import type { Interaction } from './interactions.js'
import { inDefaultNames } from './localised.js'
import { type MessageView, viewMessage } from './message-view.js'
import { fillModal, type ModalValues } from './modal-values.js'
import { fillOptions, type OptionValues, type Resolved, resolveObject } from './option-values.js'
import { type Channel, everyComponent, type RawComponent, type RawMessage, type RawUser } from './payloads.js'
import { has } from './permissions.js'
import type { Stage } from './stage.js'

/** Somebody on Discord, as a test lets them act. Each act is over when Discord has told the bot of it. */
export interface Person {
  readonly id: string
  readonly name: string
  /** `<@id>`, to put into a message. */
  readonly mention: string
  readonly user: RawUser
  /** Writes in a channel. */
  says(channel: HasId, text: string, how?: Saying): Promise<MessageView>
  /** Writes to the bot alone. */
  directMessage(text: string, how?: Saying): Promise<MessageView>
  /** Opens a post in a forum: a thread that has the id of its first message. */
  posts(forum: HasId, title: string, text: string, how?: Saying): Promise<MessageView>
  edits(message: HasId, text: string): Promise<MessageView>
  deletes(message: HasId): Promise<void>
  /** Runs a slash command: `'/ask'`, or with a sub-command `'/channels add'`. */
  runs(command: string, values: OptionValues, use: Use): Promise<InteractionHandle>
  /** Types in an option of a slash command, and gets the choices the bot offers. */
  types(
    command: string,
    values: OptionValues,
    use: Use & { readonly focused: string },
  ): Promise<readonly Choice[]>
  /** The same, for a test that goes on while the bot answers. */
  typing(
    command: string,
    values: OptionValues,
    use: Use & { readonly focused: string },
  ): Promise<InteractionHandle>
  /** Picks a command from the menu of a message, or of a person. */
  usesOnMessage(command: string, message: HasId, use?: Partial<Use>): Promise<InteractionHandle>
  usesOnPerson(command: string, person: HasId, use: Use): Promise<InteractionHandle>
  /** Presses a button, named by its custom id or its label, on a message or on what an interaction showed. */
  presses(target: HasId | InteractionHandle, button: string, use?: Partial<Use>): Promise<InteractionHandle>
  /** Picks from a select menu, named by its custom id or placeholder; options by value or label. */
  selects(
    target: HasId | InteractionHandle,
    menu: string,
    values: readonly (string | HasId)[],
    use?: Partial<Use>,
  ): Promise<InteractionHandle>
  /** Fills in the modal an interaction opened, fields named by custom id or label, and sends it. */
  submits(opened: InteractionHandle, values: ModalValues, use?: Partial<Use>): Promise<InteractionHandle>
  /**
   * The same person with a tampered client: `forge` changes what is sent, and nothing is checked first.
   * An object is laid over the payload, where `undefined` removes a property.
   */
  forges(forge: Forge): Person
  /** Stops the bot from writing to this person: 403, code 50007. */
  closesDirectMessages(): void
}

export interface HasId {
  readonly id: string
}

export interface Saying {
  /** Puts the bot's mention in place of `@bot`, or before the text when that does not occur. */
  readonly mentionsBot?: boolean
  readonly replyTo?: HasId
  /** Whether a reply pings whom it answers; true by default, as in Discord. */
  readonly ping?: boolean
  /** Writes as a webhook, whose author is no bot account either. */
  readonly webhook?: boolean
  /** Anything else to be on the message: `type`, `embeds`, `flags`. */
  readonly raw?: Partial<RawMessage>
}

export interface Use {
  /** A channel, the direct messages with the bot, or a private channel the bot has no part in. */
  readonly in: HasId | 'dm' | 'private'
  readonly locale?: string
  /** Acts for the user only, as if the server had not installed the application. */
  readonly userInstalled?: boolean
  /** A server may open a command to others than `default_member_permissions` says. */
  readonly allowedByServer?: boolean
  /** Runs a command nobody registered; types of options follow from the values. */
  readonly unregistered?: boolean
}

export type Forge =
  | Readonly<Record<string, unknown>>
  | ((payload: Record<string, unknown>) => Record<string, unknown> | undefined)

const CHAT_INPUT = 1
const ON_USER = 2
const ON_MESSAGE = 3
const BUTTON = 2
const LINK = 5
const STRING_SELECT = 3
const FORUM = 15

export function createPerson(stage: Stage, user: RawUser, locale: string, forge?: Forge): Person {
  const { world, commands, interactions, gateway } = stage
  const name = user.global_name ?? user.username

  function channelOf(place: Use['in']): Channel {
    if (place === 'dm') return world.directChannel(user.id)
    if (place === 'private') return world.privateChannel([user.id, world.addUser('somebody else').id])
    const channel = world.channels.get(place.id)
    if (channel === undefined) throw new Error(`There is no channel ${place.id}.`)
    return channel
  }

  const occasionOf = (channel: Channel, use: Partial<Use>): Occasion => ({
    user,
    channel,
    locale: use.locale ?? locale,
    userInstalled: use.userInstalled ?? false,
  })

  function messageOf({ id }: HasId): RawMessage {
    const message = world.messages.get(id)
    if (message === undefined) throw new Error(`There is no message ${id}; it may have been deleted.`)
    return message
  }

  function own(message: HasId): RawMessage {
    const raw = messageOf(message)
    if (raw.author.id !== user.id) throw new Error(`${name} did not write "${raw.content}".`)
    return raw
  }

  /** In a locked thread only moderators write; in an archived one nobody does more than send, which opens it again. */
  function mayWrite(channel: Channel, more = false): void {
    const { archived = false, locked = false } = channel.thread_metadata ?? {}
    const moderates = has(world.permissionsIn(channel, user.id), 'ManageThreads')
    if (forge || !((locked && !moderates) || (archived && more))) return
    throw new Error(
      `Discord does not let ${name} do that: #${channel.name} is ${locked ? 'locked' : 'archived'}.`,
    )
  }

  /** Sends an interaction to the bot. */
  function interact(
    kind: Interaction['kind'],
    occasion: Occasion,
    data: Record<string, unknown>,
    source?: RawMessage,
  ): InteractionHandle {
    if (gateway.sessions.length === 0) throw new Error('The bot has no session: await discord.ready() first.')
    if (kind === 'command' || kind === 'autocomplete') mayWrite(occasion.channel, true)
    const original = interactionPayload(stage, occasion, InteractionType[kind], data, source)
    const payload = forge ? forged(original, forge) : original
    const chatInput = data['type'] === CHAT_INPUT
    const interaction: Interaction = {
      id: String(payload['id']),
      token: String(payload['token']),
      kind,
      user,
      channel: occasion.channel,
      madeAt: stage.now(),
      payload,
      source,
      userInstalledOnly: occasion.userInstalled,
      metadata: {
        id: payload['id'],
        type: payload['type'],
        user,
        authorizing_integration_owners: payload['authorizing_integration_owners'],
        ...(kind === 'command' ? { name: data['name'], command_type: data['type'] } : {}),
        ...(source ? { interacted_message_id: source.id } : {}),
      },
      messageType: kind === 'command' && !chatInput ? 23 : 20,
      callbacks: [],
      acknowledgedWith: undefined,
      originalId: undefined,
      shown: [],
      followUps: [],
    }
    interactions.open(interaction)
    const guild = world.guildOf(occasion.channel)
    gateway.publish({
      t: 'INTERACTION_CREATE',
      d: payload,
      intent: 0,
      // Where the bot is in no server, Discord tells the shard for direct messages.
      ...(guild?.botIn ? { guildId: guild.id } : {}),
    })
    return holdInteraction(stage, interaction)
  }

  /** The command a member would find under this name, if Discord shows it to them here. */
  function commandFor(
    called: string,
    type: number,
    occasion: Occasion,
    use: Partial<Use>,
  ): RegisteredCommand | undefined {
    const { channel, userInstalled } = occasion
    const guild = world.guildOf(channel)
    const command = commands.find(called, type, guild?.id, occasion.locale)
    if (use.unregistered) return undefined
    if (command === undefined) {
      const known = [...commands.list(), ...commands.list(guild?.id ?? '')].map((one) => one.name)
      throw new Error(
        `No command "${called}" of type ${type} is registered here, only: ${known.join(', ') || 'none'}.`,
      )
    }
    if (forge) return command
    const hidden = (why: string): never => {
      throw new Error(`Discord does not show "${called}" to ${name} here: ${why}.`)
    }
    const context = guild ? 0 : channel.type === 1 ? 1 : 2
    if (command.contexts && !command.contexts.includes(context))
      hidden(`its contexts are ${command.contexts}`)
    if (!(command.integration_types ?? [0]).includes(userInstalled ? 1 : 0)) {
      hidden(`its integration_types are ${command.integration_types}`)
    }
    const needed = command.default_member_permissions
    if (guild && needed !== null && needed !== undefined && !use.allowedByServer) {
      const bits = world.permissionsIn(channel, user.id)
      const enough = BigInt(needed) !== 0n && (bits & BigInt(needed)) === BigInt(needed)
      if (!enough && !has(bits, 'Administrator')) hidden(`default_member_permissions is ${needed}`)
    }
    return command
  }

  function commandData(
    command: RegisteredCommand | undefined,
    called: string,
    type: number,
  ): Record<string, unknown> {
    return {
      id: command?.id ?? stage.snowflake(),
      name: command?.name ?? called,
      type,
      ...(command?.guild_id === undefined ? {} : { guild_id: command.guild_id }),
    }
  }

  function slash(
    kind: 'command' | 'autocomplete',
    line: string,
    values: OptionValues,
    use: Use & { focused?: string },
  ) {
    const [called = '', ...path] = line.replace(/^\//, '').split(/\s+/)
    const occasion = occasionOf(channelOf(use.in), use)
    const command = commandFor(called, CHAT_INPUT, occasion, use)
    const anyhow = forge !== undefined
    const focus = use.focused === undefined ? {} : { focused: use.focused }
    const entered = inDefaultNames(command, occasion.locale, { path, values, ...focus })
    const { options, resolved } = fillOptions({ stage, occasion, command, anyhow, ...entered })
    return interact(kind, occasion, {
      ...commandData(command, called, CHAT_INPUT),
      ...(options.length > 0 ? { options } : {}),
      ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
    })
  }

  /** Finds a component, waiting for the response when the target is an interaction. */
  async function find(
    target: HasId | InteractionHandle,
    called: string,
    fits: (component: RawComponent) => boolean,
  ): Promise<{ message: RawMessage; component: RawComponent | undefined }> {
    const interaction = interactionBehind.get(target as InteractionHandle)
    if (interaction) await (target as InteractionHandle).response()
    const shown = interaction ? [...interaction.shown].reverse() : [target.id]
    const messages = shown.flatMap((id) => world.messages.get(id) ?? [])
    const seen = messages.filter((message) => forge || interactions.canSee(user.id, message))
    for (const message of seen) {
      const component = everyComponent(message.components)
        .filter(fits)
        .find((one) => isCalled(one, called))
      if (component?.disabled && !forge) throw new Error(`"${called}" is disabled.`)
      if (component) return { message, component }
    }
    const [message] = seen
    if (message === undefined) throw new Error(`${name} sees no message to use "${called}" on.`)
    if (forge) return { message, component: undefined }
    const there = seen.flatMap(({ components }) => everyComponent(components).filter(fits))
    const labels = there.map(
      ({ label, placeholder, custom_id: id }) => `"${label ?? placeholder ?? ''}" (${id})`,
    )
    throw new Error(`There is no "${called}" here, only: ${labels.join(', ') || 'nothing of that kind'}.`)
  }

  const place = (message: RawMessage): Channel => channelOf({ id: message.channel_id })

  const person: Person = {
    id: user.id,
    name,
    mention: `<@${user.id}>`,
    user,

    async says(place, text, how = {}) {
      const channel = channelOf(place)
      mayWrite(channel)
      const replyTo = how.replyTo && messageOf(how.replyTo)
      const content = how.mentionsBot ? withMention(text, `<@${world.bot.id}>`) : text
      const mentioned = [...content.matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? [])
      // The answer to an interaction counts as a webhook's, and a webhook cannot be pinged.
      const pinged =
        replyTo && how.ping !== false && replyTo.webhook_id === undefined ? [replyTo.author.id] : []
      const message = world.addMessage({
        channel,
        author: user,
        content,
        replyTo,
        pings: [...new Set([...mentioned, ...pinged])],
        more: { ...(how.webhook ? { webhook_id: stage.snowflake() } : {}), ...how.raw },
      })
      return viewMessage(message)
    },
    directMessage: (text, how) => person.says(world.directChannel(user.id), text, how),
    async posts(forum, title, text, how = {}) {
      const parent = channelOf(forum)
      const guild = world.guildOf(parent)
      if (guild === undefined || parent.type !== FORUM) throw new Error(`#${parent.name} is no forum.`)
      const post = { name: title, kind: 'thread', parentId: parent.id, ownerId: user.id } as const
      const { id } = world.addChannel(guild, post)
      return person.says({ id }, text, { ...how, raw: { ...how.raw, id } })
    },
    async edits(message, text) {
      const raw = own(message)
      mayWrite(channelOf({ id: raw.channel_id }), true)
      return viewMessage(world.editMessage(raw, { content: text }))
    },
    async deletes(message) {
      world.removeMessage(own(message))
    },

    async runs(line, values, use) {
      return slash('command', line, values, use)
    },
    types: (line, values, use) => slash('autocomplete', line, values, use).choices(),
    async typing(line, values, use) {
      return slash('autocomplete', line, values, use)
    },

    async usesOnMessage(called, target, use = {}) {
      const message = messageOf(target)
      const occasion = occasionOf(use.in ? channelOf(use.in) : place(message), use)
      const command = commandFor(called, ON_MESSAGE, occasion, use)
      return interact('command', occasion, {
        ...commandData(command, called, ON_MESSAGE),
        target_id: message.id,
        resolved: { messages: { [message.id]: message } },
      })
    },
    async usesOnPerson(called, target, use) {
      const occasion = occasionOf(channelOf(use.in), use)
      const command = commandFor(called, ON_USER, occasion, use)
      const resolved: Resolved = {}
      resolveObject(
        stage,
        occasion,
        (kind, id, object) => {
          resolved[kind] = { ...resolved[kind], [id]: object }
          return id
        },
        6,
        target.id,
      )
      return interact('command', occasion, {
        ...commandData(command, called, ON_USER),
        target_id: target.id,
        resolved,
      })
    },

    async presses(target, button, use = {}) {
      const { message, component } = await find(target, button, ({ type }) => type === BUTTON)
      if (component?.style === LINK)
        throw new Error(`"${button}" is a link: pressing it tells the bot nothing.`)
      const data = {
        custom_id: component?.custom_id ?? button,
        component_type: BUTTON,
        id: component?.id ?? 1,
      }
      return interact('component', occasionOf(place(message), use), data, message)
    },
    async selects(target, menu, values, use = {}) {
      const isSelect = ({ type }: RawComponent): boolean => type === STRING_SELECT || (type >= 5 && type <= 8)
      const { message, component } = await find(target, menu, isSelect)
      const occasion = occasionOf(place(message), use)
      const type = component?.type ?? STRING_SELECT
      const resolved: Resolved = {}
      const picked = values.map((value) => {
        if (typeof value === 'string') return pick(component, value, forge !== undefined)
        const put = (kind: string, id: string, object: unknown): string => {
          resolved[kind] = { ...resolved[kind], [id]: object }
          return id
        }
        // A channel select (8) may hold what a channel option (7) does.
        return resolveObject(stage, occasion, put, type === 8 ? 7 : 0, value.id)
      })
      const data = {
        custom_id: component?.custom_id ?? menu,
        component_type: type,
        id: component?.id ?? 1,
        values: picked,
        ...(type === STRING_SELECT ? {} : { resolved }),
      }
      return interact('component', occasion, data, message)
    },
    async submits(opened, values, use = {}) {
      const modal = await opened.modal()
      const { channel, source } = interactionBehind.get(opened) ?? {}
      if (channel === undefined) throw new Error('Only what opened a modal can be submitted.')
      const components = fillModal(modal, values, forge !== undefined)
      return interact(
        'modal',
        occasionOf(channel, use),
        { custom_id: modal.customId, components, resolved: {} },
        source,
      )
    },

    forges: (how) => createPerson(stage, user, locale, how),
    closesDirectMessages() {
      world.closedDirectMessages.add(user.id)
    },
  }
  return person
}

const isCalled = ({ custom_id: id, label, placeholder }: RawComponent, called: string): boolean =>
  [id, label, placeholder].includes(called)

const withMention = (text: string, mention: string): string =>
  text.includes('@bot') ? text.replaceAll('@bot', mention) : `${mention} ${text}`

function pick(component: RawComponent | undefined, wanted: string, anyhow: boolean): string {
  const options = component?.options ?? []
  const option = options.find(({ value, label }) => value === wanted || label === wanted)
  if (option) return option.value
  if (anyhow || component?.type !== STRING_SELECT) return wanted
  throw new Error(`There is no option "${wanted}", only: ${options.map(({ label }) => label).join(', ')}.`)
}

function forged(payload: Record<string, unknown>, forge: Forge): Record<string, unknown> {
  if (typeof forge === 'function') return forge(payload) ?? payload
  return overlaid(payload, forge)
}

function overlaid(
  base: Record<string, unknown>,
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result = { ...base }
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) delete result[key]
    else if (isPlain(value) && isPlain(result[key])) result[key] = overlaid(result[key], value)
    else result[key] = value
  }
  return result
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
