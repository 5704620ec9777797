import { ApplicationCommandOptionType } from 'discord.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { readPage } from '../src/reply/pages.js'
import { FORGET, tellForgotten, tellPrivacy } from '../src/reply/privacy.js'

export default {
  data: {
    ...described('/privacy'),
    ...EVERYWHERE,
    options: [{ type: ApplicationCommandOptionType.Boolean, ...described('/privacy delete') }],
  },

  audience: 'asker',

  run: ({ options, member }, { asked, layout, wording }) =>
    options.getBoolean('delete') === true
      ? tellForgotten(asked.forget(member), wording)
      : tellPrivacy(1, layout, wording),

  press([page], { asked, layout, wording }, { member }) {
    if (page === FORGET) return tellForgotten(asked.forget(member), wording)
    const at = readPage(page)
    return at === null ? null : tellPrivacy(at, layout, wording)
  },
} satisfies Command
