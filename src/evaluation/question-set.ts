import { readFileSync } from 'node:fs'
import { type Article, type Span, slice } from '../article/article.js'

/** A question whose right answer is known. */
export interface SetQuestion {
  readonly id: string
  /** The id of the article it is put to; undefined where it is put to all. */
  readonly article?: string | undefined
  readonly question: string
  /** What it is, where the set says so: `typo`, `near-miss`, `paraphrase`. */
  readonly kind?: string | undefined
  /** Whether the articles do not answer it. */
  readonly unanswerable: boolean
  /** The accepted words, the first standing at `answerStart` in paragraph `paragraph` (from 0) where that is known. */
  readonly answers: readonly string[]
  readonly paragraph?: number | undefined
  readonly answerStart?: number | undefined
}

const REFUSED_KINDS: ReadonlySet<string> = new Set(['near-miss', 'off-topic', 'false-premise'])

/**
 * Reads a file of questions, one JSON object a line: `{id, article?, question, answers, paragraph, answer_start,
 * unanswerable}`, or the first article's `{id, kind, question, gold}`.
 *
 * @throws QuestionSetFault when the file cannot be read or a line is no question, naming the line
 */
export function readQuestionSet(file: string): SetQuestion[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new QuestionSetFault(
      `The questions "${file}" cannot be read. Check that the file is there and may be read.`,
    )
  }
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [readLine(line, `${file}:${at + 1}`)]))
}

/** A set of questions that cannot be used; the message names the line and what to write there. */
export class QuestionSetFault extends Error {
  override readonly name = 'QuestionSetFault'
}

function readLine(line: string, place: string): SetQuestion {
  const read = parsed(line)
  const { id, question } = read
  if ((typeof id !== 'string' && typeof id !== 'number') || typeof question !== 'string') {
    throw new QuestionSetFault(
      `${place}: this is no question of a set. Write {"id": "1", "question": "…", "answers": ["…"]}.`,
    )
  }
  const kind = text(read['kind'])
  return {
    id: String(id),
    question,
    article: text(read['article']),
    kind,
    unanswerable: read['unanswerable'] === true || (kind !== undefined && REFUSED_KINDS.has(kind)),
    answers: texts(read['answers']) ?? texts(read['gold']) ?? [],
    paragraph: number(read['paragraph']),
    answerStart: number(read['answer_start']),
  }
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
const texts = (value: unknown): string[] | undefined =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined

/** The sentence of an article that holds a question's answer. */
export interface Gold {
  /** Of the article, from 0. */
  readonly paragraph: number
  /** In the paragraph, from 0. */
  readonly sentence: number
}

/** @returns the sentence with most of the first accepted answer; null where the article does not have it as the set says */
export const goldOf = (article: Article, question: SetQuestion): Gold | null =>
  goldsOf(article, question)[0] ?? null

/** @returns the sentences of the paragraph with the accepted answers, the first one's first; empty where none has any */
export function goldsOf(article: Article, { answers, paragraph: index, answerStart }: SetQuestion): Gold[] {
  const paragraph = article.paragraphs[index ?? -1]
  if (paragraph === undefined) return []
  const words = slice(article.text, paragraph.span)
  return answers.flatMap((answer, which) => {
    const known = which === 0 && answerStart !== undefined && words.startsWith(answer, answerStart)
    const at = known ? answerStart : words.indexOf(answer)
    if (at < 0) return []
    const start = paragraph.span.start + at
    const overlaps = paragraph.sentences.map((sentence) =>
      overlap(sentence, { start, end: start + answer.length }),
    )
    return [{ paragraph: paragraph.index, sentence: overlaps.indexOf(Math.max(...overlaps)) }]
  })
}

/** @returns how many characters two spans share; below 0 where they are apart */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)

/** Where a sentence stands. */
export interface Place extends Gold {
  readonly article: Article
  readonly span: Span
}

/**
 * @param article the one that the question is put to, where there is one
 * @returns whether a sentence is the right one: by its place where the set says it, else by the accepted words
 */
export function judgeOf(question: SetQuestion, article: Article | undefined): (place: Place) => boolean {
  const golds = article === undefined ? [] : goldsOf(article, question)
  if (golds.length > 0) {
    return (place) =>
      place.article.id === article?.id &&
      golds.some(({ paragraph, sentence }) => place.paragraph === paragraph && place.sentence === sentence)
  }
  const accepted = question.answers.map(plain)
  return ({ article: { text }, span }) => {
    const words = plain(slice(text, span))
    return accepted.some(
      (answer) => words.includes(answer) || (answer.includes(words) && words.length > 0.6 * answer.length),
    )
  }
}

const plain = (words: string): string => words.replace(/\s+/g, ' ').trim()
