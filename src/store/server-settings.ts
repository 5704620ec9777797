import type { Kysely } from 'kysely'
import type { Tables } from './schema.js'
import type { ServerSettings } from './store.js'

/** Keeps what concerns a server as a whole. */
export function createServerSettings(database: Kysely<Tables>): ServerSettings {
  return {
    async moderatorRole(server) {
      const found = await database
        .selectFrom('server_setting')
        .select('moderator_role_id')
        .where('server_id', '=', server)
        .executeTakeFirst()
      return found?.moderator_role_id ?? null
    },

    async nameModeratorRole(server, role) {
      await database
        .insertInto('server_setting')
        .values({ server_id: server, moderator_role_id: role })
        .onConflict((conflict) => conflict.column('server_id').doUpdateSet({ moderator_role_id: role }))
        .execute()
    },

    async all() {
      const rows = await database.selectFrom('server_setting').selectAll().execute()
      return new Map(
        rows.flatMap(({ server_id, moderator_role_id: role }) => (role === null ? [] : [[server_id, role]])),
      )
    },
  }
}
