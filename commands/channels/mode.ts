import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  type GuildBasedChannel,
} from 'discord.js'
import type { Options, Services } from '../../src/discord/command.js'
import { described, named } from '../../src/discord/described.js'
import { rulesIn } from '../../src/discord/rules.js'
import { type Reply, say } from '../../src/reply/reply.js'
import { CHANNEL_MODES, type ChannelMode, LISTENING } from '../../src/store/store.js'
import { nameOf } from '../channel-option.js'
import { save } from './saving.js'
import { inPlace } from './subcommand.js'

const modeOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  ...described('/channels add mode'),
  choices: CHANNEL_MODES.map((mode) => ({ ...named(`mode.${mode}-choice`), value: mode })),
}

export const add = inPlace('/channels add', [modeOption], async (place, { options }, services) => {
  const { mode } = await services.channels.find(place.guildId, [place.id])
  return setMode(place, modeOf(options) ?? mode ?? 'mention', services)
})

export const mode = inPlace(
  '/channels mode',
  [{ ...modeOption, required: true }],
  async (place, { options }, services) => {
    const wanted = modeOf(options)
    if (wanted !== null) return setMode(place, wanted, services)
    const modes = CHANNEL_MODES.map((one) => services.wording.text(`mode.${one}`)).join(', ')
    return say(services.wording.text('channels.choose-mode', { modes }))
  },
)

export const remove = inPlace('/channels remove', [], async (place, _call, { channels, wording }) => {
  const channel = nameOf(place, wording)
  if (!(await channels.remove(place.guildId, place.id)))
    return say(wording.text('channels.was-not-set', { channel }))
  const rules = await rulesIn(place, channels)
  return rules.mode === 'off'
    ? say(wording.text('channels.removed', { channel }))
    : say(wording.text('channels.follows-category', { channel, mode: wording.text(`mode.${rules.mode}`) }))
})

function setMode(place: GuildBasedChannel, mode: ChannelMode, services: Services): Promise<Reply> {
  const { wording, hearing } = services
  return save(place, { mode }, services, () => [
    wording.text(`channels.set-to-${mode}`, { channel: nameOf(place, wording) }),
    ...(LISTENING.includes(mode) ? [wording.text(`channels.hearing-${hearing()}`)] : []),
  ])
}

function modeOf(options: Options): ChannelMode | null {
  const wanted = options.getString('mode')
  return CHANNEL_MODES.find((mode) => mode === wanted) ?? null
}
