import type { Answered } from '../answering/answerer.js'
import type { Quote } from '../answering/quote.js'
import { slice } from '../article/article.js'
import { headingOf } from '../reply/citation.js'
import { ENGLISH } from '../reply/wording/wording.js'

/** The object `ask --json` prints: a contract other tools rely on (see README, "Command line"). */
export function answerJson(
  id: string | number | null,
  question: string,
  { answer, candidates }: Answered,
  ranked: number | null,
  milliseconds: number,
): object {
  const quotes = answer.kind === 'quoted' ? answer.quotes : []
  return {
    id: id ?? (answer.kind === 'quoted' ? answer.id : null),
    question,
    status: answer.kind,
    confidence: 'confidence' in answer ? round(answer.confidence, 4) : 0,
    quotes: quotes.map(quoteJson),
    ...(ranked === null ? {} : { ranked: candidates.slice(0, ranked).map(candidateJson) }),
    ms: round(milliseconds, 2),
  }
}

const quoteJson = ({ words, span, citation, attribution }: Quote): object => ({
  text: words,
  article: citation.article.id,
  edition: citation.article.edition,
  section: { id: citation.section.id, heading: headingOf(citation.section, ENGLISH) },
  paragraph: citation.paragraph,
  sentences: citation.sentences,
  start: span.start,
  end: span.end,
  attribution,
})

const candidateJson = ({
  article,
  paragraph,
  sentence,
  span,
  score,
}: Answered['candidates'][number]): object => ({
  text: slice(article.text, span),
  article: article.id,
  section: { id: paragraph.section },
  paragraph: paragraph.number,
  sentence,
  paragraphIndex: paragraph.index,
  score: round(score, 4),
})

const round = (value: number, digits: number): number => Number(value.toFixed(digits))
