import { type Choice, choiceViolations } from './command-rules.js'
import { modalViolations } from './component-rules.js'
import {
  type Channel,
  type MessageBody,
  MessageFlag,
  type RawAttachment,
  type RawMessage,
  type RawUser,
} from './payloads.js'
import type { Note } from './problems.js'
import { refuse, refuseForm } from './refusal.js'
import type { Answer, Call, Route, UploadedFile } from './rest.js'
import { checkMessage, messageParts, pingsOf, type Sent } from './sending.js'
import type { Watch } from './waiting.js'
import type { World } from './world.js'

/** A callback as the bot sent it, with the milliseconds since the interaction was made. */
export interface Callback {
  readonly type: number
  readonly data: unknown
  readonly ms: number
}

/** One interaction, and what has come of it so far. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly kind: 'command' | 'component' | 'autocomplete' | 'modal'
  readonly user: RawUser
  readonly channel: Channel
  readonly madeAt: number
  readonly payload: Record<string, unknown>
  /** The message with the component that was pressed. */
  readonly source: RawMessage | undefined
  /** Whether the application acts for a user only, who then gets at most five follow-ups. */
  readonly userInstalledOnly: boolean
  /** What Discord writes on the messages that answer it. */
  readonly metadata: Record<string, unknown>
  readonly messageType: number
  readonly callbacks: Callback[]
  acknowledgedWith: number | undefined
  originalId: string | undefined
  /** Messages that became visible through it, in order. */
  readonly shown: string[]
  readonly followUps: string[]
}

export const ACKNOWLEDGE_WITHIN = 3000
export const TOKEN_LIVES = 15 * 60_000

const REPLY = 4
const DEFER = 5
const DEFER_UPDATE = 6
const UPDATE = 7
const CHOICES = 8
const MODAL = 9

const answersTo: Record<Interaction['kind'], readonly number[]> = {
  command: [REPLY, DEFER, MODAL],
  component: [REPLY, DEFER, DEFER_UPDATE, UPDATE, MODAL],
  autocomplete: [CHOICES],
  modal: [REPLY, DEFER],
}

export interface InteractionSurroundings {
  readonly world: World
  readonly applicationId: string
  readonly now: () => number
  readonly note: Note
  readonly watch: Watch
  keepFile(file: UploadedFile): RawAttachment
  /** Called with each interaction when it is made. */
  opened(interaction: Interaction): void
}

export type Interactions = ReturnType<typeof createInteractions>

/** The interactions that were made, and the routes by which the bot answers them. */
export function createInteractions(surroundings: InteractionSurroundings) {
  const { world, applicationId, now, note, watch, keepFile, opened } = surroundings
  const interactions = new Map<string, Interaction>()
  /** Who may see an ephemeral message. */
  const audience = new Map<string, string>()

  /** The message under `id`, as the webhook of `interaction` may reach it. */
  function messageOf(interaction: Interaction, id: string): RawMessage {
    const wanted = id === '@original' ? interaction.originalId : id
    const own = wanted === interaction.originalId || interaction.followUps.includes(wanted ?? '')
    const message = own && wanted !== undefined ? world.messages.get(wanted) : undefined
    if (message === undefined) throw refuse(10008)
    return message
  }

  function show(interaction: Interaction, message: RawMessage): void {
    if (!interaction.shown.includes(message.id)) interaction.shown.push(message.id)
    if ((message.flags & MessageFlag.ephemeral) !== 0) audience.set(message.id, interaction.user.id)
    watch.changed()
  }

  function post(
    interaction: Interaction,
    sent: Sent | undefined,
    flags: number,
    replyTo?: RawMessage,
  ): RawMessage {
    const parts = sent ? messageParts(sent, keepFile) : {}
    return world.addMessage({
      ...parts,
      channel: interaction.channel,
      author: world.bot,
      flags,
      replyTo,
      type: replyTo ? 19 : interaction.messageType,
      pings: sent ? pingsOf(sent.body) : [],
      more: {
        application_id: applicationId,
        webhook_id: applicationId,
        interaction_metadata: interaction.metadata,
        ...(interaction.kind === 'command'
          ? {
              interaction: {
                id: interaction.id,
                type: 2,
                name: interaction.metadata['name'],
                user: interaction.user,
              },
            }
          : {}),
      },
    })
  }

  function edit(interaction: Interaction, message: RawMessage, sent: Sent): RawMessage {
    const { flags = 0, ...parts } = messageParts(sent, keepFile)
    const kept = message.flags & ~MessageFlag.loading & ~MessageFlag.suppressEmbeds
    const suppress = sent.body.flags === undefined ? message.flags & MessageFlag.suppressEmbeds : 0
    // What fills in a deferred reply does not count as an edit.
    const wasLoading = (message.flags & MessageFlag.loading) !== 0
    const edited = world.editMessage(message, {
      ...parts,
      flags: kept | suppress | flags,
      ...(wasLoading ? { edited_timestamp: null } : {}),
    })
    show(interaction, edited)
    return edited
  }

  function callback(call: Call): Answer {
    const interaction = interactions.get(call.param('token'))
    const body = call.body as { type: number; data?: MessageBody | null }
    if (interaction === undefined || interaction.id !== call.param('interaction')) {
      throw refuse(10062, 'Answers an interaction that was never made.')
    }
    const ms = now() - interaction.madeAt
    if (interaction.acknowledgedWith !== undefined) {
      throw refuse(40060, `Acknowledged a second time, with type ${body.type}.`)
    }
    if (ms > ACKNOWLEDGE_WITHIN) throw refuse(10062, `Acknowledged after ${ms} ms, more than 3 s.`)

    const allowed = answersTo[interaction.kind]
    const updates = body.type === DEFER_UPDATE || body.type === UPDATE
    const fromMessage = interaction.kind === 'modal' && interaction.source !== undefined
    if (!allowed.includes(body.type) && !(updates && fromMessage)) {
      const message = `Value must be one of {${allowed.join(', ')}}.`
      throw refuseForm([{ path: 'type', code: 'BASE_TYPE_CHOICES', message }])
    }
    const takeEffect = acknowledge(interaction, call, body)
    interaction.acknowledgedWith = body.type
    interaction.callbacks.push({ type: body.type, data: body.data, ms })
    takeEffect()
    watch.changed()
    return call.query.get('with_response') === 'true'
      ? { status: 200, body: described(interaction) }
      : { status: 204 }
  }

  /** Checks one callback, and gives back what it does once it is accepted. */
  function acknowledge(
    interaction: Interaction,
    call: Call,
    { type, data }: { type: number; data?: MessageBody | null },
  ): () => void {
    const sent: Sent = {
      route: call.route,
      body: data ?? {},
      files: call.files,
      sending: type === UPDATE ? 'update' : 'reply',
      at: 'data',
      ...(type === UPDATE && interaction.source ? { before: interaction.source } : {}),
    }
    const flags = data?.flags ?? 0

    if (type === REPLY) {
      checkMessage(sent, note)
      return () => {
        const message = post(interaction, sent, flags, interaction.source)
        interaction.originalId = message.id
        show(interaction, message)
      }
    }
    if (type === DEFER) {
      if ((flags & ~MessageFlag.ephemeral) !== 0) {
        const message = 'A deferred response can only carry the ephemeral flag.'
        throw refuseForm([{ path: 'data.flags', code: 'MESSAGE_FLAGS_INVALID', message }])
      }
      return () => {
        const message = post(interaction, undefined, flags | MessageFlag.loading, interaction.source)
        interaction.originalId = message.id
      }
    }
    if (type === UPDATE && interaction.source) {
      const { source } = interaction
      if (data) checkMessage(sent, note)
      return () => {
        interaction.originalId = source.id
        edit(interaction, source, sent)
      }
    }
    if (type === CHOICES) {
      const { choices = [] } = (data ?? {}) as { choices?: Choice[] }
      const violations = choiceViolations(choices, 'data.choices')
      if (violations.length > 0) throw refuseForm(violations)
    }
    if (type === MODAL) {
      const violations = modalViolations((data ?? {}) as Record<string, unknown>)
      if (violations.length > 0) {
        throw refuseForm(violations.map((one) => ({ ...one, path: `data.${one.path}` })))
      }
    }
    return () => {
      if (type === DEFER_UPDATE) interaction.originalId = interaction.source?.id
    }
  }

  function described(interaction: Interaction): unknown {
    const message = world.messages.get(interaction.originalId ?? '')
    const loading = message !== undefined && (message.flags & MessageFlag.loading) !== 0
    const ephemeral = message !== undefined && (message.flags & MessageFlag.ephemeral) !== 0
    return {
      interaction: {
        id: interaction.id,
        type: interaction.payload['type'],
        ...(message
          ? {
              response_message_id: message.id,
              response_message_loading: loading,
              response_message_ephemeral: ephemeral,
            }
          : {}),
      },
      resource: { type: interaction.acknowledgedWith, ...(message ? { message } : {}) },
    }
  }

  /** The interaction whose webhook a request addresses, while it may be used. */
  function webhook(call: Call): Interaction {
    const interaction = interactions.get(call.param('token'))
    if (interaction === undefined || call.param('application') !== applicationId) throw refuse(10015)
    const ms = now() - interaction.madeAt
    if (ms > TOKEN_LIVES)
      throw refuse(50027, `Uses the token of an interaction ${Math.floor(ms / 60_000)} min old.`)
    if (interaction.acknowledgedWith === undefined) {
      throw refuse(10015, 'Edits or follows up before the interaction was acknowledged.')
    }
    return interaction
  }

  function followUp(call: Call): Answer {
    const interaction = webhook(call)
    const body = call.body as MessageBody
    const original = world.messages.get(interaction.originalId ?? '')
    const loading = original && (original.flags & MessageFlag.loading) !== 0
    if (loading && interaction.acknowledgedWith === DEFER) {
      const differs = ((body.flags ?? 0) ^ original.flags) & MessageFlag.ephemeral
      if (differs !== 0) {
        note(
          call.route,
          'The first follow-up after a deferral edits the deferred reply: its ephemeral flag is ignored.',
        )
      }
      const flags = (body.flags ?? 0) & ~MessageFlag.ephemeral
      return changed(call, interaction, original, { ...body, flags })
    }
    if (interaction.userInstalledOnly && interaction.followUps.length >= 5) {
      throw refuse(40094, 'More than 5 follow-ups for an application installed by the user only.')
    }
    const sent: Sent = { route: call.route, body, files: call.files, sending: 'follow-up' }
    checkMessage(sent, note)
    const message = post(interaction, sent, body.flags ?? 0, original)
    interaction.followUps.push(message.id)
    show(interaction, message)
    return { status: 200, body: message }
  }

  function changed(call: Call, interaction: Interaction, before: RawMessage, body: MessageBody): Answer {
    const sent: Sent = { route: call.route, body, files: call.files, sending: 'reply edit', before }
    checkMessage(sent, note)
    return { status: 200, body: edit(interaction, before, sent) }
  }

  const routes: Route[] = [
    { template: 'POST /interactions/:interaction/:token/callback', open: true, run: callback },
    { template: 'POST /webhooks/:application/:token', open: true, run: followUp },
    {
      template: 'GET /webhooks/:application/:token/messages/:message',
      open: true,
      run: (call) => ({ status: 200, body: messageOf(webhook(call), call.param('message')) }),
    },
    {
      template: 'PATCH /webhooks/:application/:token/messages/:message',
      open: true,
      run(call) {
        const interaction = webhook(call)
        return changed(
          call,
          interaction,
          messageOf(interaction, call.param('message')),
          call.body as MessageBody,
        )
      },
    },
    {
      template: 'DELETE /webhooks/:application/:token/messages/:message',
      open: true,
      run(call) {
        world.removeMessage(messageOf(webhook(call), call.param('message')))
        watch.changed()
        return { status: 204 }
      },
    },
  ]

  return {
    routes,
    /** Makes an interaction known, so that the bot can answer it. */
    open(interaction: Interaction) {
      opened(interaction)
      interactions.set(interaction.token, interaction)
    },
    /** Drops interactions made before `time`, for tests that run for long. */
    forget(time: number) {
      for (const [token, { madeAt }] of interactions) {
        if (madeAt >= time) break
        interactions.delete(token)
      }
    },
    /** Whether a user sees a message: everybody sees those that are not ephemeral. */
    canSee: (userId: string, message: RawMessage): boolean =>
      (message.flags & MessageFlag.ephemeral) === 0 || audience.get(message.id) === userId,
  }
}
