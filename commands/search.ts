import { ApplicationCommandOptionType } from 'discord.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { readPage } from '../src/reply/pages.js'
import { say } from '../src/reply/reply.js'
import { showFound } from '../src/reply/searching.js'
import {
  articleChoices,
  articleOption,
  articlesWithin,
  chosenArticles,
  noSuchArticle,
} from './article-option.js'

/** Buttons carry the terms, and Discord gives them 100 characters in all. */
const MOST_OF_TERMS = 50

export default {
  data: {
    ...described('/search'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...described('/search terms'),
        required: true,
        max_length: MOST_OF_TERMS,
      },
      articleOption,
    ],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles }, layout, wording }) {
    const chosen = chosenArticles(options, articles)
    if (chosen === null) return noSuchArticle(articles, wording)
    const terms = options.getString('terms', true).replace(/[:\s]+/g, ' ') // a colon parts what a button carries
    return terms.length > MOST_OF_TERMS
      ? say(wording.text('search.too-long'))
      : showFound(chosen.articles, terms, chosen.within, 1, layout, wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),

  press([within = '', terms = '', page], { answerer: { articles }, layout, wording }) {
    const at = readPage(page)
    const chosen = articlesWithin(within, articles)
    return at === null || chosen === null
      ? null
      : showFound(chosen.articles, terms, within, at, layout, wording)
  },
} satisfies Command
