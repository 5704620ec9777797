import { InteractionContextType } from 'discord.js'
import { findArticle } from '../src/article/find.js'
import type { Command } from '../src/discord/command.js'
import { listSections } from '../src/reply/reading.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'

export default {
  data: {
    name: 'sections',
    description: 'List the sections of the articles',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [articleOption],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles } }) {
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(articles, wanted)
    if (articles.length === 0 || article === undefined) return noSuchArticle(articles)
    return listSections(article === null ? articles : [article])
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command
