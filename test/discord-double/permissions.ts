import { PermissionFlagsBits } from 'discord.js'
import type { Channel, Guild } from './payloads.js'

export type Permission = keyof typeof PermissionFlagsBits

export const bitsOf = (names: readonly Permission[]): bigint =>
  names.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n)

export const has = (bits: bigint, name: Permission): boolean => (bits & PermissionFlagsBits[name]) !== 0n

const ALL = bitsOf(Object.keys(PermissionFlagsBits) as Permission[])

/** What a new server lets @everyone do, as far as a text bot can tell. */
export const EVERYONE: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'UseExternalApps',
  'ChangeNickname',
  'Connect',
  'Speak',
]

/** What anyone may do in a direct message. */
export const IN_DIRECT_MESSAGES = bitsOf([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'ReadMessageHistory',
  'MentionEveryone',
  'UseExternalEmojis',
  'UseApplicationCommands',
])

/**
 * What a user may do in a guild, or in one channel of it: roles first, then the channel's overwrites for
 * @everyone, for the roles, and for the member. A thread has its parent's overwrites.
 */
export function permissionsOf(guild: Guild, userId: string, channel?: Channel): bigint {
  if (guild.ownerId === userId) return ALL
  const member = guild.members.get(userId)
  const roleIds = [guild.id, ...(member?.roles ?? [])]
  const base = roleIds.reduce((bits, id) => bits | BigInt(guild.roles.get(id)?.permissions ?? 0), 0n)
  if (has(base, 'Administrator')) return ALL
  if (channel === undefined) return base

  const parent = channel.thread_metadata ? guild.channels.get(channel.parent_id ?? '') : channel
  const overwrites = parent?.permission_overwrites ?? []
  const apply = (bits: bigint, ids: readonly string[]): bigint => {
    const meant = overwrites.filter(({ id }) => ids.includes(id))
    const deny = meant.reduce((all, overwrite) => all | BigInt(overwrite.deny), 0n)
    const allow = meant.reduce((all, overwrite) => all | BigInt(overwrite.allow), 0n)
    return (bits & ~deny) | allow
  }
  return apply(apply(apply(base, [guild.id]), member?.roles ?? []), [userId])
}
