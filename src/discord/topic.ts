import { type Message, MessageReferenceType } from 'discord.js'
import type { Answer } from '../answering/answer.js'
import { answerInTopic } from '../answering/answer-in-topic.js'
import type { Answering } from '../answering/answering.js'
import type { Heard } from '../answering/decision.js'
import { NO_TOPIC, questionLeft, type Topic } from '../answering/follow-up.js'
import { leaningOf } from '../answering/leaning.js'
import { type Quote, quote } from '../answering/quote.js'
import { smallTalk } from '../answering/small-talk.js'
import { type Article, slice } from '../article/article.js'
import type { Logger } from '../logger.js'
import { type AskedQuestions, TEN_MINUTES } from './asked-questions.js'
import { withoutMention } from './heard.js'
import { readQuotations } from './read-back.js'

/**
 * Answers a message's words, together with what they lean on where they do.
 *
 * @param answering answers from the articles allowed in the message's place
 */
export async function answerTo(
  message: Message,
  { words, addressed }: Heard,
  answering: Answering,
  asked: AskedQuestions,
  log: Logger,
): Promise<Answer> {
  const topic = await topicFor(message, { words, addressed }, { articles: answering.articles, asked }, log)
  return answerInTopic(words, topic, answering)
}

/** @returns what a message's words lean on where they lean on anything */
export async function topicFor(
  message: Message,
  { words, addressed }: Pick<Heard, 'words' | 'addressed'>,
  memory: Memory,
  log: Logger,
): Promise<Topic> {
  const leans = addressed && leaningOf(words) !== null
  const topic = await (leans ? topicOf(message, memory) : null)?.catch((err: unknown) => {
    log.warn({ err }, 'what the question leans on cannot be read')
    return null // then it is taken for a new one
  })
  return topic ?? NO_TOPIC
}

/** What a topic is read from beside Discord. */
export interface Memory {
  readonly articles: readonly Article[]
  readonly asked: AskedQuestions
}

/** So many questions in a row may lean one on the other; each costs two requests. */
const MOST_LEANING = 3

/**
 * Finds what a message leans on, as Discord still shows it: the bot's answer it replies to, or in private the one of the
 * last ten minutes, and the question to that answer. Only the author's own questions count; of an answer to somebody else
 * only the quote does, which everybody there sees.
 *
 * @returns null where there is no such answer
 */
async function topicOf(message: Message, memory: Memory, leaning = 1): Promise<Topic | null> {
  const answer = await answerBefore(message)
  if (answer === null) return null
  const found = quoteIn(answer.content, memory.articles)
  const call = answer.interactionMetadata
  if (call !== null) {
    const asked = call.user.id === message.author.id ? memory.asked.recall(call.id) : null
    return { question: asked && questionLeft(asked.words, asked.topic), quote: found }
  }
  const question = await questionTo(answer)
  if (question === null || question.author.id !== message.author.id) return { question: null, quote: found }
  const words = withoutMention(question.content, message.client.user.id)
  const leans = leaningOf(words) !== null
  if (!leans && smallTalk(words) === null) return { question: words, quote: found }
  const before = leaning < MOST_LEANING ? await topicOf(question, memory, leaning + 1) : null
  if (!leans) return before
  return { question: before && questionLeft(words, before), quote: found }
}

/** The bot's answer that a message replies to, or in private comes soon after. */
async function answerBefore(message: Message): Promise<Message | null> {
  const { channel, reference, client } = message
  const isOurs = ({ author }: Message): boolean => author.id === client.user.id
  if (reference?.messageId !== undefined && reference.type === MessageReferenceType.Default) {
    const repliedTo = await channel.messages.fetch(reference.messageId)
    return isOurs(repliedTo) ? repliedTo : null
  }
  if (message.inGuild()) return null
  const last = (await channel.messages.fetch({ before: message.id, limit: 10 })).find(isOurs)
  return last !== undefined && message.createdTimestamp - last.createdTimestamp <= TEN_MINUTES ? last : null
}

/** The question that an answer replies to, or in whose thread it stands. */
async function questionTo({ channel, reference }: Message): Promise<Message | null> {
  if (reference?.messageId !== undefined) return channel.messages.fetch(reference.messageId)
  return channel.isThread() ? channel.fetchStarterMessage() : null
}

/** The first quotation of an answer, cut anew from the article it stands in; null where it stands in none any more. */
function quoteIn(content: string, articles: readonly Article[]): Quote | null {
  const [words] = readQuotations(content)
  if (typeof words !== 'string' || words === '') return null
  const named = ({ title }: Article): number => Number(content.includes(title))
  for (const article of articles.toSorted((a, b) => named(b) - named(a))) {
    for (const { span } of article.paragraphs) {
      const at = slice(article.text, span).indexOf(words)
      if (at >= 0) return quote(article, { start: span.start + at, end: span.start + at + words.length })
    }
  }
  return null
}
