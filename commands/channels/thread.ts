import { ApplicationCommandOptionType } from 'discord.js'
import { described } from '../../src/discord/described.js'
import { rulesIn } from '../../src/discord/rules.js'
import { say } from '../../src/reply/reply.js'
import { nameOf } from '../channel-option.js'
import { save } from './saving.js'
import { inPlace } from './subcommand.js'

export const thread = inPlace(
  '/channels thread',
  [{ type: ApplicationCommandOptionType.Boolean, ...described('/channels thread on') }],
  async (place, { options }, services) => {
    const { channels, wording } = services
    const on = options.getBoolean('on')
    if (on === false && (await rulesIn(place, channels)).mode === 'thread')
      return say(wording.text('channels.thread-mode'))
    const answersIn = on === null ? null : on ? 'thread' : 'channel'
    return save(place, { answersIn }, services, ({ inThread }) => [
      wording.text(inThread ? 'channels.in-thread' : 'channels.not-in-thread', {
        channel: nameOf(place, wording),
      }),
    ])
  },
)
