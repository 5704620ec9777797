import { readFileSync } from 'node:fs'
import { z } from 'zod'
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

const line = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  article: z.string().optional(),
  question: z.string(),
  kind: z.string().optional(),
  unanswerable: z.boolean().optional(),
  answers: z.array(z.string()).optional(),
  gold: z.array(z.union([z.string(), z.number()])).optional(),
  paragraph: z.number().nullish(),
  answer_start: z.number().nullish(),
})

/**
 * Reads a file of questions, one JSON object a line: `{id, article?, question, answers, paragraph, answer_start,
 * unanswerable}`, or the first article's `{id, kind, question, gold}`.
 *
 * @throws Error when the file cannot be read or a line is no question, naming the line
 */
export function readQuestionSet(file: string): SetQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, at) => {
      if (text.trim() === '') return []
      const read = line.safeParse(JSON.parse(text))
      if (!read.success) throw new Error(`${file}:${at + 1}: this is no question of a set: ${read.error.issues[0]?.message}.`)
      const { id, article, question, kind, unanswerable, answers, gold, paragraph, answer_start } = read.data
      return [
        {
          id,
          article,
          question,
          kind,
          unanswerable: unanswerable ?? (kind !== undefined && REFUSED_KINDS.has(kind)),
          answers: answers ?? (gold ?? []).filter((words) => typeof words === 'string'),
          paragraph: paragraph ?? undefined,
          answerStart: answer_start ?? undefined,
        },
      ]
    })
}

/** The sentence of an article that holds a question's answer. */
export interface Gold {
  /** Of the article, from 0. */
  readonly paragraph: number
  /** In the paragraph, from 0. */
  readonly sentence: number
}

/** @returns the sentence with most of the first accepted answer; null where the article does not have it as the set says */
export function goldOf(article: Article, { answers, paragraph: index, answerStart }: SetQuestion): Gold | null {
  const paragraph = article.paragraphs[index ?? -1]
  const [answer] = answers
  if (paragraph === undefined || answer === undefined) return null
  const words = slice(article.text, paragraph.span)
  const at = answerStart !== undefined && words.startsWith(answer, answerStart) ? answerStart : words.indexOf(answer)
  if (at < 0) return null
  const span = { start: paragraph.span.start + at, end: paragraph.span.start + at + answer.length }
  const overlaps = paragraph.sentences.map((sentence) => overlap(sentence, span))
  return { paragraph: paragraph.index, sentence: overlaps.indexOf(Math.max(...overlaps)) }
}

/** @returns how many characters two spans share; below 0 where they are apart */
export const overlap = (a: Span, b: Span): number => Math.min(a.end, b.end) - Math.max(a.start, b.start)
