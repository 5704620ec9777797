import type { BaseInteraction } from 'discord.js'
import type { Logger } from '../logger.js'
import { wordingIn } from '../reply/wording/wording.js'
import type { Services, SharedServices } from './command.js'
import { run, runOnMessage } from './command-calls.js'
import { complete } from './completing.js'
import { press, submit } from './presses.js'
import { messageLayout } from './render.js'

/**
 * Carries out what members do with commands: slash commands, entries of the menu of a message, the buttons under replies
 * and the forms these open, and typing into an option.
 *
 * @returns after the interaction was answered; never throws
 */
export async function handleInteraction(
  interaction: BaseInteraction,
  shared: SharedServices,
  log: Logger,
): Promise<void> {
  const wording = wordingIn(interaction.locale)
  const services: Services = { ...shared, wording, layout: messageLayout(wording) }
  const child = log.child({
    interaction: interaction.id,
    guild: interaction.guildId,
    channel: interaction.channelId,
  })
  if (interaction.isAutocomplete()) await complete(interaction, services, child)
  else if (interaction.isChatInputCommand()) await run(interaction, services, child)
  else if (interaction.isMessageContextMenuCommand()) await runOnMessage(interaction, services, child)
  else if (interaction.isButton()) await press(interaction, services, child)
  else if (interaction.isModalSubmit()) await submit(interaction, services, child)
}
