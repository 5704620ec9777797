/** What moderators set, kept over restarts. */
export interface Store {
  readonly channels: ChannelSettings
  readonly servers: ServerSettings
  readonly turns: Turns
  readonly leftServers: LeftServers
  /** @returns after everything written is on disk and the database is closed */
  close(): Promise<void>
}

/**
 * When the bot speaks in a channel. `off`: never, except to slash commands; `mention`: when it is mentioned; the others
 * also unasked, to a question it is sure to answer: `questions`; `confident`, surer still; `thread`, in a thread that it
 * opens from the question.
 */
export type ChannelMode = (typeof CHANNEL_MODES)[number]

export const CHANNEL_MODES = ['off', 'mention', 'questions', 'confident', 'thread'] as const

/** The modes that need messages nobody addressed to the bot. */
export const LISTENING: readonly (ChannelMode | null)[] = ['questions', 'confident', 'thread']

/** What moderators set for one channel, category or thread; null where they set nothing. */
export interface ChannelSetting {
  readonly mode: ChannelMode | null
  /** The ids of the articles that may be quoted there; an empty list allows all. */
  readonly articles: readonly string[] | null
  /** How sure an answer to somebody who asked must be, from 0 to 1. */
  readonly asked: number | null
  /** How sure an answer nobody asked for must be, from 0 to 1. */
  readonly unasked: number | null
  /** Seconds that pass at least between two answers nobody asked for. */
  readonly cooldown: number | null
  /** Seconds in which people may answer before the bot does so unasked. */
  readonly wait: number | null
  readonly answersIn: 'channel' | 'thread' | null
}

export const NOTHING_SET: ChannelSetting = {
  mode: null,
  articles: null,
  asked: null,
  unasked: null,
  cooldown: null,
  wait: null,
  answersIn: null,
}

export interface PlacedSetting extends ChannelSetting {
  /** Discord's id of the channel, category or thread. */
  readonly channel: string
}

/** The channels of a server, by its id. No call reads or changes another server's. */
export interface ChannelSettings {
  /** @returns what is set in a server, in the order of the channels' ids */
  list(server: string): Promise<readonly PlacedSetting[]>
  /**
   * @param places a thread, its channel and its category, the nearest first
   * @returns what is in force: of each setting, what the first of `places` has that sets it
   */
  find(server: string, places: readonly string[]): Promise<ChannelSetting>
  /**
   * Changes some settings of a channel and leaves the others. Resolves after the commit: what was acknowledged is
   * never lost.
   *
   * @throws StoreFault when it cannot be written, or the server has MAX_CHANNELS already
   */
  change(server: string, channel: string, change: Partial<ChannelSetting>): Promise<void>
  /**
   * Forgets all that is kept of a channel.
   *
   * @returns whether anything was set for it
   * @throws StoreFault when it cannot be written
   */
  remove(server: string, channel: string): Promise<boolean>
  /** @returns whether any channel of any server is in a mode that needs messages nobody addressed to the bot */
  anyListening(): Promise<boolean>
  /** @returns what is set in every server, by its id */
  all(): Promise<ReadonlyMap<string, readonly PlacedSetting[]>>
}

export const MAX_CHANNELS = 100

/** What concerns a server as a whole. */
export interface ServerSettings {
  /** @returns the role whose members may set channels as those with Manage Server may; null where none is named */
  moderatorRole(server: string): Promise<string | null>
  /** @throws StoreFault when it cannot be written */
  nameModeratorRole(server: string, role: string | null): Promise<void>
  /** @returns the role that each server names, by the server's id */
  all(): Promise<ReadonlyMap<string, string>>
}

/** What happens to what is kept of servers that the bot has left. */
export interface LeftServers {
  /**
   * Notes which servers the bot is in no more, and forgets all that is kept of those where that was seen DAYS_KEPT ago and
   * more, and at every call since.
   *
   * @param present the servers it is in, those that are unavailable included
   * @param now milliseconds since 1970
   * @returns the servers that were forgotten
   * @throws StoreFault when it cannot be written
   */
  compare(present: ReadonlySet<string>, now: number): Promise<readonly string[]>
}

/** So long, settings outlive a server that removed the bot by mistake, or to try something out. */
export const DAYS_KEPT = 30

/** When the bot spoke in a channel without being asked. Times are milliseconds since 1970. */
export interface Turns {
  /** @returns when it last did; null where it never did, or so long ago that no cooldown runs any more */
  last(server: string, channel: string): Promise<number | null>
  /**
   * Takes the turn to speak, unless the last one is less than `cooldown` milliseconds from `now`. Of several
   * callers at once, one gets it.
   *
   * @returns whether the turn is the caller's
   * @throws StoreFault when it cannot be written
   */
  take(server: string, channel: string, now: number, cooldown: number): Promise<boolean>
}

/** The longest cooldown, in seconds: a day. */
export const MAX_COOLDOWN = 86_400
/** The longest wait, in seconds: who asked has gone after ten minutes. */
export const MAX_WAIT = 600

/** What keeps settings from being changed, as far as the member who changes them is told; `unusable` is all the rest. */
export type StoreTrouble =
  | 'too-many-channels'
  | 'read-only'
  | 'disk-full'
  | 'busy'
  | 'unreachable'
  | 'unusable'

/** Why settings cannot be opened or changed; the message is for whoever hosts the bot. */
export class StoreFault extends Error {
  override readonly name: string = 'StoreFault'
  readonly trouble: StoreTrouble

  constructor(message: string, trouble: StoreTrouble = 'unusable') {
    super(message)
    this.trouble = trouble
  }
}

/** The database does not answer for now; it may in a moment. */
export class StoreUnreachable extends StoreFault {
  override readonly name = 'StoreUnreachable'

  /** For a log: an error code, or what the driver says. */
  readonly reason: string

  constructor(reason: string, message = 'The settings database does not answer.') {
    super(message, 'unreachable')
    this.reason = reason
  }
}

/** Another process uses the database: perhaps one whose machine has died, which PostgreSQL notices a little later. */
export class StoreTaken extends StoreFault {
  override readonly name = 'StoreTaken'
}
