import { ApplicationCommandOptionType } from 'discord.js'
import type { Answer } from '../src/answering/answer.js'
import { answerInTopic } from '../src/answering/answer-in-topic.js'
import { MAX_QUESTION_LENGTH } from '../src/answering/answerer.js'
import { NO_TOPIC, questionLeft } from '../src/answering/follow-up.js'
import { findArticle } from '../src/article/find.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { replyToAnswer } from '../src/reply/answer-reply.js'
import { readPlace, writePlace } from '../src/reply/quote-place.js'
import type { Reply } from '../src/reply/reply.js'
import type { Wording } from '../src/reply/wording/wording.js'
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

  async run({ options, id }, { answerer, asked, wording }) {
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(answerer.articles, wanted)
    if (article === undefined) return noSuchArticle(answerer.articles, wording)
    const question = options.getString('question', true)
    asked.keep(id, { question, article: article?.id ?? null })
    const within = article === null ? undefined : new Set([article.id])
    return withFollowUp(await answerInTopic(question, NO_TOPIC, answerer, within), wording)
  },

  form: ([action], wording) =>
    action === FOLLOW_UP
      ? {
          title: wording.text('follow-up.title'),
          label: wording.text('follow-up.label'),
          example: wording.text('follow-up.example'),
          most: MAX_QUESTION_LENGTH,
        }
      : null,

  async submit({ values: [action, place = ''], words, id, under }, { answerer, asked, wording }) {
    if (action !== FOLLOW_UP) return null
    const before = under === null ? null : asked.recall(under)
    const topic = { question: before?.question ?? null, quote: readPlace(place, answerer.articles) }
    const article = before?.article ?? null
    const left = questionLeft(words, topic)
    if (left !== null) asked.keep(id, { question: left, article })
    const within = article === null ? undefined : new Set([article])
    return withFollowUp(await answerInTopic(words, topic, answerer, within), wording)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command

/** What the button carries first; the place of the quote follows. */
const FOLLOW_UP = 'follow'

function withFollowUp(answer: Answer, wording: Wording): Reply {
  const reply = replyToAnswer(answer, wording)
  if (answer.kind !== 'quoted') return reply
  const button = {
    label: wording.text('follow-up.button'),
    command: 'ask',
    values: [FOLLOW_UP, writePlace(answer.quotes[0])],
  }
  return { ...reply, actions: [...reply.actions, button] }
}
