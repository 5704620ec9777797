import type { Kysely, Migration } from 'kysely'
import type { ChannelMode } from './store.js'

/** The tables. Ids are Discord's, as text: they are larger than a double holds. */
export interface Tables {
  channel_setting: {
    server_id: string
    channel_id: string
    mode: ChannelMode
  }
}

/** Every change of the tables, in order, for SQLite and PostgreSQL alike. A change that was released is never edited. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '2026-11-24-channel-setting': {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable('channel_setting')
        .addColumn('server_id', 'text', (column) => column.notNull())
        .addColumn('channel_id', 'text', (column) => column.notNull())
        .addColumn('mode', 'text', (column) => column.notNull())
        .addPrimaryKeyConstraint('channel_setting_key', ['server_id', 'channel_id'])
        .execute()
    },
  },
}
