import { textsOf } from './message-rules.js'
import {
  everyComponent,
  MessageFlag,
  type RawComponent,
  type RawEmbed,
  type RawMessage,
  type RawSelectOption,
} from './payloads.js'

/** A message as a test reads it: how it stood when it was asked for. */
export interface MessageView {
  readonly id: string
  readonly channelId: string
  /** The name the author is shown under. */
  readonly author: string
  readonly content: string
  /** All its words: the content, then text displays, then embeds, a line each. */
  readonly text: string
  readonly flags: number
  /** Whether only the member it answers can see it. */
  readonly ephemeral: boolean
  readonly embeds: readonly RawEmbed[]
  /** As sent, with the ids Discord numbers them by. */
  readonly components: readonly RawComponent[]
  readonly buttons: readonly ButtonView[]
  readonly selects: readonly SelectView[]
  readonly files: readonly FileView[]
  /** The id of the message it replies to. */
  readonly replyTo: string | undefined
  /** Ids of the users it pings. */
  readonly pings: readonly string[]
  readonly edited: boolean
  readonly raw: RawMessage
}

export interface ButtonView {
  readonly label: string
  readonly customId: string | undefined
  readonly url: string | undefined
  readonly style: number
  readonly disabled: boolean
}

export interface SelectView {
  readonly customId: string
  readonly placeholder: string | undefined
  readonly options: readonly RawSelectOption[]
  readonly disabled: boolean
}

export interface FileView {
  readonly name: string
  readonly size: number
  readonly url: string
}

export function viewMessage(message: RawMessage): MessageView {
  const raw = structuredClone(message)
  const components = everyComponent(raw.components)
  const displayed = components.filter(({ type }) => type === 10).map(({ content }) => content)
  const texts = [raw.content, ...displayed, ...raw.embeds.flatMap(textsOf)]
  return {
    id: raw.id,
    channelId: raw.channel_id,
    author: raw.author.global_name ?? raw.author.username,
    content: raw.content,
    text: texts.filter(Boolean).join('\n'),
    flags: raw.flags,
    ephemeral: (raw.flags & MessageFlag.ephemeral) !== 0,
    embeds: raw.embeds,
    components: raw.components,
    buttons: components.filter(({ type }) => type === 2).map(viewButton),
    selects: components
      .filter(({ type }) => type === 3 || (type >= 5 && type <= 8))
      .map(({ custom_id, placeholder, options = [], disabled = false }) => {
        return { customId: custom_id ?? '', placeholder, options, disabled }
      }),
    files: raw.attachments.map(({ filename, size, url }) => ({ name: filename, size, url })),
    replyTo: raw.message_reference?.message_id,
    pings: raw.mentions.map(({ id }) => id),
    edited: raw.edited_timestamp !== null,
    raw,
  }
}

function viewButton({ label = '', custom_id, url, style = 0, disabled = false }: RawComponent): ButtonView {
  return { label, customId: custom_id, url, style, disabled }
}
