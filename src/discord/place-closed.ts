import { DiscordAPIError } from 'discord.js'

/** @returns whether Discord takes no message of ours there, whatever it says: no other try helps, nor an apology */
export const isPlaceClosed = (error: unknown): boolean =>
  error instanceof DiscordAPIError && CODES.has(Number(error.code))

const CODES: ReadonlySet<number> = new Set([
  10_003, // no such channel any more
  10_008, // no such message any more
  30_046, // a message over an hour old that was edited too often
  50_001, // no access
  50_007, // a member who takes no direct messages
  50_013, // missing permission
  50_083, // an archived thread
  160_002, // a reply, where we may not read the history
  160_005, // a locked thread
])
