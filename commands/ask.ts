import { ApplicationCommandOptionType } from 'discord.js'
import { MAX_QUESTION_LENGTH } from '../src/answering/answerer.js'
import { findArticle } from '../src/article/find.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { replyToAnswer } from '../src/reply/answer-reply.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'

export default {
  data: {
    ...described('/ask'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...described('/ask question'),
        required: true,
        max_length: MAX_QUESTION_LENGTH,
      },
      articleOption,
      { type: ApplicationCommandOptionType.Boolean, ...described('/ask private') },
    ],
  },

  audience: (options) => (options.getBoolean('private') === true ? 'asker' : 'everyone'),

  async run({ options }, { answerer, wording }) {
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(answerer.articles, wanted)
    if (article === undefined) return noSuchArticle(answerer.articles, wording)
    const within = article === null ? undefined : new Set([article.id])
    const { answer } = await answerer.answer(options.getString('question', true), within)
    return replyToAnswer(answer, wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command
