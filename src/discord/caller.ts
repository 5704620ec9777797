import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import { limited } from '../answering/limited.js'
import type { SimpleKey } from '../reply/wording/translation.js'
import type { Caller, Command, Services } from './command.js'
import { rulesIn } from './rules.js'

/**
 * Checked here on every call: Discord's own check can be changed by a server's administrators.
 *
 * @returns why the caller may not use the command; null where they may
 */
export async function refusalFor(
  { forModerators }: Pick<Command, 'forModerators'>,
  interaction:
    | ChatInputCommandInteraction
    | ButtonInteraction
    | ModalSubmitInteraction
    | AutocompleteInteraction,
  { servers }: Services,
): Promise<SimpleKey | null> {
  if (forModerators !== true) return null
  if (!interaction.inCachedGuild()) return 'refused.not-in-server'
  if (callerOf(interaction).managesServer) return null
  const role = await servers.moderatorRole(interaction.guildId)
  return role !== null && interaction.member.roles.cache.has(role) ? null : 'refused.not-a-moderator'
}

/** @returns who called, and where */
export const callerOf = ({ user, guild, memberPermissions }: BaseInteraction): Caller => ({
  member: user.id,
  guild,
  managesServer: memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
})

/** The services as moderators set them in the channel: members read, and are offered, only the articles allowed there. */
export async function servicesFor(
  { forModerators }: Pick<Command, 'forModerators'>,
  { channel }: BaseInteraction,
  services: Services,
): Promise<Services> {
  if (forModerators === true || channel === null || channel.isDMBased()) return services
  return { ...services, answerer: limited(services.answerer, await rulesIn(channel, services.channels)) }
}
