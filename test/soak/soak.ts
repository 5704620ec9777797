import { setTimeout as sleep } from 'node:timers/promises'
import { offered } from '../../commands/index.js'
import { createRandom } from '../../src/training/random.js'
import { startDiscordDouble } from '../discord-double/double.js'
import { emptyFolder, startBot } from '../end-to-end/bot-process.js'
import { freePort } from '../free-port.js'
import { createFaults } from './faults.js'
import { createLedger, PATIENCE_MS } from './ledger.js'
import { createTraffic } from './traffic.js'
import { createVitals } from './vitals.js'

export interface SoakOptions {
  readonly minutes: number
  /** The same seed gives the same traffic and the same faults. */
  readonly seed: number
}

export interface Soaked {
  /** What must not be. */
  readonly violations: readonly string[]
  /** What was slow; nothing where the machine kept the bot from running. */
  readonly slowness: readonly string[]
  /** All figures, to be read. */
  readonly report: string
}

const A_SECOND = 50
const SERVERS = 2500
const LOOK_EVERY_MS = 5000
/** A message is tried for 15 s, and may have waited before. */
const SETTLED_AFTER_MS = 30_000

/**
 * Has the built bot, as a child process, deal with mixed traffic and faults through the double of Discord, and looks
 * whether anything was lost or answered twice. Ends by itself, a good minute after its time, three at most.
 */
export async function soak({ minutes, seed }: SoakOptions): Promise<Soaked> {
  const discord = await startDiscordDouble({ heartbeatInterval: 15_000 })
  discord.registerCommands(offered.map(({ data }) => data))
  const random = createRandom(seed)
  const ledger = createLedger(discord, () => bot.output())
  const traffic = createTraffic(discord, SERVERS, random, ledger)
  const port = await freePort()
  const bot = startBot(discord, emptyFolder(), { METRICS_PORT: String(port) })
  try {
    await discord.ready({ timeout: 60_000 })
    await traffic.setUp()
    const vitals = createVitals(port, bot.child)
    const faults = createFaults(discord, bot.child, createRandom(seed + 1), ledger)
    const start = performance.now()
    const end = start + minutes * 60_000
    let lookAt = start
    for (let asked = 0; performance.now() < end; asked++) {
      if (bot.child.exitCode !== null) break
      const due = start + (asked * 1000) / A_SECOND
      if (due > performance.now()) await sleep(due - performance.now())
      void traffic.next()
      faults.next(performance.now() - start)
      if (performance.now() < lookAt) continue
      lookAt += LOOK_EVERY_MS
      ledger.settle(SETTLED_AFTER_MS)
      discord.forget(SETTLED_AFTER_MS + PATIENCE_MS)
      void vitals.look((performance.now() - start) / 60_000)
    }
    const seconds = (performance.now() - start) / 1000
    faults.end()
    for (const over = performance.now() + PATIENCE_MS + SETTLED_AFTER_MS; performance.now() < over; ) {
      ledger.settle(SETTLED_AFTER_MS)
      await sleep(1000)
      if (ledger.pending() === 0) break
    }
    ledger.settle(0)
    await sleep(100)
    const settings = await traffic.checkSettings()
    const code = await bot.stop()
    const violations = [
      ...ledger.violations(),
      ...settings.violations,
      ...vitals.violations(),
      ...(code === 0 ? [] : [`the bot ended with ${code}`]),
      ...(bot.output().includes(discord.token) ? ['the bot said its token'] : []),
    ]
    const slowness = vitals.starved() ? [] : [...ledger.slowness(), ...vitals.slowness()]
    const report = [
      `Soak of ${minutes} minutes, seed ${seed}, ${SERVERS} servers: ${(ledger.asked() / seconds).toFixed(1)} of ${A_SECOND} asked a second`,
      ...ledger.report(),
      ...faults.report(),
      ...settings.report,
      ...vitals.report(),
      violations.length === 0 ? 'Nothing lost, nothing answered twice.' : 'VIOLATIONS:',
      ...violations,
      ...slowness,
    ].join('\n')
    return { violations, slowness, report }
  } finally {
    await bot.stop('SIGKILL')
    await discord.close()
  }
}
