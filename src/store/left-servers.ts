import type { Kysely } from 'kysely'
import { TABLES_BY_SERVER, type Tables } from './schema.js'
import { DAYS_KEPT, type LeftServers } from './store.js'

const KEPT_MS = DAYS_KEPT * 86_400_000

/** Keeps when the bot was first seen to have left a server, and forgets the server in time. */
export function createLeftServers(database: Kysely<Tables>): LeftServers {
  return {
    compare: (present, now) =>
      database.transaction().execute(async (transaction) => {
        const marked = await transaction.selectFrom('left_server').selectAll().execute()
        const back = marked.filter(({ server_id: server }) => present.has(server))
        const due = marked.filter(({ server_id: server, at }) => !present.has(server) && at <= now - KEPT_MS)
        for (const { server_id: server } of due) {
          for (const table of TABLES_BY_SERVER)
            await transaction.deleteFrom(table).where('server_id', '=', server).execute()
        }
        for (const { server_id: server } of [...back, ...due])
          await transaction.deleteFrom('left_server').where('server_id', '=', server).execute()
        const known = await serversKept(transaction)
        for (const server of known.filter((server) => !present.has(server))) {
          const row = { server_id: server, at: now }
          await transaction
            .insertInto('left_server')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
            .execute()
        }
        return due.map(({ server_id: server }) => server)
      }),
  }
}

/** @returns the servers of which anything is kept */
async function serversKept(database: Kysely<Tables>): Promise<string[]> {
  const servers = new Set<string>()
  for (const table of TABLES_BY_SERVER) {
    const rows = await database.selectFrom(table).select('server_id').distinct().execute()
    for (const { server_id: server } of rows) servers.add(server)
  }
  return [...servers]
}
