import { ChannelType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'

export type Permission = keyof typeof PermissionFlagsBits

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

function lacked(channel: GuildBasedChannel, needed: readonly Permission[]): Permission[] {
  const me = channel.guild.members.me
  const has = me === null ? null : channel.permissionsFor(me)
  return needed.filter((name) => has?.has(PermissionFlagsBits[name]) === false)
}
