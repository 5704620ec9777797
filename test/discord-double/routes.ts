import type { Gateway } from './gateway.js'
import {
  type Channel,
  type Guild,
  guildPayload,
  isThread,
  type MessageBody,
  MessageFlag,
  type RawAttachment,
  type RawMessage,
} from './payloads.js'
import { has, type Permission } from './permissions.js'
import type { Note } from './problems.js'
import { type Refusal, refuse, refuseForm } from './refusal.js'
import type { Call, Route, UploadedFile } from './rest.js'
import { checkMessage, messageParts, pingsOf } from './sending.js'
import type { World } from './world.js'

export interface RouteSurroundings {
  readonly world: World
  readonly gateway: Gateway
  readonly note: Note
  readonly now: () => number
  application(): Record<string, unknown>
  keepFile(file: UploadedFile): RawAttachment
  /** Called with each message the bot sends by itself, not in answer to an interaction. */
  sent(message: RawMessage): void
  /** Whether the application may read messages that are not meant for it. */
  readsContent(): boolean
}

/** What the bot may do with its own token: look at its servers, read channels, send and change messages. */
export function createRoutes(surroundings: RouteSurroundings): Route[] {
  const { world, gateway, note, keepFile } = surroundings
  const byNonce = new Map<string, { message: RawMessage; at: number }>()

  function guildOf(call: Call): Guild {
    const guild = world.guilds.get(call.param('guild'))
    if (guild === undefined || !guild.botIn) throw refuse(10004)
    return guild
  }

  /** The channel a request names, if the bot can see it. */
  function channelOf(call: Call): Channel {
    const channel = world.channels.get(call.param('channel'))
    if (channel === undefined) throw refuse(10003)
    const guild = world.guildOf(channel)
    if ((guild && !guild.botIn) || channel.type === 3) throw refuse(50001)
    need(channel, 'ViewChannel', refuse(50001))
    return channel
  }

  function need(channel: Channel, permission: Permission, refusal: Refusal = refuse(50013)): void {
    if (!has(world.permissionsIn(channel, world.bot.id), permission)) throw refusal
  }

  function messageOf(call: Call): RawMessage {
    const channel = channelOf(call)
    const message = world.messages.get(call.param('message'))
    const hidden = message && (message.flags & MessageFlag.ephemeral) !== 0
    if (message?.channel_id !== channel.id || hidden) throw refuse(10008)
    return message
  }

  const ownMessage = (call: Call): RawMessage => {
    const message = messageOf(call)
    if (message.author.id !== world.bot.id) throw refuse(50005)
    return message
  }

  /** A message as REST shows it to an application with, or without, the message content intent. */
  const shown = (message: RawMessage): RawMessage =>
    surroundings.readsContent() ? message : world.withheld(message)

  function needToSend(channel: Channel): void {
    if ([4, 15, 16].includes(channel.type)) throw refuse(50008)
    if (channel.type === 1 && world.closedDirectMessages.has(channel.recipients?.[0]?.id ?? ''))
      throw refuse(50007)
    need(channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages')
    needUnlocked(channel)
  }

  function needUnlocked(channel: Channel): void {
    if (channel.thread_metadata?.locked === true) need(channel, 'ManageThreads', refuse(160005))
  }

  function send(call: Call): RawMessage {
    const channel = channelOf(call)
    needToSend(channel)
    const body = call.body as MessageBody
    const sent = { route: call.route, body, files: call.files, sending: 'message' } as const
    checkMessage(sent, note)
    if (body.nonce === undefined || !body.enforce_nonce)
      note(call.route, 'Sent without an enforced nonce, so it may come twice when it is tried again.')
    if (call.files.length > 0) need(channel, 'AttachFiles')
    const replyTo = referenced(channel, body)

    const nonce = body.nonce === undefined || body.nonce === null ? undefined : `${channel.id} ${body.nonce}`
    const twin = nonce === undefined ? undefined : byNonce.get(nonce)
    // Discord remembers a nonce for "the past few minutes".
    if (twin && body.enforce_nonce && surroundings.now() - twin.at < 5 * 60_000) return twin.message

    const parts = messageParts(sent, keepFile)
    // Without Embed Links Discord takes the message and leaves its embeds out.
    const embeds = has(world.permissionsIn(channel, world.bot.id), 'EmbedLinks') ? parts.embeds : []
    const pings = pingsOf(body)
    const toAuthor = replyTo && body.allowed_mentions?.replied_user ? [replyTo.author.id] : []
    const message = world.addMessage({
      ...parts,
      embeds,
      channel,
      author: world.bot,
      replyTo,
      pings: [...new Set([...pings, ...toAuthor])],
      more: body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce },
    })
    if (nonce !== undefined) byNonce.set(nonce, { message, at: surroundings.now() })
    const [[oldest, { at }] = ['', { at: 0 }]] = byNonce
    if (surroundings.now() - at > 5 * 60_000) byNonce.delete(oldest)
    surroundings.sent(message)
    return message
  }

  function referenced(channel: Channel, body: MessageBody): RawMessage | undefined {
    const reference = body.message_reference
    if (!reference || reference.type === 1) return undefined
    need(channel, 'ReadMessageHistory', refuse(160002))
    const message = world.messages.get(reference.message_id)
    if (message?.channel_id === channel.id) return message
    if (reference.fail_if_not_exists === false) return undefined
    throw refuseForm([
      { path: 'message_reference', code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ])
  }

  function history(call: Call): RawMessage[] {
    const channel = channelOf(call)
    need(channel, 'ReadMessageHistory')
    const limit = Number(call.query.get('limit') ?? 50)
    if (!(limit >= 1 && limit <= 100)) {
      throw refuseForm([{ path: 'limit', code: 'NUMBER_TYPE_MAX', message: 'Must be between 1 and 100.' }])
    }
    const newestFirst = world.messagesIn(channel).reverse().map(shown)
    const [before, after, around] = ['before', 'after', 'around'].map((key) => {
      const id = call.query.get(key)
      return id === null ? undefined : BigInt(id)
    })
    if (before !== undefined) return newestFirst.filter(({ id }) => BigInt(id) < before).slice(0, limit)
    if (after !== undefined) return newestFirst.filter(({ id }) => BigInt(id) > after).slice(-limit)
    if (around === undefined) return newestFirst.slice(0, limit)
    const half = Math.floor(limit / 2)
    const newer = newestFirst.filter(({ id }) => BigInt(id) > around).slice(-half)
    return [...newer, ...newestFirst.filter(({ id }) => BigInt(id) <= around).slice(0, limit - newer.length)]
  }

  function startThread(call: Call, from?: RawMessage): Channel {
    const parent = channelOf(call)
    const guild = world.guildOf(parent)
    if (guild === undefined || isThread(parent)) throw refuse(50024)
    const { name, type } = call.body as { name: string; type?: number | null }
    if (name.length < 1 || name.length > 100) {
      const message = 'Must be between 1 and 100 in length.'
      throw refuseForm([{ path: 'name', code: 'BASE_TYPE_BAD_LENGTH', message }])
    }
    need(parent, type === 12 ? 'CreatePrivateThreads' : 'CreatePublicThreads')
    if (from && world.channels.has(from.id)) throw refuse(160004)
    const kind =
      !from && (type === 12 || (type === undefined && parent.type === 0)) ? 'privateThread' : 'thread'
    const id = from?.id
    return world.addChannel(guild, { name, kind, parentId: parent.id, id, ownerId: world.bot.id })
  }

  const memberOf = (call: Call) => {
    const member = guildOf(call).members.get(call.param('user'))
    if (member === undefined) throw refuse(10007)
    return member
  }

  const ok = (body: unknown) => ({ status: 200, body })

  return [
    {
      template: 'GET /gateway/bot',
      run: () => ok({ url: gateway.url, shards: 1, session_start_limit: gateway.sessionStartLimit }),
    },
    {
      template: 'GET /users/@me',
      run: () => ok({ ...world.bot, verified: true, mfa_enabled: true, flags: 0 }),
    },
    {
      template: 'POST /users/@me/channels',
      run(call) {
        const { recipient_id: id = '' } = call.body as { recipient_id?: string }
        if (!world.users.has(id)) throw refuse(10013)
        return ok(world.directChannel(id))
      },
    },
    {
      template: 'GET /users/:user',
      run(call) {
        const user = world.users.get(call.param('user'))
        if (user === undefined) throw refuse(10013)
        return ok(user)
      },
    },
    { template: 'GET /applications/@me', run: () => ok(surroundings.application()) },
    { template: 'GET /oauth2/applications/@me', run: () => ok(surroundings.application()) },
    { template: 'GET /channels/:channel', run: (call) => ok(channelOf(call)) },
    { template: 'GET /channels/:channel/messages', run: (call) => ok(history(call)) },
    { template: 'POST /channels/:channel/messages', run: (call) => ok(send(call)) },
    {
      template: 'GET /channels/:channel/messages/:message',
      run(call) {
        need(channelOf(call), 'ReadMessageHistory')
        return ok(shown(messageOf(call)))
      },
    },
    {
      template: 'PATCH /channels/:channel/messages/:message',
      run(call) {
        const before = ownMessage(call)
        const channel = channelOf(call)
        if (channel.thread_metadata?.archived) throw refuse(50083)
        needUnlocked(channel)
        const body = call.body as MessageBody
        const sent = { route: call.route, body, files: call.files, sending: 'edit', before } as const
        checkMessage(sent, note)
        const { flags, ...parts } = messageParts(sent, keepFile)
        const kept = before.flags & ~MessageFlag.suppressEmbeds
        return ok(world.editMessage(before, flags === undefined ? parts : { ...parts, flags: kept | flags }))
      },
    },
    {
      template: 'DELETE /channels/:channel/messages/:message',
      run(call) {
        const message = messageOf(call)
        const channel = channelOf(call)
        if (message.author.id !== world.bot.id) need(channel, 'ManageMessages')
        if (channel.thread_metadata?.archived) needUnlocked(channel) // an active locked thread still loses messages
        world.removeMessage(message)
        return { status: 204 }
      },
    },
    {
      template: 'POST /channels/:channel/typing',
      run(call) {
        needToSend(channelOf(call))
        return { status: 204 }
      },
    },
    {
      template: 'POST /channels/:channel/messages/:message/threads',
      run: (call) => ({ status: 201, body: startThread(call, messageOf(call)) }),
    },
    {
      template: 'POST /channels/:channel/threads',
      run: (call) => ({ status: 201, body: startThread(call) }),
    },
    { template: 'GET /guilds/:guild', run: (call) => ok(guildPayload(guildOf(call))) },
    {
      template: 'GET /guilds/:guild/channels',
      run: (call) => ok([...guildOf(call).channels.values()].filter((channel) => !isThread(channel))),
    },
    { template: 'GET /guilds/:guild/roles', run: (call) => ok([...guildOf(call).roles.values()]) },
    { template: 'GET /guilds/:guild/members/:user', run: (call) => ok(memberOf(call)) },
  ]
}
