import { findArticle } from '../src/article/find.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { listSections } from '../src/reply/reading.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'

export default {
  data: {
    ...described('/sections'),
    ...EVERYWHERE,
    options: [articleOption],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles }, wording }) {
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(articles, wanted)
    if (articles.length === 0 || article === undefined) return noSuchArticle(articles, wording)
    return listSections(article === null ? articles : [article], wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command
