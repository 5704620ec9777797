import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRes from 'rate-limiter-flexible/lib/RateLimiterRes.js'
import { MOST_SENTENCES } from '../answering/passages-about.js'

/** What requests cost: what searches the articles or sends a message is dear. */
const COST = { message: 5, command: 5, menu: 5 * MOST_SENTENCES, settings: 1, autocomplete: 1 } as const

export type Costly = keyof typeof COST

interface Budget {
  readonly points: number
  readonly seconds: number
}

/**
 * What may be spent. 30 questions in ten seconds, each of a tenth of a second at worst, are a third of one processor's
 * time: one member cannot stall the bot. A channel has in a minute what Discord lets a bot send there, 5 messages in 5 s.
 */
const BUDGETS = {
  member: { points: 150, seconds: 10 },
  memberLong: { points: 1500, seconds: 600 },
  channel: { points: 150, seconds: 10 },
  channelLong: { points: 300, seconds: 60 },
  server: { points: 500, seconds: 10 },
} as const satisfies Record<string, Budget>

/** How often somebody is told that it was too much: a flood must not be answered by a flood. */
const NOTICES = {
  message: { points: 1, seconds: 600 },
  interaction: { points: 1, seconds: 10 },
} as const satisfies Record<string, Budget>

/** Of each budget; beyond it, the one who has not spent for longest starts afresh. */
const MOST_KEYS = 10_000

/** Who asks for something, and where; ids of Discord's. */
export interface Spender {
  readonly member: string
  /** Null in direct messages. */
  readonly server: string | null
  /** Where the answer is a message of its own, which Discord limits by channel; else null. */
  readonly channel: string | null
}

export interface Limits {
  /** @throws TooMuch when a budget of the member, the channel or the server is spent */
  spend(request: Costly, spender: Spender): Promise<void>
}

/** There were too many requests; seldom an error, but it ends a request wherever it stands. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch'

  /** Until there is room again. */
  readonly seconds: number
  /** Whether to say so to who asked. */
  readonly tell: boolean

  constructor(seconds: number, tell: boolean) {
    super('too many requests')
    this.seconds = seconds
    this.tell = tell
  }
}

/** Keeps each budget in memory: after a restart all start afresh. */
export function createLimits(): Limits {
  const member = createBudget(BUDGETS.member)
  const memberLong = createBudget(BUDGETS.memberLong)
  const channel = createBudget(BUDGETS.channel)
  const channelLong = createBudget(BUDGETS.channelLong)
  const server = createBudget(BUDGETS.server)
  const inMessages = createBudget(NOTICES.message)
  const inInteractions = createBudget(NOTICES.interaction)
  const notices = {
    message: inMessages,
    command: inInteractions,
    menu: inInteractions,
    settings: inInteractions,
    autocomplete: null,
  }

  return {
    async spend(request, spender) {
      const cost = COST[request]
      const waits = [
        await member(spender.member, cost),
        await memberLong(spender.member, cost),
        spender.server === null ? 0 : await server(spender.server, cost),
        spender.channel === null ? 0 : await channel(spender.channel, cost),
        spender.channel === null ? 0 : await channelLong(spender.channel, cost),
      ]
      const seconds = Math.max(...waits)
      if (seconds === 0) return
      const notice = notices[request]
      throw new TooMuch(seconds, notice !== null && (await notice(spender.member, 1)) === 0)
    },
  }
}

/** @returns spends of a key's budget; gives the seconds until there is room again, 0 where there is */
function createBudget({ points, seconds }: Budget): (key: string, cost: number) => Promise<number> {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  // The library keeps as many as come, each until its time is over; here the latest stand last, no longer than there.
  const keys = new Map<string, NodeJS.Timeout>()
  function drop(key: string): void {
    clearTimeout(keys.get(key))
    keys.delete(key)
  }
  return async (key, cost) => {
    drop(key)
    keys.set(key, setTimeout(drop, seconds * 1000, key).unref())
    const [oldest] = keys.size > MOST_KEYS ? keys.keys() : []
    if (oldest !== undefined) {
      drop(oldest)
      await limiter.delete(oldest)
    }
    try {
      await limiter.consume(key, cost)
      return 0
    } catch (spent) {
      if (spent instanceof RateLimiterRes) return Math.ceil(spent.msBeforeNext / 1000)
      throw spent
    }
  }
}
