import { isEmpty, messageViolations, messageWarnings, type Sending } from './message-rules.js'
import type { MessageBody, RawAttachment, RawMessage } from './payloads.js'
import type { Note } from './problems.js'
import { refuse, refuseForm } from './refusal.js'
import type { UploadedFile } from './rest.js'

/** A message body on its way into the world. */
export interface Sent {
  readonly route: string
  readonly body: MessageBody
  readonly files: readonly UploadedFile[]
  readonly sending: Sending
  /** The message as it stands, when this changes one. */
  readonly before?: RawMessage
  /** Where in the request the message stands: `data` in a callback. */
  readonly at?: string
}

/**
 * Checks a message as Discord does, and notes what Discord would take but should never have been sent.
 *
 * @throws Refusal when Discord would refuse it
 */
export function checkMessage({ route, body, files, sending, before, at }: Sent, note: Note): void {
  const place = (path: string): string => [at, path].filter(Boolean).join('.')
  for (const warning of messageWarnings(body, sending)) note(route, warning)
  const violations = messageViolations(body, sending, before)
  if (violations.length > 0) throw refuseForm(violations.map((one) => ({ ...one, path: place(one.path) })))
  if (isEmpty(body, files.length, before)) throw refuse(50006, 'The message is empty.')
}

/** What a checked body makes of a message: only the parts it speaks of. */
export function messageParts(
  { body, files, before }: Sent,
  keepFile: (file: UploadedFile) => RawAttachment,
): Partial<RawMessage> {
  const { content, embeds, components, flags, attachments } = body
  const keptIds = attachments?.map(({ id }) => id)
  const kept = (before?.attachments ?? []).filter(({ id }) => keptIds?.includes(id) ?? true)
  return {
    ...(content === undefined ? {} : { content: content ?? '' }),
    ...(embeds === undefined ? {} : { embeds: (embeds ?? []).map((embed) => ({ type: 'rich', ...embed })) }),
    ...(components === undefined ? {} : { components: components ?? [] }),
    ...(flags === undefined || flags === null ? {} : { flags }),
    ...(files.length > 0 || attachments !== undefined
      ? { attachments: [...kept, ...files.map(keepFile)] }
      : {}),
  }
}

/** The users a message pings: those it mentions, as far as `allowed_mentions` lets it. */
export function pingsOf({ content, allowed_mentions: allowed }: MessageBody): string[] {
  const mentioned = [...(content ?? '').matchAll(/<@!?(\d+)>/g)].flatMap(([, id]) => id ?? [])
  if (!allowed || allowed.parse?.includes('users')) return mentioned
  return mentioned.filter((id) => allowed.users?.includes(id))
}
