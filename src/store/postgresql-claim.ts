import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { StoreTaken } from './store.js'

/** A database that one process at a time uses. */
export interface Claim {
  release(): Promise<void>
}

/** 'verb' in ASCII: any number that no other program locks. */
const LOCK = 0x76_65_72_62
const RETRY_AFTER_MS = 1000

/**
 * Claims a database for this process: a lock of PostgreSQL's that ends with its connection. Where the connection drops,
 * the claim is taken again as soon as the database answers.
 *
 * @param connection how to reach the database
 * @param onTaken called when another process has claimed it meanwhile
 * @throws StoreTaken when another process holds it
 * @throws what the driver throws when the database cannot be reached
 */
export async function claimDatabase(connection: pg.ClientConfig, onTaken: () => void): Promise<Claim> {
  let released = false
  let holder = await take(connection)
  hold(holder)

  function hold(client: pg.Client): void {
    client.once('end', () => {
      if (!released) void takeAgain()
    })
  }

  async function takeAgain(): Promise<void> {
    while (!released) {
      try {
        holder = await take(connection)
        return released ? await holder.end() : hold(holder)
      } catch (error) {
        if (error instanceof StoreTaken) return onTaken()
        await delay(RETRY_AFTER_MS, undefined, { ref: false })
      }
    }
  }

  return {
    async release() {
      released = true
      await holder.end()
    },
  }
}

async function take(connection: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(connection)
  client.on('error', () => undefined) // `end` follows
  await client.connect()
  try {
    // PostgreSQL finds out in 20 s that the machine at the other end has died; without this, in hours.
    await client.query(
      'set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
    )
    const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
      LOCK,
    ])
    if (rows[0]?.taken === true) return client
    throw new StoreTaken(
      'Verbatim is already running with the database in DATABASE_URL. Stop that process, or name another database.',
    )
  } catch (error) {
    client.end().catch(() => undefined) // not waited for: it may not answer
    throw error
  }
}
