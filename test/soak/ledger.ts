import type { DiscordDouble } from '../discord-double/double.js'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import type { Scripted } from '../discord-double/rest.js'

/** One thing that somebody asked, and what became of it. */
interface Entry {
  readonly kind: string
  readonly at: number
  /** What a request that answers it carries: a message's nonce, an interaction's token. */
  readonly key: string
  /** Whether answers are tried again only once, since Discord waits three seconds. */
  readonly interaction: InteractionHandle | null
  readonly channel: string | null
}

/** Keeps book of all that is asked, of what spoiled it, and of how it was answered. */
export interface Ledger {
  interaction(kind: string, handle: InteractionHandle): void
  message(kind: string, id: string, channel: string): void
  /** Says that events did not reach the bot for a while, which Discord does not send again. */
  deaf(from: number, to: number): void
  /** Says that what was asked in a while may have reached the bot too late for an answer. */
  away(from: number, to: number): void
  /** Looks what became of all that was asked more than so many milliseconds ago. */
  settle(age: number): void
  /** How much is not known yet. */
  pending(): number
  asked(): number
  /** What must not be, however slow the machine is. */
  violations(): string[]
  slowness(): string[]
  report(): string[]
}

type Outcome =
  | 'answered'
  | 'too late'
  | 'spoiled by a fault'
  | 'closed channel'
  /** A message for which the bot had no room or no time, and said so in its log. */
  | 'given up'
  | 'not heard'
  | 'lost'
  | 'twice'

/** How often a request may fail, one after the other, and still be answered. */
const CALLBACK_TRIES = 1
const MESSAGE_TRIES = 3
const CLOSED_MS = 600_000
/** After which a message is lost that has no answer. */
export const PATIENCE_MS = 120_000
/** Of all; more is not the faults' doing. */
const MOST_LATE = 0.01

/** Whether an answer that fails so is not tried again. */
function isFinal(scripted: Scripted | undefined): boolean {
  if (scripted === 'hang') return true // too long for a first word
  if (typeof scripted !== 'object' || !('status' in scripted)) return false
  const { status, headers } = scripted
  return status === 429 ? headers?.['retry-after'] !== '1' : status >= 400 && status < 500
}

/** What the double notes though it is a fault's doing: a first word that was taken, and sent again. */
const EXPECTED_PROBLEM = /^Acknowledged (?:a second time|after \d+ ms)/

/** @param log what the bot has logged so far */
export function createLedger(discord: DiscordDouble, log: () => string): Ledger {
  const open = new Map<string, Entry>()
  const counts = new Map<string, Map<Outcome, number>>()
  const problems: string[] = []
  const spoiled: string[] = []
  /** By key: how often an answer failed, and whether for good. */
  const faults = new Map<string, { times: number; final: boolean }>()
  const replies = new Map<string, number>()
  const closed = new Map<string, number>()
  const deaf: [number, number][] = []
  const away: [number, number][] = []
  const seen = new WeakSet<object>()
  let asked = 0

  const isIn = (at: number, spans: readonly [number, number][]): boolean =>
    spans.some(([from, to]) => at >= from && at <= to)

  function take(entry: Entry): void {
    asked++
    open.set(entry.key, entry)
  }

  /** Reads the requests since the last time. */
  function read(): void {
    for (const request of discord.requests) {
      if (seen.has(request) || request.status === undefined) continue
      seen.add(request)
      const { path, route, body, scripted, status, at } = request
      const sends = route === 'POST /channels/:channel/messages'
      const channel = sends ? path.split('/')[2] : undefined
      const key = sends ? String(Object(body).nonce) : (path.split('/')[3] ?? '')
      if (channel !== undefined && status === 403) closed.set(channel, at)
      if (status === 429 || (scripted !== undefined && scripted !== 'normal')) note(key, scripted)
    }
    // what hangs or was cut has no status
    for (const request of discord.requests) {
      if (seen.has(request) || request.scripted === undefined) continue
      seen.add(request)
      const sends = request.route === 'POST /channels/:channel/messages'
      note(sends ? String(Object(request.body).nonce) : (request.path.split('/')[3] ?? ''), request.scripted)
    }
    for (const { id, author, message_reference: reference } of discord.world.messages.values()) {
      if (author.id !== discord.botUser.id || reference === undefined || counted.has(id)) continue
      counted.add(id)
      const question = String(reference.message_id)
      replies.set(question, (replies.get(question) ?? 0) + 1)
    }
  }
  const counted = new Set<string>()

  function note(key: string, scripted: Scripted | undefined): void {
    const { times, final } = faults.get(key) ?? { times: 0, final: false }
    faults.set(key, { times: times + 1, final: final || isFinal(scripted) })
  }

  async function isAnswered({ interaction, key, kind }: Entry): Promise<boolean> {
    if (interaction === null) return replies.has(key)
    const [callback] = interaction.callbacks
    if (callback === undefined) return false
    if (kind === 'autocomplete' || callback.type === 9) return true
    return interaction.response({ timeout: 1 }).then(
      () => true,
      () => false,
    )
  }

  function isGivenUp(message: string): boolean {
    const said = log()
    const at = said.lastIndexOf(`"message":"${message}"`)
    return (
      at >= 0 && /^.*"code":"(?:too-many|time-out)".*"message not answered"/.test(said.slice(at, at + 1000))
    )
  }

  async function judge(entry: Entry): Promise<void> {
    const { kind, at, key, interaction, channel } = entry
    const spoilt = faults.get(key)
    const tries = interaction === null ? MESSAGE_TRIES : CALLBACK_TRIES
    const outcome = await (async (): Promise<Outcome> => {
      if ((replies.get(key) ?? 0) > 1 || (interaction?.callbacks.length ?? 0) > 1) return 'twice'
      if (interaction !== null && interaction.followUps.length > 1) return 'twice'
      if (await isAnswered(entry)) return 'answered'
      if (isIn(at, deaf)) return 'not heard'
      if (spoilt !== undefined && (spoilt.final || spoilt.times > tries)) return 'spoiled by a fault'
      if (channel !== null && at - (closed.get(channel) ?? -CLOSED_MS) < CLOSED_MS) return 'closed channel'
      if (interaction === null) return isGivenUp(key) ? 'given up' : 'lost'
      return isIn(at, away) ? 'not heard' : 'too late'
    })()
    if (outcome === 'lost' && Date.now() - at < PATIENCE_MS) {
      unresolved.push(entry) // the bot may be behind, where the machine does not let it run
      return
    }
    for (const kept of [faults, replies]) kept.delete(key)
    const of = counts.get(kind) ?? new Map<Outcome, number>()
    counts.set(kind, of.set(outcome, (of.get(outcome) ?? 0) + 1))
    if (outcome === 'lost' || outcome === 'twice')
      spoiled.push(`${outcome}: ${kind} of ${new Date(at).toISOString()}, ${JSON.stringify({ ...spoilt })}`)
  }
  const unresolved: Entry[] = []
  const judging = new Set<Promise<void>>()

  return {
    interaction: (kind, handle) =>
      take({
        kind,
        at: Date.now(),
        key: String(handle.payload['token']),
        interaction: handle,
        channel: null,
      }),
    message: (kind, id, channel) => take({ kind, at: Date.now(), key: id, interaction: null, channel }),
    deaf: (from, to) => void deaf.push([from, to]),
    away: (from, to) => void away.push([from, to]),
    settle(age) {
      read()
      for (const { where, what } of discord.takeProblems())
        if (!EXPECTED_PROBLEM.test(what)) problems.push(`${where}: ${what}`)
      const due = unresolved.splice(0)
      for (const [key, entry] of open) {
        if (Date.now() - entry.at < age) break
        open.delete(key)
        due.push(entry)
      }
      for (const entry of due) {
        const judged = judge(entry).finally(() => judging.delete(judged))
        judging.add(judged)
      }
      if (counted.size > 20_000) for (const id of [...counted].slice(0, 10_000)) counted.delete(id)
    },
    pending: () => open.size + unresolved.length + judging.size,
    asked: () => asked,
    violations: () => [...[...new Set(problems)].slice(0, 20), ...spoiled.slice(0, 20)],
    slowness() {
      const times = (outcome: Outcome): number =>
        [...counts.values()].reduce((sum, of) => sum + (of.get(outcome) ?? 0), 0)
      const lates = times('too late') + times('given up')
      return lates > asked * MOST_LATE ? [`${lates} of ${asked} were not answered in time`] : []
    },
    report: () =>
      [...counts].map(
        ([kind, of]) => `${kind}: ${[...of].map(([outcome, times]) => `${times} ${outcome}`).join(', ')}`,
      ),
  }
}
