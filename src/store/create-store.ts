import { type Kysely, Migrator } from 'kysely'
import { MIGRATIONS, type Tables } from './schema.js'
import { type ChannelSettings, MAX_CHANNELS, type Store, StoreFault } from './store.js'

/**
 * Brings a database's tables up to date and keeps settings in it, on whatever Kysely speaks to.
 *
 * @throws StoreFault when the tables are newer than this program
 */
export async function createStore(database: Kysely<Tables>): Promise<Store> {
  await migrate(database)
  return {
    channels: createChannelSettings(database),
    close: () => database.destroy(),
  }
}

async function migrate(database: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) {
    throw new StoreFault(
      'The settings were written by a newer Verbatim. Start that one, or name another DATABASE_FILE.',
    )
  }
  throw error
}

function createChannelSettings(database: Kysely<Tables>): ChannelSettings {
  return {
    list: (server) =>
      database
        .selectFrom('channel_setting')
        .select(['channel_id as channel', 'mode'])
        .where('server_id', '=', server)
        .orderBy('channel_id')
        .execute(),

    async find(server, channels) {
      const set = await database
        .selectFrom('channel_setting')
        .select(['channel_id as channel', 'mode'])
        .where('server_id', '=', server)
        .where('channel_id', 'in', channels)
        .execute()
      return channels.flatMap((id) => set.find(({ channel }) => channel === id) ?? [])[0] ?? null
    },

    set: (server, channel, mode) =>
      database.transaction().execute(async (transaction) => {
        const others = await transaction
          .selectFrom('channel_setting')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('server_id', '=', server)
          .where('channel_id', '!=', channel)
          .executeTakeFirstOrThrow()
        if (Number(others.count) >= MAX_CHANNELS) {
          throw new StoreFault(`A server can set ${MAX_CHANNELS} channels at most. Remove one first.`)
        }
        await transaction
          .insertInto('channel_setting')
          .values({ server_id: server, channel_id: channel, mode })
          .onConflict((conflict) => conflict.columns(['server_id', 'channel_id']).doUpdateSet({ mode }))
          .execute()
      }),

    async remove(server, channel) {
      const { numDeletedRows } = await database
        .deleteFrom('channel_setting')
        .where('server_id', '=', server)
        .where('channel_id', '=', channel)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },

    async anyListening() {
      const listening = await database
        .selectFrom('channel_setting')
        .select('mode')
        .where('mode', '=', 'questions')
        .limit(1)
        .executeTakeFirst()
      return listening !== undefined
    },
  }
}
