/** The gateway intents the double knows; a session hears only of what it asked for. */
export const Intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const

/** The intents that have a switch of their own in the developer portal. */
export type PrivilegedIntent = 'guildMembers' | 'guildPresences' | 'messageContent'

const PRIVILEGED: readonly PrivilegedIntent[] = ['guildMembers', 'guildPresences', 'messageContent']

/** Every bit Discord has given a meaning; others close the connection with 4013. */
const KNOWN = 0x3f | 0x3ffc0 | (1 << 20) | (1 << 21) | (1 << 24) | (1 << 25)

/** The code Discord closes with when it does not accept these intents, or `undefined`. */
export function refusedIntents(intents: number, enabled: readonly PrivilegedIntent[]): number | undefined {
  if (!Number.isInteger(intents) || (intents & ~KNOWN) !== 0) return 4013
  const disallowed = PRIVILEGED.some((name) => (intents & Intent[name]) !== 0 && !enabled.includes(name))
  return disallowed ? 4014 : undefined
}
