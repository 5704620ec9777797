import { ApplicationCommandOptionType } from 'discord.js'
import { described } from '../../src/discord/described.js'
import { MAX_COOLDOWN, MAX_WAIT } from '../../src/store/store.js'
import { nameOf } from '../channel-option.js'
import { given, save } from './saving.js'
import { inPlace, integerIn } from './subcommand.js'

const cooldownOption = {
  type: ApplicationCommandOptionType.Integer,
  min_value: 0,
  max_value: MAX_COOLDOWN,
} as const
const waitOption = { type: ApplicationCommandOptionType.Integer, min_value: 0, max_value: MAX_WAIT } as const

export const cooldown = inPlace(
  '/channels cooldown',
  [
    { ...cooldownOption, ...described('/channels cooldown seconds') },
    { ...waitOption, ...described('/channels cooldown wait') },
  ],
  (place, { options }, services) => {
    const { wording } = services
    const change = given({
      cooldown: integerIn(cooldownOption, options, 'seconds'),
      wait: integerIn(waitOption, options, 'wait'),
    })
    return save(place, change, services, (rules) => [
      wording.text('channels.cooldown', { channel: nameOf(place, wording), seconds: rules.cooldown }),
      ...(rules.wait === 0 ? [] : [wording.text('channels.wait', { seconds: rules.wait })]),
    ])
  },
)
