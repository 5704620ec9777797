import { type Client, Status } from 'discord.js'

/** How it stands with one connection to Discord. */
export interface ShardStanding {
  readonly shard: number
  readonly ready: boolean
  /** Since Discord last acknowledged a heartbeat; null before the first. */
  readonly heartbeatAgeMs: number | null
}

/** How it stands with Discord. */
export interface Standing {
  readonly shards: readonly ShardStanding[]
  readonly servers: number
}

/** Discord asks for a heartbeat every 41 s or so: two were missed. */
const OLDEST_HEARTBEAT_MS = 90_000

/** Before the first connection. */
export const NOT_CONNECTED: Standing = { shards: [], servers: 0 }

/** @returns how it stands now; `Client.isReady` says that all is well even when the token was revoked */
export function standingOf(client: Client | null): Standing {
  if (client === null) return NOT_CONNECTED
  return {
    shards: Array.from(client.ws.shards.values(), ({ id, status, lastPingTimestamp }) => ({
      shard: id,
      ready: status === Status.Ready,
      heartbeatAgeMs: lastPingTimestamp < 0 ? null : Date.now() - lastPingTimestamp,
    })),
    servers: client.guilds.cache.size,
  }
}

/** @returns whether every connection takes events */
export const isConnected = ({ shards }: Standing): boolean =>
  shards.length > 0 &&
  shards.every(({ ready, heartbeatAgeMs }) => ready && Math.abs(heartbeatAgeMs ?? 0) < OLDEST_HEARTBEAT_MS)
