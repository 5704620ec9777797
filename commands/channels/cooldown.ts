import { type APIApplicationCommandIntegerOption, ApplicationCommandOptionType } from 'discord.js'
import { described } from '../../src/discord/described.js'
import { MAX_COOLDOWN, MAX_WAIT } from '../../src/store/store.js'
import { nameOf } from '../channel-option.js'
import { given, save } from './saving.js'
import { inPlace } from './subcommand.js'

const seconds = (
  most: number,
): Pick<APIApplicationCommandIntegerOption, 'type' | 'min_value' | 'max_value'> => ({
  type: ApplicationCommandOptionType.Integer,
  min_value: 0,
  max_value: most,
})

export const cooldown = inPlace(
  '/channels cooldown',
  [
    { ...seconds(MAX_COOLDOWN), ...described('/channels cooldown seconds') },
    { ...seconds(MAX_WAIT), ...described('/channels cooldown wait') },
  ],
  (place, { options }, services) => {
    const { wording } = services
    const change = given({ cooldown: options.getInteger('seconds'), wait: options.getInteger('wait') })
    return save(place, change, services, (rules) => [
      wording.text('channels.cooldown', { channel: nameOf(place, wording), seconds: rules.cooldown }),
      ...(rules.wait === 0 ? [] : [wording.text('channels.wait', { seconds: rules.wait })]),
    ])
  },
)
