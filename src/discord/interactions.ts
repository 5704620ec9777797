import { setTimeout as delay } from 'node:timers/promises'
import {
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js'
import { limited } from '../answering/limited.js'
import type { Logger } from '../logger.js'
import { type Reply, say } from '../reply/reply.js'
import { shortened } from '../reply/shortened.js'
import type { SimpleKey } from '../reply/wording/translation.js'
import { type Wording, wordingIn } from '../reply/wording/wording.js'
import { MAX_CHANNELS, StoreFault } from '../store/store.js'
import type {
  ButtonRule,
  Caller,
  Choice,
  Command,
  Filled,
  Presser,
  Services,
  SharedServices,
} from './command.js'
import { type Press, readCustomId } from './custom-id.js'
import type { Spender } from './limits.js'
import { timed } from './meter.js'
import { messageNamed, recall } from './recall.js'
import { isRefusedForNow, refusedForNow } from './refused-for-now.js'
import { messageLayout } from './render.js'
import { failureOf } from './request-failure.js'
import {
  type CommandResponder,
  type Responder,
  respondToCommand,
  respondToPress,
  WORDS,
} from './responder.js'
import { rulesIn } from './rules.js'
import { wentWrong } from './went-wrong.js'

/** Discord allows so many choices, each of so many characters. */
const MAX_CHOICES = 25
const MAX_CHOICE_LENGTH = 100

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

async function run(interaction: ChatInputCommandInteraction, services: Services, log: Logger): Promise<void> {
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

async function runOnMessage(
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

/** Discord waits 3 s for a first word. A deferral is one more thing to see, so it is left out where an answer is near. */
const SOON_MS = 1000

/** Awaits what is to be answered, and meanwhile tells Discord that an answer comes, where it is not near. */
async function inTime<Answer>(
  coming: Answer | Promise<Answer>,
  responder: CommandResponder | null,
): Promise<Answer> {
  const near = Promise.resolve(coming).then(
    () => true,
    () => true,
  )
  if (!(await Promise.race([near, delay(SOON_MS, false, { ref: false })]))) await responder?.defer()
  return coming
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

/** Checked here on every call: Discord's own check can be changed by a server's administrators. */
async function refusalFor(
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

const callerOf = ({ user, guild, memberPermissions }: BaseInteraction): Caller => ({
  member: user.id,
  guild,
  managesServer: memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true,
})

/** What a button does where its command says nothing of it. */
const TURNS: ButtonRule = { does: 'change', alsoFor: 'nobody' }

const ruleOf = (carried: Press | null, commands: readonly Command[]): ButtonRule =>
  (carried && commands.find(({ data }) => data.name === carried.command)?.button?.(carried.values)) ?? TURNS

async function press(interaction: ButtonInteraction, services: Services, log: Logger): Promise<void> {
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
async function submit(interaction: ModalSubmitInteraction, services: Services, log: Logger): Promise<void> {
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

async function complete(
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

/** The services as moderators set them in the channel: members read, and are offered, only the articles allowed there. */
async function servicesFor(
  { forModerators }: Pick<Command, 'forModerators'>,
  { channel }: BaseInteraction,
  services: Services,
): Promise<Services> {
  if (forModerators === true || channel === null || channel.isDMBased()) return services
  return { ...services, answerer: limited(services.answerer, await rulesIn(channel, services.channels)) }
}

const spenderOf = ({ user, guildId }: BaseInteraction): Spender => ({
  member: user.id,
  server: guildId,
  channel: null, // Discord does not limit answers to interactions
})

/** The one place where an unexpected error becomes one log line and one honest sentence to the member. */
async function answering<Kind extends Responder>(
  interaction: BaseInteraction,
  responder: Kind,
  about: { readonly command: string; readonly button?: boolean; readonly menu?: boolean },
  { wording, meter, limits, commands }: Services,
  log: Logger,
  work: (responder: Kind) => Promise<void>,
): Promise<void> {
  const ended = timed(about.button === true ? 'button' : 'command', meter)
  try {
    const settings = commands.some(({ data, forModerators }) => data.name === about.command && forModerators)
    const costs = about.menu === true ? 'menu' : settings ? 'settings' : 'command'
    await limits.spend(costs, spenderOf(interaction))
    await work(responder)
    log.info({ ...about, ms: ended('answered') }, 'answered')
  } catch (err) {
    const refused = refusedForNow(err, wording)
    if (refused !== null) {
      ended('limited')
      log.debug({ ...about, err }, 'refused for now')
      if (refused.words !== null) await responder.tellAsker(refused.words).catch(() => undefined)
      return
    }
    if (isTooLate(err)) {
      ended('too-late')
      log.warn({ ...about, err }, 'too late')
      return
    }
    ended('failed')
    const known = err instanceof StoreFault
    log[known ? 'warn' : 'error']({ ...about, err }, known ? 'settings not changed' : 'interaction failed')
    await responder
      .tellAsker(known ? notChanged(err, wording) : wentWrong(wording))
      .catch((error: unknown) => log.warn({ ...about, err: error }, 'could not say so'))
  }
}

const notChanged = ({ trouble }: StoreFault, wording: Wording): Reply =>
  say(wording.text(`settings.${trouble}`, { most: MAX_CHANNELS }))

/** No further answer can reach the member: Discord waits for none, has not answered to this one for too long, or it is gone. */
const isTooLate = (error: unknown): boolean => {
  const failure = failureOf(error)
  return failure === 'too-late' || failure === 'unanswered' || failure === 'gone'
}
