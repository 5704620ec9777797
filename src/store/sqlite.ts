import { closeSync, mkdirSync, openSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { type DialectAdapter, Kysely, SqliteAdapter, type SqliteDatabase, SqliteDialect } from 'kysely'
import { checkBindable } from './bindable.js'
import { createStore } from './create-store.js'
import type { Tables } from './schema.js'
import { backUp, backupsOf } from './sqlite-backup.js'
import { type Lock, lockFile } from './sqlite-lock.js'
import { type Store, StoreFault } from './store.js'

/** Hears why no copy of the settings could be made. */
export type BackupWatch = (reason: string) => void

const DAY_MS = 86_400_000

/**
 * Opens the SQLite file that keeps settings, making it and its folder where they are missing. Settings in a
 * file that may only be read can be looked up; changes throw. The file is copied before anything is changed, and then
 * once a day.
 *
 * @throws StoreFault when the file cannot be used: no database, damaged, a folder, not allowed, a newer version's,
 *   another process's, or lost while there are copies of it
 */
export async function openSqlite(file: string, notBackedUp: BackupWatch = () => undefined): Promise<Store> {
  const { database, lock } = open(file)
  const copy = (): void => {
    try {
      if (!isEmpty(database)) backUp(database, path.resolve(file), new Date())
    } catch (error) {
      notBackedUp(error instanceof Error ? error.message : String(error))
    }
  }
  copy()
  const daily = setInterval(copy, DAY_MS).unref()
  const kysely = new Kysely<Tables>({ dialect: new Sqlite({ database: adapt(database) }) })
  const close = async (): Promise<void> => {
    clearInterval(daily)
    await kysely.destroy()
    lock.release()
  }
  try {
    return { ...(await createStore(kysely)), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Kysely changes SQLite's tables outside of a transaction; inside one, a start that is cut short leaves them as they were. */
class Sqlite extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new TransactionalAdapter()
  }
}

class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

const isEmpty = (database: DatabaseSyncInstance): boolean =>
  database.prepare('select name from sqlite_master limit 1').get() === undefined

function open(file: string): { database: DatabaseSyncInstance; lock: Lock } {
  let lock: Lock | undefined
  try {
    makeFile(file)
    lock = lockFile(path.resolve(file))
    return { database: openAsMayBe(path.resolve(file)), lock }
  } catch (error) {
    lock?.release()
    if (error instanceof StoreFault) throw error
    const reason = error instanceof Error ? error.message : String(error)
    const [backup] = backupsOf(path.resolve(file))
    const remedy = /readonly|permission|EACCES|EPERM|EROFS/i.test(reason)
      ? 'Make it writable for the user that runs Verbatim'
      : backup === undefined
        ? 'Put a backup in its place'
        : `Put its latest backup, "${backup}", in its place`
    throw new StoreFault(
      `The settings file "${file}" cannot be used: ${reason}. ${remedy}, or name another one with DATABASE_FILE.`,
    )
  }
}

/** For another program that writes; all else waits with it, and an interaction must be answered in 3 s. */
const LONGEST_WAIT_MS = 1000

function openAsMayBe(file: string): DatabaseSyncInstance {
  try {
    return prepare(new DatabaseSync(file, { timeout: LONGEST_WAIT_MS }))
  } catch (error) {
    // In a folder that may not be written, a database in WAL mode opens only as one that nobody changes: without its
    // log of late changes, so only where there is none.
    if (!/unable to open/.test(String(error)) || sizeOf(`${file}-wal`) > 0) throw error
    return prepare(new DatabaseSync(`${pathToFileURL(file).href}?immutable=1`, { readOnly: true }))
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

function prepare(database: DatabaseSyncInstance): DatabaseSyncInstance {
  const [check] = database.prepare('PRAGMA quick_check(1)').all()
  if (check?.quick_check !== 'ok') throw new Error('database disk image is malformed')
  database.exec('PRAGMA journal_mode = WAL') // reads go on while one writes
  database.exec('PRAGMA synchronous = FULL') // a commit survives a power cut
  return database
}

/** A new file is for its owner only; SQLite itself would make it readable for all. */
function makeFile(file: string): void {
  if (sizeOf(file) === 0 && sizeOf(`${file}-wal`) === 0) {
    const [backup] = backupsOf(path.resolve(file))
    if (backup !== undefined) {
      throw new StoreFault(
        `The settings file "${file}" is gone or empty, and there are backups of it. Put the latest, "${backup}", in its place, or move the backups elsewhere to begin anew.`,
      )
    }
  }
  mkdirSync(path.dirname(file), { recursive: true })
  try {
    closeSync(openSync(file, 'ax', 0o600))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}

/** Kysely speaks to better-sqlite3; this driver has the interface of `node:sqlite`, whose binary needs no compiler. */
function adapt(database: DatabaseSyncInstance): SqliteDatabase {
  return {
    close() {
      // The driver lets go of the file only when its statements are collected, so what is in the log is moved here.
      database.exec('PRAGMA busy_timeout = 200') // a program that holds the file must not hold up the stop
      database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all()
      database.close()
    },
    prepare(sql) {
      const statement = database.prepare(sql)
      // SQLite ends a transaction by itself where the disk is full, and has nothing to roll back then
      const ended = sql === 'rollback' && !database.isTransaction
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => explained(() => statement.all(...bindable(parameters))),
        run: (parameters) =>
          ended
            ? { changes: 0, lastInsertRowid: 0 }
            : explained(() => statement.run(...bindable(parameters))),
        iterate: (parameters) => statement.iterate(...bindable(parameters)),
      }
    },
  }
}

function bindable<Values extends readonly unknown[]>(values: Values): Values {
  checkBindable(values)
  return values
}

/** Tells the failures that can be mended outside the program from bugs. */
function explained<Result>(run: () => Result): Result {
  try {
    return run()
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const known = FAILURES.find(([sign]) => sign.test(message))
    throw known === undefined ? error : new StoreFault(`Settings cannot be changed: ${known[1]}.`, known[1])
  }
}

const FAILURES = [
  [/readonly database/, 'read-only'],
  [/database or disk is full/, 'disk-full'],
  [/database is locked/, 'busy'],
] as const
