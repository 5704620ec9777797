import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPostgresql } from '../../src/store/postgresql.js'
import { StoreFault, StoreUnreachable } from '../../src/store/store.js'
import { keepsSettings } from './keeps-settings.js'
import { hasPostgresql, LEFT_OUT, type PostgresqlServer, startPostgresql } from './postgresql-server.js'

/** What Verbatim locks in a database. */
const CLAIM = 0x76_65_72_62

const deaf = { lost: () => undefined, back: () => undefined, taken: () => undefined }

describe.skipIf(!hasPostgresql)(`PostgreSQL settings${LEFT_OUT}`, () => {
  let server: PostgresqlServer
  let url: string
  beforeAll(async () => {
    server = await startPostgresql()
    url = await server.createDatabase('contract')
  })
  afterAll(() => server.close())

  keepsSettings(() => openPostgresql(url, deaf))
})

describe.skipIf(!hasPostgresql)(`a PostgreSQL that fails${LEFT_OUT}`, () => {
  let server: PostgresqlServer
  let url: string
  let databases = 0
  const heard: string[] = []
  const watch = {
    lost: (reason: string) => heard.push(reason),
    back: () => heard.push('back'),
    taken: () => heard.push('taken'),
  }

  beforeAll(async () => {
    server = await startPostgresql()
  })
  afterAll(() => server.close())
  beforeEach(async () => {
    url = await server.createDatabase(`fails-${++databases}`)
    heard.length = 0
  })

  it('leaves the settings last known to be looked up, and changes refused, until it is back', async () => {
    const before = await openPostgresql(url, watch)
    await before.channels.change('s1', 'c1', { mode: 'questions', cooldown: 60 })
    await before.servers.nameModeratorRole('s1', 'keepers')
    await before.close()
    const store = await openPostgresql(url, watch)
    await store.channels.change('s1', 'c2', { mode: 'mention' })

    await server.crash()
    expect(await store.channels.find('s1', ['thread', 'c1'])).toMatchObject({
      mode: 'questions',
      cooldown: 60,
    })
    expect(await store.channels.list('s1')).toHaveLength(2)
    expect(await store.channels.list('s2')).toEqual([])
    expect(await store.channels.anyListening()).toBe(true)
    expect(await store.servers.moderatorRole('s1')).toBe('keepers')
    await expect(store.channels.change('s1', 'c3', { mode: 'mention' })).rejects.toThrow(StoreUnreachable)
    await expect(store.channels.remove('s1', 'c1')).rejects.toThrow('database does not answer')
    await expect(store.servers.nameModeratorRole('s1', null)).rejects.toThrow(StoreUnreachable)

    await server.start()
    await store.channels.change('s1', 'c3', { mode: 'mention' })
    expect(await store.channels.list('s1')).toHaveLength(3)
    expect(heard).toEqual([expect.stringMatching(/./), 'back'])
    await store.close()
  })

  it('gives turns to speak once in a cooldown all the same while it is gone, and after', async () => {
    const store = await openPostgresql(url, watch)
    const take = (now: number): Promise<boolean> => store.turns.take('s1', 'c1', now, 60_000)
    await server.crash()
    expect(await Promise.all([take(100_000), take(100_000)])).toEqual([true, false])
    expect(await store.turns.last('s1', 'c1')).toBe(100_000)
    await server.start()
    expect(await take(159_999)).toBe(false)
    expect(await take(160_000)).toBe(true)
    await store.close()
  })

  it('is not waited for at every question when it hangs, and is asked again after', async () => {
    const store = await openPostgresql(url, watch)
    await store.channels.change('s1', 'c1', { mode: 'mention' })
    await server.whileFrozen(async () => {
      for (let time = 0; time < 20; time++) {
        expect(await store.channels.find('s1', ['c1'])).toMatchObject({ mode: 'mention' })
      }
      await expect(store.channels.remove('s1', 'c1')).rejects.toThrow(StoreUnreachable)
    })
    expect(await store.channels.remove('s1', 'c1')).toBe(true)
    await store.close()
  })

  it('is waited for at the start', async () => {
    await server.crash()
    const opening = openPostgresql(url, watch)
    await server.start()
    const store = await opening
    expect(await store.channels.list('s1')).toEqual([])
    await store.close()
  })

  it.each([
    ['the wrong password', (right: string) => right.replace('canary', 'wrong'), 'user or the password'],
    ['a database that is not there', (right: string) => `${right}-gone`, 'no database'],
  ])('is refused at once, in words without the password, with %s', async (_what, wrong, words) => {
    const opening = openPostgresql(wrong(url), watch)
    await expect(opening).rejects.toThrow(words)
    await expect(opening).rejects.toThrow(StoreFault)
    await expect(opening).rejects.not.toThrow(server.password.replace('canary', ''))
    expect(heard).toEqual([])
  })

  it('lets in one of several that open it at once, and the next when that one is gone', async () => {
    const opened = await Promise.allSettled(Array.from({ length: 4 }, () => openPostgresql(url, watch)))
    const [store, ...more] = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    expect(more).toEqual([])
    for (const one of opened) {
      if (one.status === 'rejected') expect(String(one.reason)).toContain('already running')
    }
    await store?.close()
    await (await openPostgresql(url, watch)).close()
  })

  it('stays claimed when its connections drop, and is given up when another process has claimed it', async () => {
    const store = await openPostgresql(url, watch)
    const other = new pg.Client(url)
    await other.connect()
    const drop = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'verbatim'"
    const claimant = async (): Promise<number> =>
      (await other.query("select pid from pg_locks where locktype = 'advisory' and granted")).rows[0]?.pid
    const first = await claimant()
    await other.query(drop)
    await vi.waitFor(async () => {
      const now = await claimant()
      expect(now).toBeGreaterThan(0)
      expect(now).not.toBe(first)
    }, 5000)
    await expect(openPostgresql(url, deaf)).rejects.toThrow('already running')
    expect(heard).not.toContain('taken')

    await other.query(`${drop}; select pg_advisory_lock(${CLAIM})`)
    await vi.waitFor(() => expect(heard).toContain('taken'), 5000)
    await other.end()
    await store.close()
  })

  it('does not hold up the end of the program when it hangs', async () => {
    const store = await openPostgresql(url, watch)
    await server.whileFrozen(() => store.close())
  })
})
