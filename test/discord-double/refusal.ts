import type { Violation } from './problems.js'

/** An answer with which Discord refuses a request; `what` is set when the request was the bot's mistake. */
export class Refusal extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  readonly problems: readonly string[]

  constructor(status: number, body: Record<string, unknown>, problems: readonly string[] = []) {
    super(String(body['message'] ?? status))
    this.status = status
    this.body = body
    this.problems = problems
  }
}

/** Discord's words for the codes it refuses with, and the status each comes with. */
const reasons = {
  10003: [404, 'Unknown Channel'],
  10004: [404, 'Unknown Guild'],
  10007: [404, 'Unknown Member'],
  10008: [404, 'Unknown Message'],
  10013: [404, 'Unknown User'],
  10015: [404, 'Unknown Webhook'],
  10062: [404, 'Unknown interaction'],
  10063: [404, 'Unknown application command'],
  30032: [400, 'Maximum number of application commands reached'],
  30034: [400, 'Max number of daily application command creates has been reached (200)'],
  40060: [400, 'Interaction has already been acknowledged.'],
  40094: [400, 'This interaction has hit the maximum number of follow up messages'],
  50001: [403, 'Missing Access'],
  50005: [403, 'Cannot edit a message authored by another user'],
  50006: [400, 'Cannot send an empty message'],
  50007: [403, 'Cannot send messages to this user'],
  50008: [400, 'Cannot send messages in a non-text channel'],
  50013: [403, 'Missing Permissions'],
  50024: [400, 'Cannot execute action on this channel type'],
  50027: [401, 'Invalid Webhook Token'],
  50083: [400, 'Thread is archived'],
  50109: [400, 'The request body contains invalid JSON.'],
  160002: [400, 'Cannot reply without permission to read message history'],
  160004: [400, 'A thread has already been created for this message'],
  160005: [400, 'Thread is locked'],
} as const satisfies Record<number, readonly [number, string]>

/** Discord's refusal with a code of its own; `problem` tells the test's author what the bot did wrong. */
export function refuse(code: keyof typeof reasons, problem?: string): Refusal {
  const [status, message] = reasons[code]
  return new Refusal(status, { message, code }, problem === undefined ? [] : [problem])
}

/** Discord's "Invalid Form Body" with its tree of errors. */
export function refuseForm(violations: readonly Violation[]): Refusal {
  const errors: Record<string, unknown> = {}
  for (const { path, code, message } of violations) {
    let place = errors
    for (const step of path === '' ? [] : path.split('.')) {
      const deeper = (place[step] ?? {}) as Record<string, unknown>
      place[step] = deeper
      place = deeper
    }
    const said = (place['_errors'] ?? []) as unknown[]
    place['_errors'] = [...said, { code, message }]
  }
  return new Refusal(
    400,
    { message: 'Invalid Form Body', code: 50035, errors },
    violations.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
  )
}
