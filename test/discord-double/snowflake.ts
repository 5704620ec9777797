const DISCORD_EPOCH = 1_420_070_400_000n

/**
 * Makes ids as Discord does: milliseconds since 2015 above 22 bits of worker and counter.
 *
 * Kept as BigInt throughout, since number arithmetic at this size gives the same id twice. Each id is larger
 * than the one before, also when the clock stands still or goes back.
 */
export function createSnowflakes(now: () => number): () => string {
  let last = 0n
  return () => {
    const byClock = (BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n
    last = byClock > last ? byClock : last + 1n
    return String(last)
  }
}

/** The shard that hears about a guild; direct messages (`undefined`) belong to shard 0. */
export function shardOf(guildId: string | undefined, shardCount: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shardCount))
}
