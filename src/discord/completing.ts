import type { AutocompleteInteraction } from 'discord.js'
import type { Logger } from '../logger.js'
import { shortened } from '../reply/shortened.js'
import { isTooLate, spenderOf } from './answering-interaction.js'
import { refusalFor, servicesFor } from './caller.js'
import type { Choice, Command, Services } from './command.js'
import { timed } from './meter.js'
import { isRefusedForNow } from './refused-for-now.js'

/** Discord allows so many choices, each of so many characters. */
const MAX_CHOICES = 25
const MAX_CHOICE_LENGTH = 100

/** Offers what a member may mean who types into an option. */
export async function complete(
  interaction: AutocompleteInteraction,
  services: Services,
  log: Logger,
): Promise<void> {
  const ended = timed('autocomplete', services.meter)
  try {
    await services.limits.spend('autocomplete', spenderOf(interaction))
    const found = services.commands.find(({ data }) => data.name === interaction.commandName)
    const choices = found === undefined ? [] : await choicesOf(found, interaction, services)
    const short = choices.filter(({ name, value }) => value.length <= MAX_CHOICE_LENGTH && name !== '')
    await interaction.respond(
      short
        .slice(0, MAX_CHOICES)
        .map(({ name, value }) => ({ name: shortened(name, MAX_CHOICE_LENGTH), value })),
    )
    ended('answered')
  } catch (err) {
    if (isRefusedForNow(err)) return void ended('limited')
    ended(isTooLate(err) ? 'too-late' : 'failed')
    log.warn({ err, command: interaction.commandName }, 'autocomplete failed')
  }
}

async function choicesOf(
  command: Command,
  interaction: AutocompleteInteraction,
  services: Services,
): Promise<Choice[]> {
  if ((await refusalFor(command, interaction, services)) !== null) return []
  const here = await servicesFor(command, interaction, services)
  return command.complete?.(interaction.options.getFocused(true), interaction.options, here) ?? []
}
