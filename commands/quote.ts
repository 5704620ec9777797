import { ApplicationCommandOptionType } from 'discord.js'
import { MAX_QUOTATION_LENGTH } from '../src/answering/check-quotation.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { replyToQuotation } from '../src/reply/quotation-reply.js'
import { articleChoices, articleOption, chosenArticles, idsOf, noSuchArticle } from './article-option.js'

export default {
  data: {
    ...described('/quote'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...described('/quote text'),
        required: true,
        max_length: MAX_QUOTATION_LENGTH,
      },
      articleOption,
    ],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles }, checkQuotation, layout, wording }) {
    const chosen = chosenArticles(options, articles)
    if (chosen === null) return noSuchArticle(articles, wording)
    const verdict = checkQuotation(options.getString('text', true), idsOf(chosen.articles))
    return replyToQuotation(verdict, layout, wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command
