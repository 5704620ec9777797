import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
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

  it('are written ahead, so that reads go on while one writes', async () => {
    const own = path.join(emptyFolder(), 'settings.sqlite')
    await (await openSqlite(own)).close()
    expect(new DatabaseSync(own).prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' })
  })
})

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
    await writable.channels.set('s1', 'c1', 'mention')
    await writable.close()
    chmodSync(file, 0o444)
    chmodSync(folder, 0o555)
    const root = process.geteuid?.() === 0 // who may write anything
    if (root) process.seteuid?.(NOBODY)
    try {
      const store = await openSqlite(file)
      expect(await store.channels.list('s1')).toEqual([{ channel: 'c1', mode: 'mention' }])
      await expect(store.channels.set('s1', 'c2', 'mention')).rejects.toThrow('read-only')
      await store.close()
    } finally {
      if (root) process.seteuid?.(0)
      chmodSync(folder, 0o755)
    }
  })
})

const NOBODY = 65_534
