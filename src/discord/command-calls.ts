import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js'
import type { Logger } from '../logger.js'
import { type Reply, say } from '../reply/reply.js'
import type { SimpleKey } from '../reply/wording/translation.js'
import { answering, inTime } from './answering-interaction.js'
import { callerOf, refusalFor, servicesFor } from './caller.js'
import type { Command, Services } from './command.js'
import { respondToCommand } from './responder.js'

/** Carries out a slash command. */
export async function run(
  interaction: ChatInputCommandInteraction,
  services: Services,
  log: Logger,
): Promise<void> {
  const { commandName: command, id, options } = interaction
  const { wording } = services
  const found = services.commands.find(({ data }) => data.name === command)
  await answering(
    interaction,
    respondToCommand(interaction, audienceOf(found, interaction), wording),
    { command },
    services,
    log,
    async (responder) => {
      if (found === undefined) return responder.tellAsker(say(wording.text('refused.no-such-command')))
      if (found.slow === true) await responder.defer()
      const { refusal, reply } = await inTime(find(found), found.slow === true ? null : responder)
      await (refusal === undefined
        ? responder.answer(reply)
        : responder.tellAsker(say(wording.text(refusal))))
    },
  )

  async function find(command: Command): Promise<Found> {
    const refusal = await refusalFor(command, interaction, services)
    if (refusal !== null) return { refusal }
    const here = await servicesFor(command, interaction, services)
    return { reply: await command.run({ ...callerOf(interaction), id, options }, here) }
  }
}

type Found =
  | { readonly refusal: SimpleKey; readonly reply?: never }
  | { readonly reply: Reply; readonly refusal?: never }

/** Carries out an entry of the menu of a message. */
export async function runOnMessage(
  interaction: MessageContextMenuCommandInteraction,
  services: Services,
  log: Logger,
): Promise<void> {
  const { commandName: command, targetMessage } = interaction
  const { wording } = services
  const found = services.menu.find(({ data }) => data.name === command)
  await answering(
    interaction,
    respondToCommand(interaction, 'asker', wording),
    { command, menu: true },
    services,
    log,
    async (responder) => {
      if (found === undefined) return responder.tellAsker(say(wording.text('refused.no-such-command')))
      const here = await servicesFor({}, interaction, services)
      await responder.answer(await inTime(found.run(targetMessage.content, here), responder))
    },
  )
}

function audienceOf(
  command: Command | undefined,
  { options }: ChatInputCommandInteraction,
): 'everyone' | 'asker' {
  if (command === undefined || command.forModerators === true) return 'asker'
  if (typeof command.audience !== 'function') return command.audience
  try {
    return command.audience(options)
  } catch {
    return 'asker' // an option of another type than ours, from an older registration; `run` will meet it too
  }
}
