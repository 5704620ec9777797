import type { Kysely } from 'kysely'
import type { Tables } from './schema.js'
import { MAX_COOLDOWN, type Turns } from './store.js'

/** Keeps when the bot spoke unasked: in the database, so that a restart cuts no cooldown short. */
export function createTurns(database: Kysely<Tables>): Turns {
  return {
    async last(server, channel) {
      const found = await database
        .selectFrom('spoken')
        .select('at')
        .where('server_id', '=', server)
        .where('channel_id', '=', channel)
        .executeTakeFirst()
      return found?.at ?? null
    },

    async take(server, channel, now, cooldown) {
      await database
        .deleteFrom('spoken')
        .where('at', '<', now - MAX_COOLDOWN * 1000)
        .execute()
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('spoken')
        .values({ server_id: server, channel_id: channel, at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['server_id', 'channel_id'])
            .doUpdateSet({ at: now })
            // so far ahead, it was written before the clock was set back
            .where(({ or, eb }) =>
              or([eb('spoken.at', '<=', now - cooldown), eb('spoken.at', '>=', now + cooldown)]),
            ),
        )
        .executeTakeFirstOrThrow()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },
  }
}
