import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { listArticles } from '../src/reply/about.js'
import { readPage } from '../src/reply/pages.js'

export default {
  data: {
    ...described('/articles'),
    ...EVERYWHERE,
  },

  audience: 'asker',

  run: (_call, { answerer, layout, wording }) => listArticles(answerer.articles, 1, layout, wording),

  press([page], { answerer, layout, wording }) {
    const at = readPage(page)
    return at === null ? null : listArticles(answerer.articles, at, layout, wording)
  },
} satisfies Command
