import { ApplicationCommandOptionType } from 'discord.js'
import { answerInTopic } from '../src/answering/answer-in-topic.js'
import { MAX_QUESTION_LENGTH } from '../src/answering/answerer.js'
import { NO_TOPIC, questionLeft } from '../src/answering/follow-up.js'
import { findArticle } from '../src/article/find.js'
import type { AskedQuestion } from '../src/discord/asked-questions.js'
import type { Command, Services } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { inCall } from '../src/discord/recall.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { replyToAnswer } from '../src/reply/answer-reply.js'
import { readPlace } from '../src/reply/quote-place.js'
import type { Reply } from '../src/reply/reply.js'
import { type UnderAnswer, withButtons } from '../src/reply/under-answer.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'
import { buttonUnderAnswer, pressUnderAnswer } from './under-answer.js'

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

  async run({ options, id, member }, services) {
    const { answerer, wording } = services
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(answerer.articles, wanted)
    if (article === undefined) return noSuchArticle(answerer.articles, wording)
    const only = options.getBoolean('private') === true ? member : null
    const words = options.getString('question', true)
    return answerAsked(id, member, { words, topic: NO_TOPIC, article: article?.id ?? null, only }, services)
  },

  form: ([does], wording) =>
    does === ('follow' satisfies UnderAnswer)
      ? {
          title: wording.text('follow-up.title'),
          label: wording.text('follow-up.label'),
          example: wording.text('follow-up.example'),
          most: MAX_QUESTION_LENGTH,
        }
      : null,

  async submit({ values: [does, place = ''], words, id, under, audience }, services, { member }) {
    if (does !== ('follow' satisfies UnderAnswer)) return null
    const { answerer, asked } = services
    const before = under === null ? null : asked.recall(under)
    const question = before && questionLeft(before.words, before.topic)
    const topic = { question, quote: readPlace(place, answerer.articles) }
    const only = audience === 'asker' ? member : null
    return answerAsked(id, member, { words, topic, article: before?.article ?? null, only }, services)
  },

  button: buttonUnderAnswer,
  press: pressUnderAnswer,

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),
} satisfies Command

/** Answers what a call asks, and keeps it for what is asked next. */
async function answerAsked(
  call: string,
  member: string,
  question: AskedQuestion,
  { answerer, asked, wording }: Services,
): Promise<Reply> {
  asked.keep(call, question, member)
  const { words, topic, article, only } = question
  const answer = await answerInTopic(
    words,
    topic,
    answerer,
    article === null ? undefined : new Set([article]),
  )
  const given = { question: inCall(call), publicly: only === null, byCommand: true }
  return withButtons(replyToAnswer(answer, wording), answer, given, wording)
}
