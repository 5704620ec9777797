import { ApplicationCommandOptionType } from 'discord.js'
import { THRESHOLDS } from '../../src/answering/confidence.js'
import { described } from '../../src/discord/described.js'
import { percentOf } from '../../src/reply/percent.js'
import { nameOf } from '../channel-option.js'
import { given, save } from './saving.js'
import { inPlace, integerIn } from './subcommand.js'

const percent = { type: ApplicationCommandOptionType.Integer, min_value: 1, max_value: 100 } as const

export const thresholds = inPlace(
  '/channels thresholds',
  [
    { ...percent, ...described('/channels thresholds asked') },
    { ...percent, ...described('/channels thresholds unasked') },
  ],
  (place, { options }, services) => {
    const { wording } = services
    const [asked, unasked] = [integerIn(percent, options, 'asked'), integerIn(percent, options, 'unasked')]
    const change = given({ asked: asked && asked / 100, unasked: unasked && unasked / 100 })
    return save(place, change, services, (rules) => [
      wording.text('channels.thresholds', {
        channel: nameOf(place, wording),
        asked: percentOf(rules.asked),
        unasked: percentOf(rules.unasked),
      }),
      ...((unasked ?? 100) < percentOf(rules.unasked)
        ? [wording.text('channels.not-so-low', { least: percentOf(THRESHOLDS.confident) })]
        : []),
    ])
  },
)
