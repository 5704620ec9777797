import { type Kysely, Migrator } from 'kysely'
import { createChannelSettings } from './channel-settings.js'
import { createLeftServers } from './left-servers.js'
import { MIGRATIONS, type Tables } from './schema.js'
import { createServerSettings } from './server-settings.js'
import { type Store, StoreFault } from './store.js'
import { createTurns } from './turns.js'

/**
 * Brings a database's tables up to date and keeps settings in it, on whatever Kysely speaks to.
 *
 * @throws StoreFault when the tables are newer than this program
 */
export async function createStore(database: Kysely<Tables>): Promise<Store> {
  await migrate(database)
  return {
    channels: createChannelSettings(database),
    servers: createServerSettings(database),
    turns: createTurns(database),
    leftServers: createLeftServers(database),
    close: () => database.destroy(),
  }
}

async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && /previously executed migration \S+ is missing/.test(error.message)) {
    throw new StoreFault(
      'The settings were written by a newer Verbatim. Start that one, or name another DATABASE_FILE or DATABASE_URL.',
    )
  }
  throw error
}
