import { ChannelType, type GuildBasedChannel } from 'discord.js'
import { THRESHOLDS } from '../answering/confidence.js'
import { type Mode, unaskedThreshold } from '../answering/decision.js'
import type { Limits } from '../answering/limited.js'
import { inForce } from '../store/channel-settings.js'
import type { ChannelSetting, ChannelSettings, PlacedSetting } from '../store/store.js'

/** What holds in a channel: what moderators set, and our defaults for the rest. Times are seconds. */
export interface Rules extends Limits {
  readonly mode: Mode
  readonly unasked: number
  readonly cooldown: number
  readonly wait: number
  /** Whether answers belong into a thread of the question. */
  readonly inThread: boolean
}

/** A minute: people who talk are not interrupted twice in a breath. */
const DEFAULT_COOLDOWN = 60

/** @returns the rules of a channel of a server: its own, its category's beyond them, and a thread's before both */
export async function rulesIn(channel: GuildBasedChannel, channels: ChannelSettings): Promise<Rules> {
  return rulesOf(await channels.find(channel.guildId, placesOf(channel)), opensThreads(channel))
}

/** @param settings what is set in the channel's server @returns the rules of one of its channels */
export const rulesAmong = (settings: readonly PlacedSetting[], channel: GuildBasedChannel): Rules =>
  rulesOf(inForce(settings, placesOf(channel)), opensThreads(channel))

/** @param threads whether threads can be opened there at all */
export function rulesOf(set: ChannelSetting, threads: boolean): Rules {
  const mode = set.mode ?? 'off'
  const asked = set.asked ?? THRESHOLDS.asked
  return {
    mode,
    articles: set.articles === null || set.articles.length === 0 ? null : new Set(set.articles),
    asked,
    unasked: Math.max(asked, unaskedThreshold(mode, set.unasked)),
    cooldown: set.cooldown ?? DEFAULT_COOLDOWN,
    wait: set.wait ?? 0,
    inThread: threads && (mode === 'thread' || set.answersIn === 'thread'),
  }
}

/** Where a channel's settings may stand, the nearest first. */
function placesOf(channel: GuildBasedChannel): string[] {
  const above = channel.isThread() ? [channel.parentId, channel.parent?.parentId] : [channel.parentId]
  return [channel.id, ...above.filter((id) => typeof id === 'string')]
}

/** In a thread or a forum's post, an answer stands in one already. A category stands for its channels. */
const opensThreads = ({ type }: GuildBasedChannel): boolean =>
  type === ChannelType.GuildText ||
  type === ChannelType.GuildAnnouncement ||
  type === ChannelType.GuildCategory
