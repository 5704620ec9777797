import { setTimeout as delay } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { checkBindable } from './bindable.js'
import { createStore } from './create-store.js'
import { type DatabaseWatch, rememberSettings } from './last-known.js'
import { claimDatabase } from './postgresql-claim.js'
import type { Tables } from './schema.js'
import { type Store, StoreFault, StoreUnreachable } from './store.js'

/** How long anything may take to say that the database does not answer: an interaction must be answered in 3 s. */
const LONGEST_WAIT_MS = 2000
const LONGEST_START_MS = 60_000
const RETRY_AFTER_MS = 1000

/**
 * Opens the PostgreSQL database that keeps settings, making its tables where they are missing. Where it does not
 * answer at first, it is tried again for a minute; later, while it is gone, what was last known is answered.
 *
 * @param url `postgres://user:password@host:port/database`; appears in no message
 * @throws StoreUnreachable when it does not answer for a minute
 * @throws StoreTaken when another process uses it
 * @throws StoreFault when it answers and cannot be used: wrong password, no such database, a newer version's tables
 */
export async function openPostgresql(url: string, watch: PostgresqlWatch): Promise<Store> {
  const connection = {
    connectionString: url,
    application_name: 'verbatim',
    connectionTimeoutMillis: LONGEST_WAIT_MS,
    query_timeout: LONGEST_WAIT_MS,
    keepAlive: true,
  }
  const database = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: adapt(createPool(connection)) }),
  })

  async function open(): Promise<Store> {
    const claim = await explained(claimDatabase(connection, watch.taken))
    const close = async (): Promise<void> => {
      const closed = Promise.all([claim.release(), database.destroy()])
      await Promise.race([closed, delay(LONGEST_WAIT_MS, undefined, { ref: false })]) // what was acknowledged is kept
    }
    try {
      return { ...(await createStore(database)), close }
    } catch (error) {
      await claim.release()
      throw error
    }
  }

  try {
    return await rememberSettings(await untilItAnswers(open, watch), watch)
  } catch (error) {
    await database.destroy()
    throw error
  }
}

/** Hears how it stands with the database. */
export interface PostgresqlWatch extends DatabaseWatch {
  /** It was gone for a while, and another process has claimed it meanwhile. */
  taken(): void
}

function createPool(connection: pg.PoolConfig): pg.Pool {
  // One connection: changes happen one after the other, as with SQLite, so both keep the same promises.
  const pool = new pg.Pool({ ...connection, max: 1 })
  // A connection that drops ends the process where nobody listens. The next call opens another.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}

async function untilItAnswers<Result>(open: () => Promise<Result>, watch: DatabaseWatch): Promise<Result> {
  const giveUpAt = performance.now() + LONGEST_START_MS
  for (let tries = 1; ; tries++) {
    try {
      return await open()
    } catch (error) {
      if (!(error instanceof StoreUnreachable)) throw error
      if (performance.now() > giveUpAt) throw new StoreUnreachable(error.reason, hasNotAnswered(error.reason))
      if (tries === 1) watch.lost(error.reason)
      await delay(RETRY_AFTER_MS)
    }
  }
}

const hasNotAnswered = (reason: string): string =>
  `The database in DATABASE_URL has not answered for ${LONGEST_START_MS / 1000} s (${reason}). Start it, or correct DATABASE_URL.`

/** Says failures in words for the person who changes a setting, and gives back no connection that has failed. */
function adapt(pool: pg.Pool): PostgresPool {
  return {
    async connect() {
      const client = await explained(pool.connect())
      let fault: unknown
      const query = async (sql: string, parameters: readonly unknown[]): Promise<unknown> => {
        checkBindable(parameters)
        if (fault !== undefined) throw fault // a rollback must not wait for a database that is gone
        try {
          return await explained(client.query(sql, [...parameters]))
        } catch (error) {
          if (error instanceof StoreUnreachable) fault = error
          throw error
        }
      }
      return {
        query: query as PostgresPoolClient['query'],
        release: () => client.release(fault !== undefined), // it may still be waiting for its answer
      }
    },
    end: () => pool.end(),
  }
}

async function explained<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked
  } catch (error) {
    throw faultOf(error)
  }
}

function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TypeError || error instanceof StoreFault) return error
  const code = 'code' in error ? String(error.code) : ''
  if (!(error instanceof pg.DatabaseError)) return new StoreUnreachable(code || error.message) // the way to it is broken
  if (PASSING.test(code)) return new StoreUnreachable(`PostgreSQL error ${code}`)
  const known = FAILURES.get(code)
  return known === undefined ? error : new StoreFault(known, code === READ_ONLY ? 'read-only' : 'unusable')
}

/** PostgreSQL's errors that pass by themselves: connection (08), resources (53), stopping or starting (57), system (58). */
const PASSING = /^(?:08|53|57|58)/

const READ_ONLY = '25006'

/** What has to be mended outside the program, by error code. */
const FAILURES: ReadonlyMap<string, string> = new Map([
  ['28P01', 'PostgreSQL refuses the user or the password in DATABASE_URL. Correct them there.'],
  ['28000', 'PostgreSQL refuses the user in DATABASE_URL. Correct it there, or let it in (pg_hba.conf).'],
  ['3D000', 'PostgreSQL has no database of the name in DATABASE_URL. Create it, or correct the name.'],
  ['42501', 'PostgreSQL does not let the user in DATABASE_URL keep settings. Make it own the database.'],
  [READ_ONLY, 'The database in DATABASE_URL is read-only. Let it be written to.'],
])
