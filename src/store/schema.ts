import type { Kysely, Migration } from 'kysely'
import type { ChannelMode } from './store.js'

/**
 * The tables. Ids are Discord's, as text: they are larger than a double holds. What is null, moderators did not set:
 * a thread then follows its channel, and a channel its category.
 */
export interface Tables {
  channel_setting: {
    server_id: string
    channel_id: string
    mode: ChannelMode | null
    /** A JSON array of articles' ids; an empty one allows all. */
    articles: string | null
    asked_threshold: number | null
    unasked_threshold: number | null
    cooldown_seconds: number | null
    wait_seconds: number | null
    answers_in: 'channel' | 'thread' | null
  }
  server_setting: {
    server_id: string
    moderator_role_id: string | null
  }
  /** When the bot last spoke unasked in a channel, in milliseconds since 1970. */
  spoken: {
    server_id: string
    channel_id: string
    at: number
  }
  /** When the bot was first seen to have left a server of which something is kept, in milliseconds since 1970. */
  left_server: {
    server_id: string
    at: number
  }
}

/** Every table that keeps something of a server: all of them are emptied of it when the bot has left it for long. */
export const TABLES_BY_SERVER = ['channel_setting', 'server_setting', 'spoken'] as const

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
  '2026-11-25-moderators': {
    async up(database: Kysely<FirstTables>) {
      // SQLite cannot let a column be null that could not, so the rows move to a new table.
      await database.schema.alterTable('channel_setting').renameTo('first_channel_setting').execute()
      await database.schema
        .createTable('channel_setting')
        .addColumn('server_id', 'text', (column) => column.notNull())
        .addColumn('channel_id', 'text', (column) => column.notNull())
        .addColumn('mode', 'text')
        .addColumn('articles', 'text')
        .addColumn('asked_threshold', 'double precision')
        .addColumn('unasked_threshold', 'double precision')
        .addColumn('cooldown_seconds', 'integer')
        .addColumn('wait_seconds', 'integer')
        .addColumn('answers_in', 'text')
        .addPrimaryKeyConstraint('channel_setting_place', ['server_id', 'channel_id'])
        .execute()
      await database
        .insertInto('channel_setting')
        .columns(['server_id', 'channel_id', 'mode'])
        .expression((from) =>
          from.selectFrom('first_channel_setting').select(['server_id', 'channel_id', 'mode']),
        )
        .execute()
      await database.schema.dropTable('first_channel_setting').execute()
      await database.schema
        .createTable('server_setting')
        .addColumn('server_id', 'text', (column) => column.primaryKey())
        .addColumn('moderator_role_id', 'text')
        .execute()
      await database.schema
        .createTable('spoken')
        .addColumn('server_id', 'text', (column) => column.notNull())
        .addColumn('channel_id', 'text', (column) => column.notNull())
        .addColumn('at', 'double precision', (column) => column.notNull())
        .addPrimaryKeyConstraint('spoken_place', ['server_id', 'channel_id'])
        .execute()
    },
  },
  '2026-11-27-left-servers': {
    async up(database: Kysely<unknown>) {
      await database.schema
        .createTable('left_server')
        .addColumn('server_id', 'text', (column) => column.primaryKey())
        .addColumn('at', 'double precision', (column) => column.notNull())
        .execute()
    },
  },
}

/** `channel_setting` before and while its rows move. */
type FirstTables = Record<
  'channel_setting' | 'first_channel_setting',
  { server_id: string; channel_id: string; mode: string }
>
