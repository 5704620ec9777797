import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Answerer } from '../answering/answerer.js'
import { findArticle } from '../article/find.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import { ENGLISH } from '../reply/wording/wording.js'
import { answerJson } from './answer-json.js'
import { printReply, type Screen } from './print.js'

/** A call that cannot be carried out as it was typed; the message says why and how to mend it. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault'
}

export interface AskOptions {
  readonly json?: boolean
  /** The id of the only article to answer from. */
  readonly article?: string
  /** How many of the best sentences to list beside the answer. */
  readonly ranked?: number
}

/**
 * Answers one question.
 *
 * @returns what to print: the answer for a reader, or its JSON
 * @throws UsageFault when there is no such article
 */
export function ask(answerer: Answerer, question: string, options: AskOptions, screen: Screen): string {
  const within = options.article === undefined ? undefined : new Set([articleId(answerer, options.article)])
  const start = performance.now()
  const answered = answerer.answer(question, within)
  const milliseconds = performance.now() - start
  const asJson = options.json === true || options.ranked !== undefined
  return asJson
    ? JSON.stringify(answerJson(null, question, answered, options.ranked ?? null, milliseconds))
    : printReply(replyToAnswer(answered.answer, ENGLISH), screen, ENGLISH)
}

function articleId({ articles }: Answerer, wanted: string): string {
  const found = findArticle(articles, wanted)
  if (found !== undefined) return found.id
  const known = articles.map(({ id }) => id).join(', ') || 'none'
  throw new UsageFault(`There is no article "${wanted}". Loaded: ${known}.`)
}

const batchLine = v.object({
  id: v.union([v.string(), v.number()]),
  question: v.string(),
  article: v.optional(v.string()),
})

/**
 * Answers a file of questions, one JSON object a line: `{id, question, article?}`. Lines are checked before any is
 * answered. A line that names an article which is not loaded gets the answer `no-articles`.
 *
 * @yields one line of JSON for each line read, in order
 * @throws UsageFault when the file cannot be read or a line is no question, naming the line
 */
export function* askBatch(answerer: Answerer, file: string, options: AskOptions): Generator<string> {
  const only = options.article === undefined ? undefined : articleId(answerer, options.article)
  for (const { id, question, article } of readBatch(file)) {
    const among = article === undefined ? only : (findArticle(answerer.articles, article)?.id ?? article)
    const start = performance.now()
    const answered = answerer.answer(question, among === undefined ? undefined : new Set([among]))
    const milliseconds = performance.now() - start
    yield JSON.stringify(answerJson(id, question, answered, options.ranked ?? null, milliseconds))
  }
}

function readBatch(file: string): v.InferOutput<typeof batchLine>[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new UsageFault(
      `The file of questions "${file}" cannot be read. Check that it is there and may be read.`,
    )
  }
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, place) => {
      if (line.trim() === '') return []
      try {
        return [v.parse(batchLine, JSON.parse(line))]
      } catch {
        throw new UsageFault(
          `${file}:${place + 1}: this is no question. Write {"id": "1", "question": "…"} on a line, "article" beside them if need be.`,
        )
      }
    })
}
