import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { showTimeline } from '../src/reply/naming.js'
import { readPage } from '../src/reply/pages.js'
import {
  articleChoices,
  articleOption,
  articlesWithin,
  chosenArticles,
  noSuchArticle,
} from './article-option.js'

export default {
  data: {
    ...described('/timeline'),
    ...EVERYWHERE,
    options: [articleOption],
  },

  audience: 'asker',

  run({ options }, { answerer, layout, wording }) {
    const chosen = chosenArticles(options, answerer.articles)
    if (chosen === null) return noSuchArticle(answerer.articles, wording)
    return showTimeline(chosen.articles, chosen.within, 1, layout, wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),

  press([within = '', page], { answerer, layout, wording }) {
    const at = readPage(page)
    const chosen = articlesWithin(within, answerer.articles)
    return at === null || chosen === null ? null : showTimeline(chosen.articles, within, at, layout, wording)
  },
} satisfies Command
