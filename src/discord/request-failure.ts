import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js'

/** What a failed request to Discord means, and so what is done about it. */
export type RequestFailure =
  /** Discord did not answer, or not as its API does: worth another try. */
  | 'unanswered'
  /** Its limits leave no room soon: this one is given up. */
  | 'busy'
  /** It takes nothing of ours there, whatever it says: no other try helps, nor an apology. */
  | 'closed'
  /** What it was about is gone: no other try helps, nor an apology; others like it may do. */
  | 'gone'
  /** The interaction was answered, or Discord waits for its answer no more. */
  | 'too-late'
  /** It does not take the words: where they stand may be said instead. */
  | 'words-refused'
  /** It does not know the token any more. */
  | 'token-refused'
  | 'other'

/** By Discord's error code. */
const FAILURES: ReadonlyMap<number, RequestFailure> = new Map([
  [10_003, 'closed'], // no such channel any more
  [10_008, 'gone'], // no such message any more
  [10_015, 'too-late'], // no such webhook: an interaction's, which Discord has forgotten
  [10_062, 'too-late'], // no such interaction any more
  [30_046, 'gone'], // a message over an hour old that was edited too often
  [40_060, 'too-late'], // an interaction that was answered already
  [50_001, 'closed'], // no access
  [50_006, 'words-refused'], // nothing to show
  [50_007, 'closed'], // a member who takes no direct messages
  [50_013, 'closed'], // missing permission
  [50_027, 'too-late'], // an interaction over fifteen minutes old
  [50_035, 'words-refused'], // a body that breaks a rule
  [50_083, 'closed'], // an archived thread
  [160_002, 'closed'], // a reply, where we may not read the history
  [160_005, 'closed'], // a locked thread
  [200_000, 'words-refused'], // moderation by words
  [200_001, 'words-refused'], // the same, for a title
])

/** Where the code says nothing, as on a page that shuts out the machine. */
const BY_STATUS: ReadonlyMap<number, RequestFailure> = new Map([
  [401, 'token-refused'],
  [403, 'gone'],
])

/** A request that is not put to Discord, since the answer is known or there is no time for it. */
export class NotRequested extends Error {
  override readonly name = 'NotRequested'
  readonly failure: RequestFailure
  /** Discord's where it has said one, else a word of ours. */
  readonly code: number | string

  constructor(failure: RequestFailure, code: number | string) {
    super('not put to Discord')
    this.failure = failure
    this.code = code
  }
}

/** @returns what an error says of a request to Discord; null for an error that is none of a request */
export function failureOf(error: unknown): RequestFailure | null {
  if (error instanceof NotRequested) return error.failure
  if (error instanceof DiscordAPIError) {
    return FAILURES.get(Number(error.code)) ?? BY_STATUS.get(error.status) ?? 'other'
  }
  if (error instanceof RateLimitError) return 'busy'
  return isUnanswered(error) ? 'unanswered' : null
}

/** @returns whether an error means that something of Discord's is not to be had by us */
export function isOutOfReach(error: unknown): boolean {
  const failure = failureOf(error)
  return failure === 'closed' || failure === 'gone'
}

/** A few dozen values at most, since metrics keep a counter for each: Discord's code, else the status or a name. */
export function codeOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code || error.status)
  if (error instanceof HTTPError) return String(error.status)
  if (error instanceof RateLimitError) return '429'
  return error instanceof Error ? error.name : 'unknown'
}

/** A server's fault, or one of the network's, which Node and undici tell by codes such as ECONNRESET. */
const isUnanswered = (error: unknown): boolean =>
  error instanceof HTTPError ||
  (error instanceof Error &&
    (error.name === 'AbortError' || ('code' in error && /^(?:UND_ERR_|E[A-Z_]+$)/.test(String(error.code)))))
