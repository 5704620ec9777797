import path from 'node:path'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest'
import type { DiscordDouble } from '../discord-double/double.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle } from '../discord-double/places.js'
import { type BotProcess, emptyFolder } from '../end-to-end/bot-process.js'
import {
  hasPostgresql,
  LEFT_OUT,
  type PostgresqlServer,
  startPostgresql,
} from '../store/postgresql-server.js'
import { onStage, TRY_LATER } from './faults.js'

/** How often the bot is killed; the figures in docs/reliability.md are those of `KILL_ROUNDS=200`. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5)
const LONGEST_LIFE_MS = 1000
const LONGEST_ROUND_MS = 40_000

/** What has been acknowledged, by channel: numbers that only grow, so that a smaller one found later is a lost write. */
type Acknowledged = Map<string, number>

/** Sets the cooldown of a channel again and again, until the bot is gone. @returns how often it said "Saved" */
async function keepChanging(
  mara: Person,
  channel: ChannelHandle,
  next: () => number,
  acknowledged: Acknowledged,
  gone: Promise<unknown>,
): Promise<number> {
  for (let count = 0; ; ) {
    const seconds = next()
    const asked = await mara.runs('/channels cooldown', { channel, seconds }, { in: channel })
    const said = await Promise.race([asked.response().catch(() => null), gone.then(() => null)])
    if (said === null) return count
    expect(said.content).not.toContain('went wrong')
    if (!said.content.includes(`${seconds} s`)) continue // told to wait: a member may change so much at once
    acknowledged.set(channel.id, seconds)
    count++
  }
}

interface Database {
  readonly settings: Readonly<Record<string, string>>
  readonly folder: string
  /** @returns the cooldown of each channel, as it stands in the database now */
  read(): Promise<ReadonlyMap<string, number>>
  /** Does more harm, while the bot is gone. */
  betweenRounds?(round: number): Promise<void>
}

/** Kills the bot at random moments while it changes settings, and starts it anew each time. */
async function killAgainAndAgain(database: Database, { task }: TestContext): Promise<void> {
  await onStage(async ({ discord, start }) => {
    const guild = discord.addGuild({ name: 'Harbour' })
    const mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
    const channels = ['one', 'two', 'three'].map((name) => guild.addChannel({ name }))
    const acknowledged: Acknowledged = new Map()
    const starts: number[] = []
    let number = 0
    let changes = 0
    let lost = 0
    for (let round = 0; round <= ROUNDS; round++) {
      const [bot, took] = await started(discord, () => start(database.settings, database.folder))
      starts.push(took)
      const kept = await database.read()
      for (const [channel, seconds] of acknowledged) if ((kept.get(channel) ?? 0) < seconds) lost++
      task.meta.lostWrites = lost
      expect(lost).toBe(0)
      if (round === ROUNDS) break
      setTimeout(() => bot.child.kill('SIGKILL'), Math.random() * LONGEST_LIFE_MS)
      const changing = channels.map((channel) =>
        keepChanging(mara, channel, () => ++number % 86_400, acknowledged, bot.ended()),
      )
      changes += (await Promise.all(changing)).reduce((sum, count) => sum + count, 0)
      expect(await bot.ended()).toBe('SIGKILL')
      await database.betweenRounds?.(round)
    }
    starts.sort((a, b) => a - b)
    const [median, worst] = [starts[Math.floor(starts.length / 2)], starts.at(-1)]
    console.log(
      `${task.name}: ${ROUNDS} kills, ${changes} acknowledged changes, ${lost} lost; started in ${median?.toFixed(0)} ms (median), ${worst?.toFixed(0)} ms (worst)`,
    )
    expect(changes).toBeGreaterThan(0)
  })
}

/** Starts the bot. @returns it, and how long it took until Discord had its login */
async function started(
  { gateway, until, ready }: DiscordDouble,
  start: () => BotProcess,
): Promise<[BotProcess, number]> {
  const before = gateway.identifies.length
  const began = performance.now()
  let bot = start()
  const again = (code: unknown): void => {
    if (code !== TRY_LATER) return // PostgreSQL may find out a moment later that the process before is gone
    bot = start()
    void bot.ended().then(again)
  }
  void bot.ended().then(again)
  await until(() => gateway.identifies.length > before, {
    what: 'the bot',
    timeout: LONGEST_ROUND_MS,
  }).catch((error: Error) => {
    throw new Error(`${error.message}\nIt said: ${bot.output()}`)
  })
  await ready()
  return [bot, performance.now() - began]
}

describe('killed again and again while settings change', () => {
  it(
    'D1 SQLite: every acknowledged change is there, the file is sound, and it starts',
    async (context) => {
      const folder = emptyFolder()
      const file = path.join(folder, 'data', 'verbatim.sqlite')
      const inFile = <Result>(look: (database: DatabaseSyncInstance) => Result): Result => {
        const database = new DatabaseSync(file, { readOnly: true })
        try {
          return look(database)
        } finally {
          database.close()
        }
      }
      await killAgainAndAgain(
        {
          settings: {},
          folder,
          async read() {
            const rows = inFile((database) => database.prepare(COOLDOWNS).all())
            return new Map(rows.map((row) => [String(row['channel_id']), Number(row['cooldown_seconds'])]))
          },
        },
        context,
      )
      expect(inFile((database) => database.prepare('pragma integrity_check').get())).toEqual({
        integrity_check: 'ok',
      })
    },
    (ROUNDS + 2) * LONGEST_ROUND_MS,
  )

  describe.skipIf(!hasPostgresql)(`PostgreSQL${LEFT_OUT}`, () => {
    let server: PostgresqlServer
    beforeAll(async () => {
      server = await startPostgresql()
    })
    afterAll(() => server.close())

    it(
      'D1 PostgreSQL: every acknowledged change is there, its server killed now and then too, and it starts',
      async (context) => {
        const url = await server.createDatabase('killed')
        await killAgainAndAgain(
          {
            settings: { DATABASE_URL: url },
            folder: emptyFolder(),
            async read() {
              const client = new pg.Client(url)
              await client.connect()
              const { rows } = await client.query(COOLDOWNS)
              await client.end()
              return new Map(rows.map((row) => [row.channel_id, row.cooldown_seconds]))
            },
            async betweenRounds(round) {
              if (round % 5 !== 2) return
              await server.crash()
              await server.start()
            },
          },
          context,
        )
      },
      (ROUNDS + 2) * LONGEST_ROUND_MS,
    )
  })
})

const COOLDOWNS = 'select channel_id, cooldown_seconds from channel_setting'
