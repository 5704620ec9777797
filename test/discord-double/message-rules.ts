import { componentViolations, length } from './component-rules.js'
import { type MessageBody, MessageFlag, type RawEmbed, type RawMessage } from './payloads.js'
import type { Violation } from './problems.js'

/** The way a message body reaches Discord, since each has properties and flags of its own. */
export type Sending = 'message' | 'edit' | 'reply' | 'update' | 'follow-up' | 'reply edit'

const everywhere = ['content', 'embeds', 'allowed_mentions', 'components', 'attachments', 'flags', 'poll']
// discord.js puts these three on every body it makes, also where Discord has no use for them.
const fromDiscordJs = ['tts', 'nonce', 'enforce_nonce']
const webhookOnly = ['username', 'avatar_url', 'thread_name', 'applied_tags']

const known: Record<Sending, readonly string[]> = {
  message: [...everywhere, 'message_reference', 'sticker_ids', 'shared_client_theme'],
  edit: [...everywhere, 'sticker_ids'],
  reply: everywhere,
  update: everywhere,
  'follow-up': [...everywhere, ...webhookOnly],
  'reply edit': everywhere,
}

const embedKeys = [
  'type',
  'url',
  'title',
  'color',
  'timestamp',
  'description',
  'author',
  'image',
  'thumbnail',
  'footer',
  'fields',
  'provider',
  'video',
]

const FLAGS: Record<Sending, number> = {
  message: MessageFlag.suppressEmbeds | MessageFlag.silent | MessageFlag.componentsV2 | 8192,
  edit: MessageFlag.suppressEmbeds | MessageFlag.componentsV2,
  reply:
    MessageFlag.suppressEmbeds | MessageFlag.ephemeral | MessageFlag.silent | MessageFlag.componentsV2 | 8192,
  update: MessageFlag.suppressEmbeds | MessageFlag.componentsV2,
  'follow-up':
    MessageFlag.suppressEmbeds | MessageFlag.ephemeral | MessageFlag.silent | MessageFlag.componentsV2 | 8192,
  'reply edit': MessageFlag.suppressEmbeds | MessageFlag.componentsV2,
}

/**
 * What Discord refuses in a message body although its description allows it.
 *
 * @param before the message as it stands, when `body` changes one
 */
export function messageViolations(body: MessageBody, sending: Sending, before?: RawMessage): Violation[] {
  const found = length('content', body.content, 0, 2000)
  const flags = body.flags ?? 0
  const v2 = ((flags | (before?.flags ?? 0)) & MessageFlag.componentsV2) !== 0

  const kept = before?.flags ?? 0
  const strange = flags & ~FLAGS[sending] & ~kept
  if ((strange & MessageFlag.ephemeral) !== 0) {
    const message =
      sending === 'message' ? 'Only an interaction has ephemeral replies.' : 'Cannot be made ephemeral now.'
    found.push({ path: 'flags', code: 'MESSAGE_FLAGS_INVALID', message })
  } else if (strange !== 0) {
    found.push({
      path: 'flags',
      code: 'MESSAGE_FLAGS_INVALID',
      message: `Flags ${strange} cannot be set here.`,
    })
  }

  if (v2) {
    for (const key of ['content', 'embeds', 'poll', 'sticker_ids'] as const) {
      const value = body[key]
      if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue
      const code = 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2'
      found.push({ path: key, code, message: `The '${key}' field cannot be used with Components V2.` })
    }
  }
  if (Array.isArray(body.components)) found.push(...componentViolations(body.components, v2))
  if (Array.isArray(body.embeds)) found.push(...embedViolations(body.embeds))
  return found
}

/** Whether nothing of the message would be left to see; Discord answers that with a code of its own. */
export function isEmpty(body: MessageBody, fileCount: number, before?: RawMessage): boolean {
  const left = <T>(change: T | null | undefined, was: T | undefined): T | null | undefined =>
    change === undefined ? was : change
  const shown = [
    left(body.content, before?.content)?.trim(),
    left(body.embeds, before?.embeds)?.length,
    left(body.components, before?.components)?.length,
    left(body.attachments, before?.attachments as MessageBody['attachments'])?.length,
    body.sticker_ids?.length,
    fileCount,
    body.poll,
  ]
  return !shown.some(Boolean)
}

/** Things Discord takes without a word, but which no message of this bot should have. */
export function messageWarnings(body: MessageBody, sending: Sending): string[] {
  const allowed = [...known[sending], ...fromDiscordJs]
  const stray = Object.keys(body).filter((key) => !allowed.includes(key))
  const strayInEmbeds = (Array.isArray(body.embeds) ? body.embeds : []).flatMap((embed, at) =>
    Object.keys(embed)
      .filter((key) => !embedKeys.includes(key))
      .map((key) => `embeds.${at}.${key}`),
  )
  const ping = wouldPing(body)
  return [
    ...[...stray, ...strayInEmbeds].map((key) => `Discord does not know the property "${key}".`),
    ...(ping === undefined ? [] : [`would ping: ${ping}`]),
  ]
}

function wouldPing({ allowed_mentions: allowed }: MessageBody): string | undefined {
  if (allowed === undefined || allowed === null) return 'allowed_mentions is missing'
  const lists = (['parse', 'users', 'roles'] as const).filter((key) => (allowed[key]?.length ?? 0) > 0)
  return lists.length === 0
    ? undefined
    : lists.map((key) => `allowed_mentions.${key} is ${JSON.stringify(allowed[key])}`).join(', ')
}

function embedViolations(embeds: readonly RawEmbed[]): Violation[] {
  const found = embeds.flatMap((embed, at) => {
    const path = `embeds.${at}`
    const fields = embed.fields ?? []
    const tooMany = {
      path: `${path}.fields`,
      code: 'BASE_TYPE_BAD_LENGTH',
      message: 'Must be 25 or fewer in length.',
    }
    return [
      ...length(`${path}.title`, embed.title, 0, 256),
      ...length(`${path}.description`, embed.description, 0, 4096),
      ...length(`${path}.footer.text`, embed.footer?.text, 0, 2048),
      ...length(`${path}.author.name`, embed.author?.name, 0, 256),
      ...(fields.length > 25 ? [tooMany] : []),
      ...fields.flatMap((field, index) => [
        ...length(`${path}.fields.${index}.name`, field.name, 1, 256),
        ...length(`${path}.fields.${index}.value`, field.value, 1, 1024),
      ]),
    ]
  })
  if (embeds.length > 10) {
    found.push({ path: 'embeds', code: 'BASE_TYPE_BAD_LENGTH', message: 'Must be 10 or fewer in length.' })
  }
  const total = embeds.reduce((sum, embed) => sum + textsOf(embed).join('').length, 0)
  if (total > 6000) {
    const message = `Embed size exceeds maximum size of 6000: ${total}.`
    found.push({ path: 'embeds', code: 'MAX_EMBED_SIZE_EXCEEDED', message })
  }
  return found
}

/** The words of an embed that count towards the 6000 a message may have in all. */
export function textsOf(embed: RawEmbed): string[] {
  const { title, description, footer, author, fields = [] } = embed
  const parts = [
    author?.name,
    title,
    description,
    ...fields.flatMap(({ name, value }) => [name, value]),
    footer?.text,
  ]
  return parts.filter((part) => part !== undefined)
}
