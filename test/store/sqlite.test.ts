import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import { TABLES_BY_SERVER } from '../../src/store/schema.js'
import { openSqlite } from '../../src/store/sqlite.js'
import { StoreFault } from '../../src/store/store.js'
import { keepsSettings } from './keeps-settings.js'

const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'verbatim-store-'))

describe('SQLite settings', () => {
  const file = path.join(emptyFolder(), 'new', 'settings.sqlite')
  keepsSettings(() => openSqlite(file))

  it('are readable for their owner only', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('of a server are forgotten in every table that has any', () => {
    const database = new DatabaseSync(file)
    const tables = database
      .prepare(
        `select m.name from sqlite_master m join pragma_table_info(m.name) c
          where m.type = 'table' and c.name = 'server_id' and m.name != 'left_server' order by 1`,
      )
      .all()
    database.close()
    expect(tables.map(({ name }) => name)).toEqual([...TABLES_BY_SERVER])
  })

  it('are written ahead, so that reads go on while one writes', async () => {
    const own = path.join(emptyFolder(), 'settings.sqlite')
    await (await openSqlite(own)).close()
    expect(new DatabaseSync(own).prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
  })
})

describe('settings of the first release', () => {
  it('are carried over', async () => {
    const file = firstRelease()
    const store = await openSqlite(file)
    expect(await store.channels.find('s1', ['c1'])).toMatchObject({ mode: 'questions', cooldown: null })
    await store.channels.change('s1', 'c1', { cooldown: 5 })
    expect(await store.channels.list('s1')).toMatchObject([{ channel: 'c1', mode: 'questions', cooldown: 5 }])
    await store.close()
  })

  it('stay as they were when that is cut short', async () => {
    const file = firstRelease('create table spoken (in_the_way text)')
    await expect(openSqlite(file)).rejects.toThrow()
    const database = new DatabaseSync(file)
    expect(database.prepare('select * from channel_setting').all()).toEqual([
      { server_id: 's1', channel_id: 'c1', mode: 'questions' },
    ])
    database.exec('drop table spoken')
    database.close()
    const store = await openSqlite(file)
    expect(await store.channels.list('s1')).toHaveLength(1)
    await store.close()
  })
})

/** A file as the first release left it. */
function firstRelease(more = ''): string {
  const file = path.join(emptyFolder(), 'settings.sqlite')
  const database = new DatabaseSync(file)
  database.exec(`
    create table "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255) not null);
    insert into kysely_migration values ('2026-11-24-channel-setting', '2026-11-24T10:00:00.000Z');
    create table "kysely_migration_lock"
      ("id" varchar(255) not null primary key, "is_locked" integer default 0 not null);
    insert into kysely_migration_lock values ('migration_lock', 0);
    create table "channel_setting" ("server_id" text not null, "channel_id" text not null, "mode" text not null,
      constraint "channel_setting_key" primary key ("server_id", "channel_id"));
    insert into channel_setting values ('s1', 'c1', 'questions');
    ${more}
  `)
  database.close()
  return file
}

describe('a settings file that cannot be used', () => {
  it.each([
    ['no database', 'my notes\n'.repeat(200), /is not a database/],
    ['a damaged one', `SQLite format 3\0${'x'.repeat(5000)}`, /cannot be used/],
  ])('is refused by name and left alone: %s', async (_what, content, message) => {
    const file = path.join(emptyFolder(), 'settings.sqlite')
    writeFileSync(file, content)
    await expect(openSqlite(file)).rejects.toThrow(message)
    await expect(openSqlite(file)).rejects.toThrow(StoreFault)
    expect(readFileSync(file, 'utf8')).toBe(content)
  })

  it('is refused when it is a folder', async () => {
    await expect(openSqlite(emptyFolder())).rejects.toThrow(StoreFault)
  })

  it('is refused when a newer Verbatim wrote it', async () => {
    const file = path.join(emptyFolder(), 'settings.sqlite')
    await (await openSqlite(file)).close()
    const database = new DatabaseSync(file)
    database.exec("insert into kysely_migration values ('9999-later', '2030-01-01')")
    database.close()
    await expect(openSqlite(file)).rejects.toThrow('newer Verbatim')
  })

  it('can still be looked up when it may only be read, and says so when it is to be changed', async () => {
    const folder = emptyFolder()
    const file = path.join(folder, 'settings.sqlite')
    const writable = await openSqlite(file)
    await writable.channels.change('s1', 'c1', { mode: 'mention' })
    await writable.close()
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    const root = process.geteuid?.() === 0 // who may write anything
    if (root) process.seteuid?.(NOBODY)
    try {
      const store = await openSqlite(file)
      expect(await store.channels.list('s1')).toMatchObject([{ channel: 'c1', mode: 'mention' }])
      await expect(store.channels.change('s1', 'c2', { mode: 'mention' })).rejects.toThrow('read-only')
      await store.close()
    } finally {
      if (root) process.seteuid?.(0)
      chmodSync(folder, 0o755)
    }
  })
})

const NOBODY = 65_534
