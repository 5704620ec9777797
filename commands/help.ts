import { InteractionContextType } from 'discord.js'
import type { Command } from '../src/discord/command.js'

export default {
  data: {
    name: 'help',
    description: 'How to ask, and every command',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },

  audience: 'asker',

  run: (_call, { commands }) => ({
    blocks: [
      { kind: 'title', text: 'How to ask' },
      {
        kind: 'text',
        text: 'Use /ask, write to me in a direct message, or mention me in a channel that your moderators set up. I quote the sentence that answers, with its section and paragraph, or say that the article does not say.',
      },
      { kind: 'title', text: 'Commands' },
      { kind: 'list', items: commands.map(({ data }) => `/${data.name}: ${data.description}`) },
    ],
    actions: [],
  }),
} satisfies Command
