import { expect, it, vi } from 'vitest'
import { isConnected } from '../../src/discord/standing.js'
import { freePort } from '../free-port.js'
import { CONFIGURATION, onStage, TRY_LATER } from './faults.js'

/** @returns the status of `/readyz`; null where nobody is there to answer */
const ready = (port: number): Promise<number | null> =>
  fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ status }) => status,
    () => null,
  )

const becomes = (port: number, status: number | null): Promise<void> =>
  vi.waitFor(async () => expect(await ready(port)).toBe(status), { timeout: 15_000, interval: 50 })

it('G11: is not ready while it has no connection, and is again when it has', async () => {
  await onStage(async ({ discord, start }) => {
    const port = await freePort()
    start({ METRICS_PORT: String(port) })
    await discord.ready()
    await becomes(port, 200)
    discord.gateway.refuseUpgrades(503)
    discord.gateway.drop()
    await becomes(port, 503)
    discord.gateway.acceptUpgrades()
    await becomes(port, 200)
  })
}, 40_000)

it.each<readonly [string, (close: (code: number) => void, drop: () => void) => void, number]>([
  ['its token is revoked', (close) => close(4004), CONFIGURATION],
  ['connections drop again and again', (_, drop) => drop(), TRY_LATER],
])(
  'G11: is never ready again after %s',
  async (_what, happens, exitCode) => {
    await onStage(async ({ discord, start }) => {
      const port = await freePort()
      const bot = start({ METRICS_PORT: String(port) })
      await discord.ready()
      await becomes(port, 200)
      const storm = setInterval(() => {
        happens(
          (code) => discord.gateway.close(code),
          () => discord.gateway.drop(),
        )
      }, 20)
      await vi.waitFor(async () => expect(await ready(port)).not.toBe(200), { timeout: 15_000, interval: 10 })
      expect(await bot.ended()).toBe(exitCode)
      clearInterval(storm)
      expect(await ready(port)).toBeNull()
    })
  },
  60_000,
)

it('G11: is not ready when a heartbeat was last acknowledged ninety seconds ago', () => {
  const standing = (heartbeatAgeMs: number) => ({
    servers: 1,
    shards: [{ shard: 0, ready: true, heartbeatAgeMs }],
  })
  expect(isConnected(standing(89_000))).toBe(true)
  expect(isConnected(standing(90_000))).toBe(false)
})
