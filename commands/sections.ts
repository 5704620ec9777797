import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { listSections } from '../src/reply/reading.js'
import { articleChoices, articleOption, chosenArticles, noSuchArticle } from './article-option.js'

export default {
  data: {
    ...described('/sections'),
    ...EVERYWHERE,
    options: [articleOption],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles }, wording }) {
    const chosen = chosenArticles(options, articles)
    return chosen === null ? noSuchArticle(articles, wording) : listSections(chosen.articles, wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command
