import { type ButtonInteraction, MessageFlags, type ModalSubmitInteraction } from 'discord.js'
import type { Logger } from '../logger.js'
import { type Reply, say } from '../reply/reply.js'
import type { SimpleKey } from '../reply/wording/translation.js'
import { answering, inTime } from './answering-interaction.js'
import { callerOf, refusalFor, servicesFor } from './caller.js'
import type { ButtonRule, Command, Filled, Presser, Services } from './command.js'
import { type Press, readCustomId } from './custom-id.js'
import { messageNamed, recall } from './recall.js'
import { respondToCommand, respondToPress, WORDS } from './responder.js'

/** What a button does where its command says nothing of it. */
const TURNS: ButtonRule = { does: 'change', alsoFor: 'nobody' }

const ruleOf = (carried: Press | null, commands: readonly Command[]): ButtonRule =>
  (carried && commands.find(({ data }) => data.name === carried.command)?.button?.(carried.values)) ?? TURNS

/** Carries out what a button under a reply says. */
export async function press(interaction: ButtonInteraction, services: Services, log: Logger): Promise<void> {
  const { wording } = services
  const carried = readCustomId(interaction.customId)
  const rule = ruleOf(carried, services.commands)
  const responder = respondToPress(interaction, rule.does === 'open', wording)
  const about = { command: carried?.command ?? 'unknown', button: true }
  await answering(interaction, responder, about, services, log, async () => {
    const behind = await commandBehind(interaction, services)
    if (typeof behind === 'string') return responder.tellAsker(say(wording.text(behind)))
    const { command, values } = behind
    const form = command.form?.(values, wording) ?? null
    if (form !== null) return responder.ask(form)
    if (rule.does === 'remove' && interaction.component !== null) return remove(values)
    const reply = await inTime(find(command, values), responder)
    await (reply === null
      ? responder.tellAsker(say(wording.text('refused.expired')))
      : responder.answer(reply))
  })

  async function find(command: Command, values: readonly string[]): Promise<Reply | null> {
    const here = await servicesFor(command, interaction, services)
    const presser: Presser = {
      ...callerOf(interaction),
      recall: (question) => recall(question, interaction, here, log),
    }
    return (await command.press?.(values, here, presser)) ?? null
  }

  /**
   * Only where Discord's own copy of the message has the button: whoever forges one owns it, and must not take others'
   * answers away. An answer that is taken away no longer follows its question.
   */
  async function remove([, question]: readonly string[]): Promise<void> {
    const message = messageNamed(question)
    if (message === null || !services.given.knows(message)) return responder.remove()
    await services.given.about(message, async (kept) => {
      await responder.remove()
      kept.answer = null
    })
  }
}

/** Answers by a message of its own, seen by whom the message with the button was seen by. */
export async function submit(
  interaction: ModalSubmitInteraction,
  services: Services,
  log: Logger,
): Promise<void> {
  const { wording } = services
  const { id, message } = interaction
  const about = { command: readCustomId(interaction.customId)?.command ?? 'unknown', form: true }
  const audience = message?.flags.has(MessageFlags.Ephemeral) === false ? 'everyone' : 'asker'
  await answering(
    interaction,
    respondToCommand(interaction, audience, wording),
    about,
    services,
    log,
    async (responder) => {
      const behind = await commandBehind(interaction, services)
      if (typeof behind === 'string') return responder.tellAsker(say(wording.text(behind)))
      const reply = await inTime(find(behind.command, behind.values), responder)
      await (reply === null
        ? responder.tellAsker(say(wording.text('refused.expired')))
        : responder.answer(reply))
    },
  )

  async function find(command: Command, values: readonly string[]): Promise<Reply | null> {
    const here = await servicesFor(command, interaction, services)
    const words = interaction.fields.getTextInputValue(WORDS)
    const call = message?.interactionMetadata ?? null
    const under = call?.user.id === interaction.user.id ? call.id : null // a forged button may stand under another's
    const filled: Filled = { values, words, id, under, audience }
    return (await command.submit?.(filled, here, callerOf(interaction))) ?? null
  }
}

/** @returns the command that a button or a form belongs to, with what it carries; or why the member may not use it */
async function commandBehind(
  interaction: ButtonInteraction | ModalSubmitInteraction,
  services: Services,
): Promise<{ readonly command: Command; readonly values: readonly string[] } | SimpleKey> {
  const carried = readCustomId(interaction.customId)
  const command = services.commands.find(({ data }) => data.name === carried?.command)
  if (carried === null || command === undefined) return 'refused.expired'
  const { alsoFor } = ruleOf(carried, services.commands)
  if (carried.owner !== interaction.user.id && alsoFor !== 'everyone') {
    if (alsoFor === 'nobody') return 'refused.buttons-of-another'
    if ((await refusalFor({ forModerators: true }, interaction, services)) !== null)
      return 'refused.remove-of-another'
  }
  return (await refusalFor(command, interaction, services)) ?? { command, values: carried.values }
}
