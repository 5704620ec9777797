import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPostgresql } from '../../src/store/postgresql.js'
import { openSqlite } from '../../src/store/sqlite.js'
import { MAX_CHANNELS, type Store, StoreFault } from '../../src/store/store.js'
import type { DiscordDouble } from '../discord-double/double.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle, GuildHandle } from '../discord-double/places.js'
import { emptyFolder, startBot } from '../end-to-end/bot-process.js'
import { freePort } from '../free-port.js'
import {
  hasPostgresql,
  LEFT_OUT,
  type PostgresqlServer,
  startPostgresql,
} from '../store/postgresql-server.js'
import { CONFIGURATION, isAnswered, onStage, STOPPED, TRY_LATER } from './faults.js'

const root = process.geteuid?.() === 0
const NOBODY = 65_534

/** A server with a moderator. */
interface Place {
  readonly guild: GuildHandle
  readonly channel: ChannelHandle
  readonly mara: Person
}

function place(discord: DiscordDouble): Place {
  const guild = discord.addGuild({ name: 'Harbour' })
  const channel = guild.addChannel({ name: 'general' })
  return { guild, channel, mara: guild.addMember({ name: 'mara', permissions: ['ManageGuild'] }) }
}

/** Turns a new channel on. @returns what the bot says to that */
async function change({ guild, channel, mara }: Place): Promise<string> {
  const asked = await mara.runs(
    '/channels add',
    { channel: guild.addChannel({ name: 'other' }), mode: 'mention' },
    { in: channel },
  )
  return (await asked.response()).content
}

const settingsOf = (folder: string): string => path.join(folder, 'data', 'verbatim.sqlite')

/** Has the bot save one setting, and stop. @returns its folder */
async function folderWithSettings(): Promise<string> {
  const folder = emptyFolder()
  await onStage(async ({ discord, start }) => {
    const bot = start({}, folder)
    await discord.ready()
    expect(await change(place(discord))).toContain('Saved')
    await bot.stop()
  })
  return folder
}

function isSound(file: string): boolean {
  const database = new DatabaseSync(file)
  try {
    return database.prepare('pragma integrity_check').get()?.['integrity_check'] === 'ok'
  } finally {
    database.close()
  }
}

describe('the settings file', () => {
  it.skipIf(spawnSync('strace', ['-V']).error !== undefined)(
    'D2: every acknowledged change was synced to the disk',
    async () => {
      await onStage(async ({ discord, start }) => {
        const folder = emptyFolder()
        const bot = start({}, folder)
        await discord.ready()
        const here = place(discord)
        await change(here)
        const trace = path.join(folder, 'syncs')
        const options = ['-f', '-e', 'trace=fsync,fdatasync', '-o', trace]
        const strace = spawn('strace', [...options, '-p', String(bot.child.pid)])
        await once(strace.stderr, 'data') // it says that it has attached
        for (let time = 0; time < 5; time++) expect(await change(here)).toContain('Saved')
        strace.kill('SIGINT')
        await once(strace, 'exit')
        const synced = readFileSync(trace, 'utf8').match(/f(?:data)?sync\(\d+\)\s+= 0|resumed>.*= 0/g)
        expect(synced?.length).toBeGreaterThanOrEqual(5)
      })
    },
  )

  it('D3: answers go on while another program holds it, changes are refused, and work when it is free', async () => {
    await onStage(async ({ discord, start }) => {
      const folder = emptyFolder()
      start({}, folder)
      await discord.ready()
      const here = place(discord)
      await change(here)
      const other = new DatabaseSync(settingsOf(folder))
      other.exec('begin immediate')
      expect(await change(here)).toContain('another program')
      const listed = await here.mara.runs('/channels list', {}, { in: here.channel })
      expect((await listed.response()).content).toContain('#other: mention')
      await isAnswered(discord, here.mara)
      other.exec('commit')
      other.close()
      expect(await change(here)).toContain('Saved')
    })
  })

  it('D4: answers go on when it may only be read, and changes are refused with the reason', async () => {
    const folder = await folderWithSettings()
    const data = path.dirname(settingsOf(folder))
    for (const file of readdirSync(data)) if (file.includes('.lock')) rmSync(path.join(data, file))
    if (root) for (const file of [folder, data, settingsOf(folder)]) chownSync(file, NOBODY, NOBODY)
    chmodSync(settingsOf(folder), 0o444)
    chmodSync(data, 0o555)
    try {
      await onStage(async ({ discord }) => {
        const bot = startBot(discord, folder, {}, root ? NOBODY : undefined)
        await discord.ready()
        const here = place(discord)
        expect(await change(here)).toContain('read-only')
        await isAnswered(discord, here.mara)
        expect(bot.output()).toContain('not backed up')
        expect(await bot.stop()).toBe(STOPPED)
      })
    } finally {
      chmodSync(data, 0o755)
    }
  })

  const disk = path.join(emptyFolder(), 'disk')
  mkdirSync(disk)
  const mounted = root && spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', disk]).status === 0
  afterAll(() => {
    if (mounted) spawnSync('umount', [disk])
  })

  it.skipIf(!mounted)(
    'D5: answers go on when its disk is full, changes are refused with the reason, it stays sound, and works when there is room',
    async () => {
      await onStage(async ({ discord, start }) => {
        const file = path.join(disk, 'settings.sqlite')
        const bot = start({ DATABASE_FILE: file })
        await discord.ready()
        const here = place(discord)
        await change(here)
        const filler = path.join(disk, 'filler')
        try {
          writeFileSync(filler, Buffer.alloc(1024 * 1024))
        } catch {} // as much as there is room for
        let said = ''
        for (let time = 0; time < MAX_CHANNELS && !said.includes('full'); time++) said = await change(here)
        expect(said).toContain('full')
        await isAnswered(discord, here.mara)
        rmSync(filler)
        expect(await change(here)).toContain('Saved')
        expect(await bot.stop()).toBe(STOPPED)
        expect(isSound(file)).toBe(true)
      })
    },
  )

  it.each<readonly [string, (file: string) => void]>([
    ['is no database', (file) => writeFileSync(file, 'my notes\n'.repeat(1000))],
    ['is cut in half', (file) => truncateSync(file, statSync(file).size / 2)],
    ['has zeros in it', (file) => writeFileSync(file, readFileSync(file).fill(0, 4096, 3 * 4096))],
    ['is empty', (file) => truncateSync(file)],
    ['is gone', (file) => rmSync(file)],
    [
      'is a folder',
      (file) => {
        rmSync(file)
        mkdirSync(file)
      },
    ],
  ])('D6: ends with 78, names the backup and touches nothing when it %s', async (_, spoil) => {
    const folder = await folderWithSettings()
    const file = settingsOf(folder)
    await (await openSqlite(file)).close() // the day's backup, with the setting
    spoil(file)
    const asItIs = (): unknown =>
      existsSync(file) && (statSync(file).isFile() ? readFileSync(file, 'base64') : readdirSync(file))
    const before = asItIs()
    await onStage(async ({ discord, start }) => {
      const bot = start({}, folder)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain(`${file}.backup-`)
      expect(bot.output()).not.toContain('    at ')
      expect(discord.gateway.connections).toBe(0)
    })
    expect(asItIs()).toEqual(before)
  })

  it('D7, D8: keeps any text as it is, and refuses what it would keep as something else', async () => {
    const store = await openSqlite(settingsOf(emptyFolder()))
    await keepsOddValues(store)
    await store.close()
  })

  it('D9: of four that start at once on a new file one runs, the others end with 78, and the file is sound', async () => {
    await onStage(async ({ start }) => {
      for (let round = 0; round < 3; round++) {
        const folder = emptyFolder()
        const bots = Array.from({ length: 4 }, () => start({}, folder))
        const codes: (number | string)[] = []
        for (const bot of bots) void bot.ended().then((code) => codes.push(code))
        await expect.poll(() => codes, { timeout: 30_000 }).toEqual(Array(3).fill(CONFIGURATION))
        await Promise.all(bots.map((bot) => bot.stop()))
        expect(codes).toHaveLength(4)
        expect(codes).toContain(STOPPED)
        expect(isSound(settingsOf(folder))).toBe(true)
      }
    })
  })

  it('D10: ends with 78 and touches nothing when a newer Verbatim wrote it', async () => {
    const folder = await folderWithSettings()
    const database = new DatabaseSync(settingsOf(folder))
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
    const dump = (): unknown => database.prepare('select * from sqlite_master').all()
    const before = dump()
    await onStage(async ({ start }) => {
      const bot = start({}, folder)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain('newer Verbatim')
    })
    expect(dump()).toEqual(before)
    database.close()
  })

  it('D13: is backed up at each start for the latest seven days, and a backup in its place is as good', async () => {
    const folder = await folderWithSettings()
    const file = settingsOf(folder)
    for (let day = 1; day <= 9; day++) writeFileSync(`${file}.backup-2020-01-0${day}`, 'old')
    writeFileSync(`${file}.backup-mine`, 'not ours')
    await onStage(async ({ discord, start }) => {
      const bot = start({}, folder)
      await discord.ready()
      await bot.stop()
    })
    const backups = readdirSync(path.dirname(file)).filter((name) => name.includes('.backup-2'))
    expect(backups).toHaveLength(7)
    expect(existsSync(`${file}.backup-mine`)).toBe(true)
    const latest = path.join(path.dirname(file), backups.sort().at(-1) ?? '')
    expect(statSync(latest).mode & 0o777).toBe(0o600)

    const restored = path.join(emptyFolder(), 'settings.sqlite')
    copyFileSync(latest, restored)
    const store = await openSqlite(restored)
    expect([...(await store.channels.all()).values()].flat()).toMatchObject([{ mode: 'mention' }])
    await store.close()
  })
})

/** Tries to have a store keep what would break a query, or be kept as something else. */
async function keepsOddValues(store: Store): Promise<void> {
  const server = 's1'
  for (const odd of [
    "'; drop table channel_setting; --",
    '"',
    '$1',
    '?',
    '%_\\',
    '\u202e',
    '😀',
    '',
    '__proto__',
  ]) {
    await store.channels.change(server, odd, { mode: 'mention', articles: [odd] })
    await store.servers.nameModeratorRole(odd, odd)
    expect(await store.channels.find(server, [odd])).toMatchObject({ mode: 'mention', articles: [odd] })
    expect(await store.servers.moderatorRole(odd)).toBe(odd)
    expect(await store.channels.remove(server, odd)).toBe(true)
  }
  await store.channels.change(server, 'c1', { mode: 'mention' })
  const wrong: unknown[] = [Number.NaN, Number.POSITIVE_INFINITY, {}, [], new Date(0), 'a\0b', '\ud800']
  for (const value of wrong) {
    const change = { mode: 'off', cooldown: value as number } as const
    await expect(store.channels.change(server, 'c1', change)).rejects.toThrow(StoreFault)
    await expect(store.servers.nameModeratorRole(server, value as string)).rejects.toThrow(StoreFault)
  }
  expect(await store.channels.list(server)).toMatchObject([
    { channel: 'c1', mode: 'mention', cooldown: null },
  ])
  expect(await store.servers.moderatorRole(server)).toBeNull()
}

describe('two moderators at once', () => {
  it('D12: fifteen changes at once of one list all count', async () => {
    const folder = emptyFolder()
    const corpus = path.join(folder, 'corpus')
    mkdirSync(corpus)
    const names = Array.from({ length: 15 }, (_, number) => `article-${String.fromCharCode(97 + number)}`)
    for (const name of names) writeFileSync(path.join(corpus, `${name}.txt`), `${name}\n\nThe light burns.\n`)
    await onStage(async ({ discord, start }) => {
      start({ CORPUS_DIR: corpus }, folder)
      await discord.ready()
      const { guild, channel, mara } = place(discord)
      const vera = guild.addMember({ name: 'vera', permissions: ['ManageGuild'] })
      const asked = await Promise.all(
        names.map((allow, number) =>
          (number % 2 === 0 ? mara : vera).runs('/channels articles', { channel, allow }, { in: channel }),
        ),
      )
      await Promise.all(asked.map((one) => one.response()))
      const database = new DatabaseSync(settingsOf(folder), { readOnly: true })
      const row = database.prepare('select articles from channel_setting').get()
      database.close()
      expect(JSON.parse(String(row?.['articles'])).sort()).toEqual(names)
    })
  })
})

describe.skipIf(!hasPostgresql)(`PostgreSQL${LEFT_OUT}`, () => {
  let server: PostgresqlServer
  beforeAll(async () => {
    server = await startPostgresql()
  })
  afterAll(() => server.close())

  it('D7, D8: keeps any text as it is, and refuses what it would keep as something else', async () => {
    const deaf = { lost: () => undefined, back: () => undefined, taken: () => undefined }
    const store = await openPostgresql(await server.createDatabase('odd'), deaf)
    await keepsOddValues(store)
    await store.close()
  })

  it('D11: ends with 75 when it does not answer for a minute', async () => {
    const script = path.join(emptyFolder(), 'quick-minute.mjs')
    writeFileSync(
      script,
      'const now = performance.now.bind(performance)\nperformance.now = () => now() * 60\n',
    )
    await onStage(async ({ discord, start }) => {
      const nowhere = `postgres://owner:canary@127.0.0.1:${await freePort()}/none`
      const bot = start({ DATABASE_URL: nowhere, NODE_OPTIONS: `--import ${script}` })
      expect(await bot.ended()).toBe(TRY_LATER)
      expect(bot.output()).toContain('has not answered for 60 s')
      expect(bot.output()).not.toContain('canary')
      expect(discord.gateway.connections).toBe(0)
    })
  })

  it('D11: waits for it at the start; while it is gone answers by the settings last known and refuses changes; recovers', async () => {
    const settings = { DATABASE_URL: await server.createDatabase('gone') }
    await onStage(async ({ discord, start }) => {
      await server.crash()
      const bot = start(settings)
      await bot.says('does not answer')
      await server.start()
      await discord.ready()
      const here = place(discord)
      expect(await change(here)).toContain('Saved')
      const answersHere = async (): Promise<void> => {
        await isAnswered(discord, here.mara)
        const listed = await here.mara.runs('/channels list', {}, { in: here.channel })
        expect((await listed.response()).content).toContain('#other: mention')
      }
      for (const interrupt of [server.dropConnections, server.crash]) {
        await interrupt()
        await answersHere()
      }
      expect(await change(here)).toContain('cannot be changed just now')
      await server.start()
      await answersHere()
      expect(await change(here)).toContain('Saved')
      expect(bot.output()).toContain('the settings database answers again')
    })
  })
})
