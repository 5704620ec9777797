import { SimpleIdentifyThrottler, type WebSocketOptions } from 'discord.js'

type BuildThrottler = NonNullable<WebSocketOptions['buildIdentifyThrottler']>
type Gateway = Parameters<BuildThrottler>[0]

/** What Discord says of the logins it still allows. */
export interface LoginsLeft {
  readonly left: number
  /** Within the running day. */
  readonly spent: number
  /** When the day's count starts anew, in milliseconds from now. */
  readonly anewInMs: number
}

/** So many are never used: with its last login of a day a bot would lose its token. */
const KEPT = 50

export interface LoginWatch {
  /** Called before each login. */
  asked(logins: LoginsLeft): void
  /** Called instead of a login when too few are left. */
  refused(logins: LoginsLeft): void
}

/**
 * Lets a client log in as fast as Discord allows, and only while enough logins are left. Discord's own count is asked each
 * time, since it survives restarts and lost files and includes other machines.
 *
 * @returns what discord.js takes as `ws.buildIdentifyThrottler`
 */
export const withinLoginBudget =
  ({ asked, refused }: LoginWatch): BuildThrottler =>
  async (manager) => {
    const { session_start_limit } = await manager.fetchGatewayInformation()
    const pace = new SimpleIdentifyThrottler(session_start_limit.max_concurrency)
    return {
      async waitForIdentify(shard, signal) {
        await pace.waitForIdentify(shard, signal)
        const logins = await loginsLeft(manager)
        if (logins === null) return // nobody to ask, and the gateway counts by itself
        asked(logins)
        if (logins.left >= KEPT) return
        refused(logins)
        await new Promise(() => undefined) // a refusal by an error makes discord.js try again at once
      },
    }
  }

async function loginsLeft(manager: Gateway): Promise<LoginsLeft | null> {
  const now = await manager.fetchGatewayInformation(true).catch(() => null)
  if (now === null) return null
  const { total, remaining, reset_after } = now.session_start_limit
  return { left: remaining, spent: total - remaining, anewInMs: reset_after }
}
