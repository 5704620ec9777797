import { createHash } from 'node:crypto'
import type { Article } from '../article/article.js'
import type { Candidate } from '../retrieval/candidate.js'
import { LEARNED } from '../retrieval/learned.js'
import { once } from '../retrieval/once.js'
import { MAX_QUESTION_LENGTH, readQuestion } from '../retrieval/question.js'
import { createRetrieval, type Ranked, type Ranking, toCandidate } from '../retrieval/retrieval.js'
import type { Answer } from './answer.js'
import { createConfidence, THRESHOLDS } from './confidence.js'
import weights from './confidence.json' with { type: 'json' }
import { emphasisOf } from './emphasis.js'
import { coveredByPassage, evidenceOf } from './evidence.js'
import { leaningOf } from './leaning.js'
import { listedQuotes } from './listed-quotes.js'
import { readListing } from './listing-question.js'
import { otherNumbers } from './other-numbers.js'
import { overlaps, type Quote, quote } from './quote.js'
import { quotedSpan } from './quoted-span.js'
import { rankByReading } from './rank-by-reading.js'
import { createNetwork, createReader, type Reader } from './reading/reader.js'
import readerWeights from './reading/reader.json' with { type: 'json' }
import { asksSeveralThings } from './several-things.js'
import { smallTalk } from './small-talk.js'
import { lacksAge } from './tells-age.js'

/** The longest question that is answered, in UTF-16 units. */
export { MAX_QUESTION_LENGTH }

export interface Answerer {
  readonly articles: readonly Article[]
  /**
   * Answers in the articles' own words, or says which "no" it is. Same articles, same words: same answer.
   *
   * @param words what was asked, as typed
   * @param within the ids of the articles to answer from; all where left out
   * @param asked how sure an answer must be, from 0 to 1; below it, the articles do not say
   */
  answer(words: string, within?: ReadonlySet<string>, asked?: number): Answered
}

export interface Answered {
  readonly answer: Answer
  /** Every sentence considered, best first, whatever the answer is. */
  readonly candidates: readonly Candidate[]
}

/** Changes when the same question may get another answer, so that ids do too. */
const RULES = 12

/** One for all articles. */
const network = once(() => createNetwork(readerWeights, LEARNED.vectors()))

/** Reads articles into an index, once, and answers from them. */
export function createAnswerer(articles: readonly Article[]): Answerer {
  const retrieval = createRetrieval(articles, LEARNED)
  const reader = createReader(network, retrieval.words)
  return {
    articles,
    answer(words, within, asked = THRESHOLDS.asked) {
      const searched = within === undefined ? articles : articles.filter(({ id }) => within.has(id))
      const talk = smallTalk(words)
      if (talk !== null) return { answer: { kind: 'not-a-question', reason: talk }, candidates: [] }
      const question = readQuestion(words)
      if (typeof question === 'string') {
        return { answer: { kind: 'not-a-question', reason: question }, candidates: [] }
      }
      if (searched.length === 0) return { answer: { kind: 'no-articles' }, candidates: [] }
      const ranking = rankByReading(retrieval.rank(question, within), reader)
      const candidates = ranking.ranked.map(toCandidate)
      const several = listed(ranking, searched, asked)
      if (several !== null) return { answer: several, candidates }
      // "Who said that?" alone has no word to search for, and yet some sentence has its words.
      if (leaningOf(words)?.kind === 'speaker')
        return { answer: { kind: 'not-a-question', reason: 'no-words' }, candidates: [] }
      return { answer: judge(ranking, searched, asked, reader), candidates }
    },
  }
}

/** What a question for a kind of thing, or for all that somebody says, is answered with; null for any other question. */
function listed(
  { asked: { question }, repairs }: Ranking,
  searched: readonly Article[],
  asked: number,
): Answer | null {
  const listing = readListing(question.tokens)
  if (listing === null) return null
  const [first, ...others] = SURE_OF_LISTED < asked ? [] : listedQuotes(listing, searched, MOST_QUOTES)
  if (first === undefined) return null
  const quotes = [first, ...others] as const
  return { kind: 'quoted', id: answerId(quotes), quotes, confidence: SURE_OF_LISTED, repairs, listed: true }
}

/**
 * Names and speakers are found by rules that are right in 95 of 100 places (docs/answers.md); but in "Who is quoted?" or
 * "What did Brandt say?" nothing tells that an article is meant: too little to speak unasked.
 */
const SURE_OF_LISTED = 0.85

function judge(ranking: Ranking, searched: readonly Article[], asked: number, reader: Reader): Answer {
  const [best, ...others] = ranking.ranked
  const evidence = evidenceOf(ranking, reader)
  const { repairs } = ranking
  if (best === undefined || evidence === null) return { kind: 'off-topic', searched, confidence: 0, repairs }
  const learned = confidenceOf(evidence, ranking.asked.statistics.sentences)
  const confidence = lacksAge(ranking.asked, best) ? learned * DOUBT : learned
  if (confidence < asked) {
    const near = ranking.ranked
      .slice(0, NEAREST)
      .find((one) => coveredByPassage(ranking.asked, one) >= ON_TOPIC)
    if (near === undefined) return { kind: 'off-topic', searched, confidence, repairs }
    return {
      kind: 'not-said',
      searched,
      nearest: [quoteRanked(near, undefined, ranking)],
      confidence,
      repairs,
    }
  }
  const found = quoteRanked(best, others[0], ranking)
  const differing = otherNumbers(ranking)
  const quotes: [Quote, ...Quote[]] = [found, ...furtherQuotes(found, differing, ranking)]
  return {
    kind: 'quoted',
    id: answerId(quotes),
    quotes,
    confidence,
    repairs,
    ...(differing.length > 0 ? { numbersDiffer: true } : {}),
  }
}

function quoteRanked(ranked: Ranked, runnerUp: Ranked | undefined, { asked }: Ranking): Quote {
  const candidate = toCandidate(ranked)
  const emphasis = emphasisOf(asked, ranked)
  const span = quotedSpan(candidate, runnerUp && toCandidate(runnerUp), emphasis)
  return quote(candidate.article, span, emphasis)
}

const MOST_QUOTES = 3
/** A runner-up is shown when the ranker gives it this share of the best one's chance. */
const NEARLY_AS_GOOD = 0.25
/** Where several things were asked, the second may stand in a sentence that has less of the question. */
const GOOD_FOR_ANOTHER = 0.1

/**
 * What stands beside the best quote: other numbers than its own, answers to other parts of the question, or runners-up that
 * are nearly as good.
 */
function furtherQuotes(first: Quote, differing: readonly Ranked[], { asked, ranked }: Ranking): Quote[] {
  const several = asksSeveralThings(asked.question.text, asked.question.tokens)
  const least = several ? GOOD_FOR_ANOTHER : NEARLY_AS_GOOD
  const good = ranked
    .slice(1)
    .filter((one) => Math.exp(one.score - (ranked[0]?.score ?? 0)) >= least && hasSomething(one))
  const quotes = [first]
  for (const one of [...differing, ...good]) {
    if (quotes.length === MOST_QUOTES) break
    const next = quoteRanked(one, undefined, { asked, ranked, repairs: [] })
    if (!quotes.some((known) => overlaps(known, next))) quotes.push(next)
  }
  return quotes.slice(1)
}

/** A sentence that is only of the kind asked for, and has no word of the question or its relative, is no second answer. */
const hasSomething = ({ seen: { match } }: Ranked): boolean => (match.has | match.akin) !== 0

const confidenceOf = createConfidence(weights)

/** What is left of the confidence where an age is asked for and none is told: too few questions ask for one to learn it from. */
const DOUBT = 0.2

/** A passage with less of the question's weight than this is about something else. */
const ON_TOPIC = 0.4
/**
 * How many of the best sentences are looked at for a passage that is near the question, though it does not answer it: of
 * refused questions on the subject 89 instead of 80 % are told so, of those on something else 1.3 instead of 1 %.
 */
const NEAREST = 3

/** @returns a short id made of what is quoted, and of the rules that chose it */
export function answerId(quotes: readonly Quote[]): string {
  const places = quotes.map(({ citation, span }) => [citation.article.edition, span.start, span.end])
  return createHash('sha256')
    .update(JSON.stringify([RULES, places]))
    .digest('base64url')
    .slice(0, 8)
}
