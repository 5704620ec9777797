import {
  type APIApplicationCommandChannelOption,
  ApplicationCommandOptionType,
  ChannelType,
  type Guild,
  type GuildBasedChannel,
} from 'discord.js'
import type { Options } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import type { Wording } from '../src/reply/wording/wording.js'

/** Where members write: a thread follows its channel unless it is set itself, and a forum stands for its posts. */
export const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
] as const

/** A category stands for its channels. */
export const PLACES = [...TEXT_CHANNELS, ChannelType.GuildCategory] as const

type Types = typeof TEXT_CHANNELS | typeof PLACES

/** The option by which moderators name a channel. */
export const channelOption = (types: Types): APIApplicationCommandChannelOption => ({
  type: ApplicationCommandOptionType.Channel,
  ...described('/* channel'),
  required: true,
  channel_types: [...types],
})

/** @returns the channel that the option names, where it is one of these types in this very server */
export function channelNamed(guild: Guild, options: Options, types: Types): GuildBasedChannel | null {
  const channel = guild.channels.cache.get(options.getChannel('channel', true).id)
  // discord.js puts what an interaction brings into the cache of its server, so the cache proves nothing
  if (channel === undefined || channel.guild.id !== guild.id) return null
  return types.some((type) => type === channel.type) ? channel : null
}

export const isText = (type: ChannelType): boolean => TEXT_CHANNELS.some((one) => one === type)

/** @returns a channel's name in a sentence: `#news`, `the category “Events”` */
export const nameOf = (channel: GuildBasedChannel, wording: Wording): string =>
  named(channel, 'channels.category', wording)

/** @returns a channel's name before a colon: `#news`, `Category “Events”` */
export const listedNameOf = (channel: GuildBasedChannel, wording: Wording): string =>
  named(channel, 'channels.category-listed', wording)

const named = (
  { name, type }: GuildBasedChannel,
  category: 'channels.category' | 'channels.category-listed',
  wording: Wording,
): string => (type === ChannelType.GuildCategory ? wording.text(category, { name }) : `#${name}`)
