import { DiscordAPIError, HTTPError, RateLimitError, type REST } from 'discord.js'
import type { Meter } from './meter.js'

/** Every request of discord.js goes through `request`; its events tell no error codes. */
export function countFailures(rest: REST, meter: Meter): void {
  const request = rest.request.bind(rest)
  rest.request = async (options) => {
    try {
      return await request(options)
    } catch (error) {
      meter.restFailed(codeOf(error))
      throw error
    }
  }
}

/** A few dozen values at most: metrics keep a counter for each. */
function codeOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code ?? error.status) // a page of Cloudflare's has no code
  if (error instanceof HTTPError) return String(error.status)
  if (error instanceof RateLimitError) return '429'
  return error instanceof Error ? error.name : 'unknown'
}
