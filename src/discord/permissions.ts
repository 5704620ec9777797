import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import type { Wording } from '../reply/wording/wording.js'
import type { Rules } from './rules.js'

/** The permissions it needs, by Discord's names. */
export type Permission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'SendMessagesInThreads'
  | 'CreatePublicThreads'
  | 'ManageThreads'
  | 'ReadMessageHistory'

/** @returns what the bot lacks to answer in a channel, thread or forum; nothing where it can */
export function lackedToAnswer(channel: GuildBasedChannel): Permission[] {
  const inThreads = channel.isThread() || channel.type === ChannelType.GuildForum // a post is a thread
  return lacked(channel, [
    'ViewChannel',
    inThreads ? 'SendMessagesInThreads' : 'SendMessages',
    'ReadMessageHistory',
    ...(channel.isThread() && channel.locked === true ? (['ManageThreads'] as const) : []),
  ])
}

/** @returns what it lacks to open threads from messages there and answer in them */
export const lackedForThread = (channel: GuildBasedChannel): Permission[] =>
  lacked(channel, ['CreatePublicThreads', 'SendMessagesInThreads'])

/** @returns what it lacks to answer in a channel as moderators set it */
export const lackedUnder = (
  { inThread }: Pick<Rules, 'inThread'>,
  channel: GuildBasedChannel,
): Permission[] => [...new Set([...lackedToAnswer(channel), ...(inThread ? lackedForThread(channel) : [])])]

/** @returns permissions as Discord names them to whoever reads it */
export const permissionNames = (permissions: readonly Permission[], wording: Wording): string =>
  permissions.map((name) => wording.text(`permission.${name}`)).join(', ')

function lacked(channel: GuildBasedChannel, needed: readonly Permission[]): Permission[] {
  const me = channel.guild.members.me
  const has = me === null ? null : channel.permissionsFor(me)
  return needed.filter((name) => has?.has(PermissionFlagsBits[name]) === false)
}
