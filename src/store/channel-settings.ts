import type { Kysely } from 'kysely'
import type { Tables } from './schema.js'
import {
  type ChannelSetting,
  type ChannelSettings,
  LISTENING,
  MAX_CHANNELS,
  NOTHING_SET,
  type PlacedSetting,
  StoreFault,
} from './store.js'

/** Keeps what moderators set for channels, categories and threads. */
export function createChannelSettings(database: Kysely<Tables>): ChannelSettings {
  return {
    async list(server) {
      const rows = await database
        .selectFrom('channel_setting')
        .selectAll()
        .where('server_id', '=', server)
        .orderBy('channel_id')
        .execute()
      return rows.map(settingOf)
    },

    async all() {
      const rows = await database
        .selectFrom('channel_setting')
        .selectAll()
        .orderBy('server_id')
        .orderBy('channel_id')
        .execute()
      const servers = new Map<string, PlacedSetting[]>()
      for (const row of rows) {
        const settings = servers.get(row.server_id) ?? []
        servers.set(row.server_id, settings)
        settings.push(settingOf(row))
      }
      return servers
    },

    async find(server, places) {
      const rows = await database
        .selectFrom('channel_setting')
        .selectAll()
        .where('server_id', '=', server)
        .where('channel_id', 'in', places)
        .execute()
      return inForce(rows.map(settingOf), places)
    },

    change: (server, channel, change) =>
      database.transaction().execute(async (transaction) => {
        const others = await transaction
          .selectFrom('channel_setting')
          .select(({ fn }) => fn.countAll().as('count'))
          .where('server_id', '=', server)
          .where('channel_id', '!=', channel)
          .executeTakeFirstOrThrow()
        if (Number(others.count) >= MAX_CHANNELS) {
          throw new StoreFault(`A server can set ${MAX_CHANNELS} channels at most.`, 'too-many-channels')
        }
        const row = { server_id: server, channel_id: channel, ...columnsOf(change) }
        await transaction
          .insertInto('channel_setting')
          .values(row)
          .onConflict((conflict) => conflict.columns(['server_id', 'channel_id']).doUpdateSet(row))
          .execute()
      }),

    remove: (server, channel) =>
      database.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('spoken')
          .where('server_id', '=', server)
          .where('channel_id', '=', channel)
          .execute()
        const { numDeletedRows } = await transaction
          .deleteFrom('channel_setting')
          .where('server_id', '=', server)
          .where('channel_id', '=', channel)
          .executeTakeFirstOrThrow()
        return numDeletedRows > 0n
      }),

    async anyListening() {
      const listening = await database
        .selectFrom('channel_setting')
        .select('mode')
        .where('mode', 'in', LISTENING)
        .limit(1)
        .executeTakeFirst()
      return listening !== undefined
    },
  }
}

/** @returns of each setting, what the first of `places` has that sets it */
export const inForce = (settings: readonly PlacedSetting[], places: readonly string[]): ChannelSetting =>
  settings
    .filter(({ channel }) => places.includes(channel))
    .toSorted((a, b) => places.indexOf(b.channel) - places.indexOf(a.channel))
    .map(({ channel: _, ...setting }): ChannelSetting => setting)
    .reduce(overlaid, NOTHING_SET)

/** What `near` sets, and beyond that what `far` does. */
const overlaid = (far: ChannelSetting, near: ChannelSetting): ChannelSetting => ({
  ...far,
  ...Object.fromEntries(Object.entries(near).filter(([, value]) => value !== null)),
})

type Row = Tables['channel_setting']

const settingOf = (row: Row): PlacedSetting => ({
  channel: row.channel_id,
  mode: row.mode,
  articles: row.articles === null ? null : JSON.parse(row.articles),
  asked: row.asked_threshold,
  unasked: row.unasked_threshold,
  cooldown: row.cooldown_seconds,
  wait: row.wait_seconds,
  answersIn: row.answers_in,
})

/** The columns of a change; Kysely leaves out what is undefined. */
const columnsOf = ({ articles, ...change }: Partial<ChannelSetting>) => ({
  mode: change.mode,
  articles: articles && JSON.stringify(articles),
  asked_threshold: change.asked,
  unasked_threshold: change.unasked,
  cooldown_seconds: change.cooldown,
  wait_seconds: change.wait,
  answers_in: change.answersIn,
})
