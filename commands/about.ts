import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { describeVerbatim } from '../src/reply/about.js'

export default {
  data: {
    ...described('/about'),
    ...EVERYWHERE,
  },

  audience: 'asker',

  run: (_call, { answerer, wording }) => describeVerbatim(answerer.articles, wording),
} satisfies Command
