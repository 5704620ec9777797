import { createHash } from 'node:crypto'
import { type Article, type Span, slice } from '../article/article.js'
import type { Candidate } from '../retrieval/candidate.js'
import { createRetrieval, type Ranking, toCandidate } from '../retrieval/find-candidates.js'
import { LEARNED } from '../retrieval/learned.js'
import { readQuestion } from '../retrieval/question.js'
import type { Answer } from './answer.js'
import { createConfidence, THRESHOLDS } from './confidence.js'
import weights from './confidence.json' with { type: 'json' }
import { EVIDENCE_NAMES, evidenceOf } from './evidence.js'
import { type Quote, quote } from './quote.js'
import { smallTalk } from './small-talk.js'

export interface Answerer {
  readonly articles: readonly Article[]
  /**
   * Answers in the articles' own words, or says which "no" it is. Same articles, same words: same answer.
   *
   * @param words what was asked, as typed
   * @param within the ids of the articles to answer from; all where left out
   */
  answer(words: string, within?: ReadonlySet<string>): Answered
}

export interface Answered {
  readonly answer: Answer
  /** Every sentence considered, best first, whatever the answer is. */
  readonly candidates: readonly Candidate[]
}

/** Changes when the same question may get another answer, so that ids do too. */
const RULES = 1
const LONGEST_QUOTE = 600

/** Reads articles into an index, once, and answers from them. */
export function createAnswerer(articles: readonly Article[]): Answerer {
  const retrieval = createRetrieval(articles, LEARNED)
  return {
    articles,
    answer(words, within) {
      const searched = within === undefined ? articles : articles.filter(({ id }) => within.has(id))
      const talk = smallTalk(words)
      if (talk !== null) return { answer: { kind: 'not-a-question', reason: talk }, candidates: [] }
      const question = readQuestion(words)
      if (typeof question === 'string') {
        return { answer: { kind: 'not-a-question', reason: question }, candidates: [] }
      }
      if (searched.length === 0) return { answer: { kind: 'no-articles' }, candidates: [] }
      const ranking = retrieval.rank(question, within)
      return { answer: judge(ranking, searched), candidates: ranking.ranked.map(toCandidate) }
    },
  }
}

function judge(ranking: Ranking, searched: readonly Article[]): Answer {
  const [first] = ranking.ranked
  const evidence = evidenceOf(ranking)
  if (first === undefined || evidence === null) return { kind: 'off-topic', searched, confidence: 0 }
  const best = toCandidate(first)
  const confidence = confidenceOf(evidence)
  if (confidence < THRESHOLDS.asked && (evidence[COVERED] ?? 0) < ON_TOPIC) {
    return { kind: 'off-topic', searched, confidence }
  }
  const found = quote(best.article, withWhatItLeansOn(best))
  if (confidence < THRESHOLDS.asked) return { kind: 'not-said', searched, nearest: [found], confidence }
  return { kind: 'quoted', id: answerId([found]), quotes: [found], confidence }
}

const confidenceOf = createConfidence(weights)

const COVERED = EVIDENCE_NAMES.indexOf('coveredByPassage')
/** A passage with less of the question's weight than this is about something else. */
const ON_TOPIC = 0.4

/** The sentence, with the one before it where it opens with a pronoun and cannot be understood alone. */
function withWhatItLeansOn({ article, paragraph, sentence, span }: Candidate): Span {
  const before = paragraph.sentences[sentence - 2]
  if (before === undefined || !LEANS.test(slice(article.text, span))) return span
  return span.end - before.start > LONGEST_QUOTE ? span : { start: before.start, end: span.end }
}

const LEANS = /^["“‘(]*(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those)\b/u

function answerId(quotes: readonly Quote[]): string {
  const places = quotes.map(({ citation, span }) => [citation.article.edition, span.start, span.end])
  return createHash('sha256')
    .update(JSON.stringify([RULES, places]))
    .digest('base64url')
    .slice(0, 8)
}
