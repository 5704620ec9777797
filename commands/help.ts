import type { Command } from '../src/discord/command.js'
import { commandLine, described, nameIn } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'

export default {
  data: {
    ...described('/help'),
    ...EVERYWHERE,
  },

  audience: 'asker',

  run: (_call, { commands, menu, wording }) => ({
    blocks: [
      { kind: 'title', text: wording.text('help.asking') },
      { kind: 'text', text: wording.text('help.ways') },
      { kind: 'text', text: wording.text('help.buttons') },
      { kind: 'title', text: wording.text('help.commands') },
      { kind: 'list', items: commands.map(({ data }) => commandLine(data, wording.language)) },
      { kind: 'title', text: wording.text('help.menu') },
      {
        kind: 'list',
        items: menu.map(({ data, does }) => `${nameIn(wording.language, data)}: ${wording.text(does)}`),
      },
    ],
    actions: [],
  }),
} satisfies Command
