/** What a button carries: all that is needed to act, so it works after a restart; checked, never trusted. */
export interface Press {
  readonly command: string
  /** Discord's id of the member it was made for. */
  readonly owner: string
  readonly values: readonly string[]
}

const VERSION = 'v1'
/** Discord's limit, in UTF-16 units. */
const MAX_LENGTH = 100

/** @returns the `custom_id` of a button, within Discord's limit when its values are short */
export const writeCustomId = ({ command, owner, values }: Press): string =>
  [VERSION, command, owner, ...values].join(':')

/** @returns what a `custom_id` carries; null for one of another version, or forged */
export function readCustomId(id: string): Press | null {
  if (id.length > MAX_LENGTH) return null
  const [version, command, owner, ...values] = id.split(':')
  if (version !== VERSION || command === undefined || owner === undefined) return null
  return /^[a-z]{1,32}$/.test(command) && /^\d{15,20}$/.test(owner) ? { command, owner, values } : null
}
