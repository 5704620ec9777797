import { inForce } from './channel-settings.js'
import {
  type ChannelSettings,
  LISTENING,
  MAX_COOLDOWN,
  type PlacedSetting,
  type ServerSettings,
  type Store,
  StoreUnreachable,
  type Turns,
} from './store.js'

/** Hears how it stands with a database. */
export interface DatabaseWatch {
  /** It stopped answering, for this reason. */
  lost(reason: string): void
  /** It answers again. */
  back(): void
}

/**
 * Remembers settings, so that looking them up goes on with what was last known while their database does not answer.
 * Changes are then refused, since nothing would keep them.
 */
export async function rememberSettings(
  { channels, servers, turns, leftServers, close }: Store,
  watch: DatabaseWatch,
): Promise<Store> {
  const database = watched(watch)
  const [known, roles] = [new Map(await channels.all()), new Map(await servers.all())]
  return {
    channels: rememberChannels(channels, known, database),
    servers: rememberServers(servers, roles, database),
    turns: rememberTurns(turns, database),
    leftServers: {
      async compare(...present) {
        const forgotten = await database.change(leftServers.compare(...present))
        for (const server of forgotten) for (const memory of [known, roles]) memory.delete(server)
        return forgotten
      },
    },
    close,
  }
}

/** A database that may not answer. */
interface Watched {
  /** Has it changed. @throws StoreUnreachable when it does not answer */
  change<Result>(asking: Promise<Result>): Promise<Result>
  /** Asks it, or memory where it does not answer. */
  lookUp<Result>(fresh: () => Promise<Result>, remembered: () => Result): Promise<Result>
}

/** After a question without an answer, memory answers for so long: two in a row would outlast an interaction's 3 s. */
const ASK_AGAIN_AFTER_MS = 1000

function watched(watch: DatabaseWatch): Watched {
  let gone = false
  let askAgainAt = 0

  async function change<Result>(asking: Promise<Result>): Promise<Result> {
    try {
      const result = await asking
      if (gone) watch.back()
      gone = false
      return result
    } catch (error) {
      if (error instanceof StoreUnreachable) {
        if (!gone) watch.lost(error.reason)
        gone = true
        askAgainAt = performance.now() + ASK_AGAIN_AFTER_MS
      }
      throw error
    }
  }

  return {
    change,
    async lookUp(fresh, remembered) {
      if (gone && performance.now() < askAgainAt) return remembered()
      try {
        return await change(fresh())
      } catch (error) {
        if (error instanceof StoreUnreachable) return remembered()
        throw error
      }
    },
  }
}

function rememberChannels(
  channels: ChannelSettings,
  known: Map<string, readonly PlacedSetting[]>,
  { change, lookUp }: Watched,
): ChannelSettings {
  const knownOf = (server: string): readonly PlacedSetting[] => known.get(server) ?? []

  async function list(server: string): Promise<readonly PlacedSetting[]> {
    const settings = await lookUp(
      () => channels.list(server),
      () => knownOf(server),
    )
    known.set(server, settings)
    return settings
  }

  async function changed<Result>(server: string, asking: Promise<Result>): Promise<Result> {
    const result = await change(asking)
    await list(server)
    return result
  }

  return {
    list,
    find: (server, places) =>
      lookUp(
        () => channels.find(server, places),
        () => inForce(knownOf(server), places),
      ),
    change: (server, ...setting) => changed(server, channels.change(server, ...setting)),
    remove: (server, channel) => changed(server, channels.remove(server, channel)),
    anyListening: () =>
      lookUp(channels.anyListening, () =>
        [...known.values()].flat().some(({ mode }) => LISTENING.includes(mode)),
      ),
    all: () => lookUp(channels.all, () => known),
  }
}

function rememberServers(
  servers: ServerSettings,
  roles: Map<string, string>,
  { change, lookUp }: Watched,
): ServerSettings {
  return {
    moderatorRole: (server) =>
      lookUp(
        () => servers.moderatorRole(server),
        () => roles.get(server) ?? null,
      ),
    async nameModeratorRole(server, role) {
      await change(servers.nameModeratorRole(server, role))
      if (role === null) roles.delete(server)
      else roles.set(server, role)
    },
    all: () => lookUp(servers.all, () => roles),
  }
}

/** Turns are taken while the database is gone, too, and hold when it is back, though it knows nothing of them. */
function rememberTurns(turns: Turns, { lookUp }: Watched): Turns {
  const spoken = new Map<string, number>() // the latest last
  const place = (server: string, channel: string): string => `${server}/${channel}`

  function note(here: string, now: number): void {
    spoken.delete(here)
    spoken.set(here, now)
    for (const [oldest, at] of spoken) {
      if (at >= now - MAX_COOLDOWN * 1000) break
      spoken.delete(oldest)
    }
  }

  return {
    last: (server, channel) =>
      lookUp(
        () => turns.last(server, channel),
        () => spoken.get(place(server, channel)) ?? null,
      ),
    async take(server, channel, now, cooldown) {
      const here = place(server, channel)
      const mayTake = (): boolean =>
        Math.abs(now - (spoken.get(here) ?? Number.NEGATIVE_INFINITY)) >= cooldown
      const takeHere = (): boolean => {
        const mine = mayTake()
        if (mine) note(here, now)
        return mine
      }
      if (!mayTake()) return false
      const mine = await lookUp(() => turns.take(server, channel, now, cooldown), takeHere)
      if (mine) note(here, now)
      return mine
    },
  }
}
