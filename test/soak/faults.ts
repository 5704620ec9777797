import type { ChildProcess } from 'node:child_process'
import type { DiscordDouble } from '../discord-double/double.js'
import type { Scripted } from '../discord-double/rest.js'
import type { Ledger } from './ledger.js'

const CALLBACKS = 'POST /interactions/:interaction/:token/callback'
const EDITS = 'PATCH /webhooks/:application/:token/messages/:message'
const SENDS = 'POST /channels/:channel/messages'

const html = { status: 200, body: '<html>Sorry</html>', headers: { 'content-type': 'text/html' } } as const

/** What requests are answered with, of the rows R1 to R12. */
const ANSWERS: readonly (readonly [string, string, Scripted])[] = [
  ['R1', SENDS, { status: 429, headers: { 'retry-after': '1' } }],
  ['R2', SENDS, { status: 429 }],
  ['R2', SENDS, { status: 429, headers: { 'retry-after': '3600' } }],
  ['R4', SENDS, { status: 503 }],
  ['R4', CALLBACKS, { status: 502 }],
  ['R4', EDITS, { status: 500 }],
  ['R5', SENDS, { status: 500, after: 'accepted' }],
  ['R5', SENDS, { drop: 'after accepted' }],
  ['R5', CALLBACKS, { status: 500, after: 'accepted' }],
  ['R6', SENDS, 'hang'],
  ['R6', CALLBACKS, 'hang'],
  ['R7', SENDS, { status: 403, body: { code: 50_013, message: 'Missing Permissions' } }],
  ['R8', CALLBACKS, { status: 404, body: { code: 10_062, message: 'Unknown interaction' } }],
  ['R9', SENDS, { status: 403, body: { code: 50_007, message: 'Cannot send messages to this user' } }],
  ['R10', SENDS, { status: 400, body: { code: 200_000, message: 'Blocked' } }],
  ['R10', CALLBACKS, { status: 400, body: { code: 50_035, message: 'Invalid Form Body' } }],
  ['R12', SENDS, html],
  ['R12', CALLBACKS, { ...html, body: '{"id": ' }],
  ['slow', SENDS, { delay: 900 }],
  ['slow', CALLBACKS, { delay: 900 }],
]

const ANSWER_EVERY_MS = 700
/** Ten drops within a minute end the bot, as they should. */
const CONNECTION_EVERY_MS = 20_000
const OTHER_EVERY_MS = 30_000

/** Brings faults about, at random but the same for one seed. */
export function createFaults(
  discord: DiscordDouble,
  child: ChildProcess,
  random: () => number,
  ledger: Ledger,
) {
  const { gateway, rest } = discord
  const tried = new Map<string, number>()
  const timers = new Set<NodeJS.Timeout>()
  let stopped = false
  let answerAt = 1000
  let connectionAt = 5000
  let otherAt = 12_000

  const pick = <Thing>(things: readonly Thing[]): Thing =>
    things[Math.floor(random() * things.length)] as Thing
  const count = (row: string): void => void tried.set(row, (tried.get(row) ?? 0) + 1)

  function later(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }

  /** Notes a while in which the bot could not hear, once it hears again. */
  function until(heard: () => boolean, note: (from: number, to: number) => void): void {
    const from = Date.now() - 3000 // what was on its way
    const look = (): void => {
      if (heard()) note(from, Date.now() + 3000)
      else later(100, look)
    }
    later(100, look)
  }

  const connected = (): boolean => gateway.sessions.some((session) => session.connected)

  const CONNECTION: readonly (readonly [string, () => void])[] = [
    ['G4', () => gateway.drop()],
    ['G4', () => gateway.close(4000)],
    ['G4', () => gateway.askToReconnect()],
    [
      'G5',
      () => {
        gateway.invalidate({ resumable: false })
        until(connected, ledger.deaf)
      },
    ],
  ]

  const OTHER: readonly (readonly [string, () => void])[] = [
    ['R3', () => rest.limitGlobally(1500)],
    [
      'I2',
      () => {
        stopped = child.kill('SIGSTOP')
        later(1200, () => {
          child.kill('SIGCONT')
          stopped = false
        })
      },
    ],
    ['G12', () => gateway.dispatch('MESSAGE_CREATE', null)],
    ['G12', () => gateway.sendRaw('{"op":')],
  ]

  return {
    /** @param ms since the start */
    next(ms: number): void {
      if (ms >= answerAt) {
        answerAt += ANSWER_EVERY_MS
        const [row, route, answer] = pick(ANSWERS)
        rest.script(route, [answer])
        count(row)
      }
      if (ms >= connectionAt) {
        connectionAt += CONNECTION_EVERY_MS
        const [row, act] = pick(CONNECTION)
        act()
        until(connected, ledger.away)
        count(row)
      }
      if (ms >= otherAt) {
        otherAt += OTHER_EVERY_MS
        const [row, act] = pick(OTHER)
        act()
        until(() => !stopped, ledger.away)
        count(row)
      }
    },
    end(): void {
      rest.unscript()
      child.kill('SIGCONT')
    },
    report: (): string[] => [
      `faults: ${[...tried]
        .sort()
        .map(([row, times]) => `${row} ${times}`)
        .join(', ')}`,
    ],
  }
}
