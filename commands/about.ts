import { InteractionContextType } from 'discord.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { describeVerbatim } from '../src/reply/about.js'

export default {
  data: {
    ...described('/about'),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
  },

  audience: 'asker',

  run: (_call, { answerer, wording }) => describeVerbatim(answerer.articles, wording),
} satisfies Command
