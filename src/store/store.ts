/** What moderators set, kept over restarts. */
export interface Store {
  readonly channels: ChannelSettings
  /** @returns after everything written is on disk and the database is closed */
  close(): Promise<void>
}

/**
 * When the bot speaks in a channel that moderators named: `mention`, when it is mentioned; `questions`, also when
 * somebody asks a question it is sure to answer. A channel that is not set is off.
 */
export type ChannelMode = 'mention' | 'questions'

export const CHANNEL_MODES: readonly ChannelMode[] = ['mention', 'questions']

export interface ChannelSetting {
  /** Discord's id of the channel. */
  readonly channel: string
  readonly mode: ChannelMode
}

/** The channels of a server, by its id. No call reads or changes another server's. */
export interface ChannelSettings {
  /** @returns the channels set in a server, in the order of their ids */
  list(server: string): Promise<readonly ChannelSetting[]>
  /** @returns the first of `channels` that is set: a thread's own setting, then its parent's */
  find(server: string, channels: readonly string[]): Promise<ChannelSetting | null>
  /**
   * Sets a channel's mode. Resolves after the commit: what was acknowledged is never lost.
   *
   * @throws StoreFault when it cannot be written, or the server has MAX_CHANNELS already
   */
  set(server: string, channel: string, mode: ChannelMode): Promise<void>
  /**
   * @returns whether the channel was set before
   * @throws StoreFault when it cannot be written
   */
  remove(server: string, channel: string): Promise<boolean>
  /** @returns whether any channel of any server is in a mode that needs messages nobody addressed to the bot */
  anyListening(): Promise<boolean>
}

export const MAX_CHANNELS = 100

/** Why settings cannot be opened or changed; the message is fit for the person who asked. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault'
}
