import type { Choice } from './command-rules.js'
import type { Callback, Interaction } from './interactions.js'
import { type MessageView, viewMessage } from './message-view.js'
import { everyComponent, type RawComponent } from './payloads.js'
import { recentDoings, type Stage } from './stage.js'
import { DEFAULT_TIMEOUT } from './waiting.js'

/** What has become of one interaction. */
export interface InteractionHandle {
  readonly id: string
  /** As it was sent to the bot. */
  readonly payload: Record<string, unknown>
  /** The callbacks so far: one, unless the double is broken. */
  readonly callbacks: readonly Callback[]
  /** The follow-ups so far, as they stand now. */
  readonly followUps: readonly MessageView[]
  /** The first thing to be seen: a reply, what a deferred one became, or the message it changed. */
  response(wait?: Waiting): Promise<Response>
  /** The follow-up after those already asked for. */
  nextFollowUp(wait?: Waiting): Promise<MessageView>
  /** The response once its content, or anything else the bot changed, passes `test`. */
  responseThat(test: (response: Response) => boolean, wait?: Waiting): Promise<Response>
  /** The modal it opened. */
  modal(wait?: Waiting): Promise<ModalView>
  /** The choices an autocomplete was answered with. */
  choices(wait?: Waiting): Promise<readonly Choice[]>
}

export interface Waiting {
  /** In milliseconds of real time; 15000 by default. */
  readonly timeout?: number
}

export interface Response extends MessageView {
  /** Whether "is thinking…" was shown first. */
  readonly deferred: boolean
  /** Whether it is the message that was pressed, changed in place. */
  readonly updated: boolean
}

export interface ModalView {
  readonly customId: string
  readonly title: string
  readonly fields: readonly ModalField[]
  readonly components: readonly RawComponent[]
}

export interface ModalField {
  readonly customId: string
  readonly label: string
  readonly value: unknown
  readonly component: RawComponent
}

/** The interaction behind a handle, for the person who acts on its outcome. */
export const interactionBehind = new WeakMap<InteractionHandle, Interaction>()

export function holdInteraction(stage: Stage, interaction: Interaction): InteractionHandle {
  const { watch, world } = stage
  let followUpsTaken = 0

  const view = (id: string | undefined): MessageView | undefined => {
    const message = world.messages.get(id ?? '')
    return message && viewMessage(message)
  }
  const asResponse = (message: MessageView): Response => ({
    ...message,
    deferred: interaction.acknowledgedWith === 5 || interaction.acknowledgedWith === 6,
    updated: message.id === interaction.source?.id,
  })
  const wait = <T>(
    what: string,
    look: () => T | undefined,
    { timeout = DEFAULT_TIMEOUT }: Waiting = {},
  ): Promise<T> =>
    watch.until(look, {
      timeout,
      what: `${what} to ${describe(interaction)}`,
      seen: () => recentDoings(stage),
    })

  /** Fails at once when the bot answered with something else than what is awaited. */
  const expectKind = (kind: number | undefined): void => {
    const type = interaction.acknowledgedWith
    if (type === undefined) return
    const got =
      type === 9 ? 'a modal: ask for modal()' : type === 8 ? 'choices: ask for choices()' : 'a message'
    const wants = kind ?? 4
    const fits = kind === undefined ? type !== 8 && type !== 9 : type === kind
    if (!fits)
      throw new Error(`The bot answered ${describe(interaction)} with ${got}, not with type ${wants}.`)
  }

  const handle: InteractionHandle = {
    id: interaction.id,
    payload: interaction.payload,
    callbacks: interaction.callbacks,
    get followUps() {
      return interaction.followUps.flatMap((id) => view(id) ?? [])
    },
    response: (waiting) => handle.responseThat(() => true, waiting),
    responseThat: (test, waiting) =>
      wait(
        'a visible answer',
        () => {
          expectKind(undefined)
          for (const id of interaction.shown) {
            const message = view(id)
            if (message === undefined) continue
            const response = asResponse(message)
            return test(response) ? response : undefined
          }
          return undefined
        },
        waiting,
      ),
    async nextFollowUp(waiting) {
      const at = followUpsTaken
      followUpsTaken += 1
      return await wait(`follow-up number ${at + 1}`, () => view(interaction.followUps[at]), waiting)
    },
    modal: (waiting) =>
      wait(
        'a modal',
        () => {
          expectKind(9)
          const opened = interaction.callbacks[0]
          return opened && viewModal(opened.data as RawModal)
        },
        waiting,
      ),
    choices: (waiting) =>
      wait(
        'choices',
        () => {
          expectKind(8)
          const answered = interaction.callbacks[0]
          return answered && ((answered.data as { choices?: readonly Choice[] } | undefined)?.choices ?? [])
        },
        waiting,
      ),
  }
  interactionBehind.set(handle, interaction)
  return handle
}

function describe({ kind, user, payload }: Interaction): string {
  const data = (payload['data'] ?? {}) as { name?: string; custom_id?: string }
  return `the ${kind} ${data.name ?? data.custom_id ?? ''} of ${user.username}`
}

interface RawModal {
  readonly custom_id: string
  readonly title: string
  readonly components: readonly RawComponent[]
}

function viewModal({ custom_id: customId, title, components }: RawModal): ModalView {
  const labels = new Map(
    everyComponent(components).flatMap(({ label, component }) => (component ? [[component, label]] : [])),
  )
  const fields = everyComponent(components)
    .filter((component) => component.custom_id !== undefined)
    .map((component) => ({
      customId: component.custom_id ?? '',
      label: component.label ?? labels.get(component) ?? '',
      value: component.value,
      component,
    }))
  return { customId, title, fields, components }
}
