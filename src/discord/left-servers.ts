import { type Client, Events } from 'discord.js'
import type { Logger } from '../logger.js'
import type { LeftServers } from '../store/store.js'

/** Has what is kept of servers that removed the bot forgotten in time; those that are only unavailable count as present. */
export async function forgetLeftServers(
  { guilds }: Client,
  leftServers: LeftServers,
  log: Logger,
): Promise<void> {
  try {
    const forgotten = await leftServers.compare(new Set(guilds.cache.keys()), Date.now())
    for (const server of forgotten) log.info({ server }, 'settings of a server left long ago removed')
  } catch (err) {
    log.warn({ err }, 'servers left not looked up') // the next look finds the same
  }
}

/** When the servers that the bot is in may have changed; an outage is no leaving, and discord.js tells it apart. */
export const SERVERS_CHANGED = [Events.ClientReady, Events.GuildCreate, Events.GuildDelete] as const

export const LOOK_AGAIN_AFTER_MS = 86_400_000
