import type { Answerer } from '../answering/answerer.js'
import type { Quote } from '../answering/quote.js'
import { LONGEST_QUOTE } from '../answering/quoted-span.js'
import type { Candidate } from '../retrieval/candidate.js'
import { judgeOf, overlap, type SetQuestion } from './question-set.js'

/** What became of one question. */
export interface Outcome {
  readonly question: SetQuestion
  /** Whether it was quoted, and how sure of it. */
  readonly answered: boolean
  readonly confidence: number
  /** Places, from 1, of the right sentence and of the first one of the right paragraph; 0 where they are not listed. */
  readonly sentencePlace: number
  readonly paragraphPlace: number
  /** Whether the first quote has the answer. */
  readonly quoteIsRight: boolean
  /** The best sentence and the right one, with their features. */
  readonly chosen: Candidate | undefined
  readonly right: Candidate | undefined
}

/**
 * Puts each question to the answerer: to its own article, or `across` all articles.
 *
 * @returns an outcome a question, in order
 */
export function outcomesOf(
  answerer: Answerer,
  questions: readonly SetQuestion[],
  across: boolean,
): Outcome[] {
  const byId = new Map(answerer.articles.map((article) => [article.id, article]))
  return questions.map((question) => {
    const within = across || question.article === undefined ? undefined : new Set([question.article])
    const { answer, candidates } = answerer.answer(question.question, within)
    const judge = judgeOf(question, byId.get(question.article ?? ''))
    const isRight = ({ article, paragraph, sentence, span }: Candidate): boolean =>
      judge({ article, paragraph: paragraph.index, sentence: sentence - 1, span })
    const right = candidates.find(isRight)
    const paragraphs = [...new Set(candidates.map(paragraphKey))]
    const first = answer.kind === 'quoted' ? answer.quotes[0] : undefined
    return {
      question,
      answered: answer.kind === 'quoted',
      confidence: 'confidence' in answer ? answer.confidence : 0,
      sentencePlace: candidates.findIndex(isRight) + 1,
      paragraphPlace: right === undefined ? 0 : paragraphs.indexOf(paragraphKey(right)) + 1,
      quoteIsRight: first !== undefined && candidates.some((one) => isRight(one) && covers(first, one)),
      chosen: candidates[0],
      right,
    }
  })
}

/** Whether a quote has the sentence, or as much of it as a quote may have. */
const covers = ({ citation, span }: Quote, sentence: Candidate): boolean =>
  citation.article === sentence.article &&
  overlap(span, sentence.span) >= Math.min(LONGEST_QUOTE / 2, sentence.span.end - sentence.span.start)

const paragraphKey = ({ article, paragraph }: Candidate): string => `${article.id} ${paragraph.index}`
