import { InteractionContextType } from 'discord.js'
import type { Command } from '../src/discord/command.js'
import { describeVerbatim } from '../src/reply/about.js'

export default {
  data: {
    name: 'about',
    description: 'What this bot is, and which articles it answers from',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },

  audience: 'asker',

  run: (_call, { answerer }) => describeVerbatim(answerer.articles),
} satisfies Command
