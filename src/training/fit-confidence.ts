import { EVIDENCE_NAMES, evidenceOf } from '../answering/evidence.js'
import { rankByReading } from '../answering/rank-by-reading.js'
import { createReader, type Network, type Reader } from '../answering/reading/reader.js'
import type { Article } from '../article/article.js'
import { once } from '../retrieval/once.js'
import { readQuestion } from '../retrieval/question.js'
import { createRetrieval, type Knowledge, type Retrieval } from '../retrieval/retrieval.js'
import type { TreeWeights } from '../retrieval/trees.js'
import { fitTrees } from './boosting.js'
import { answersIt, type LabelledQuestion } from './labelled-question.js'
import { logisticLoss } from './loss.js'
import { createMatrixBuilder } from './matrix.js'
import { createRandom } from './random.js'
import { retrievalOfEach } from './retrieval-of-each.js'

/** One question's evidence, and what became of it. */
export interface Judged {
  readonly question: LabelledQuestion
  readonly evidence: Float64Array
  /** Which of the ranked sentences is the first right one, from 1; 0 where none is. */
  readonly place: number
  /** Of what was searched. */
  readonly sentences: number
}

/**
 * @param articles those that the questions are put to
 * @param knowledge what was not learned from these articles; nor was the network
 */
export function judge(
  articles: readonly Article[],
  knowledge: Knowledge,
  network: Network,
  questions: readonly LabelledQuestion[],
): Judged[] {
  const asksAll = ({ from }: LabelledQuestion): boolean => from === 'piece-among-all'
  const inAll = new Set(questions.filter(asksAll).map(({ article }) => article))
  const retrievalOf = retrievalOfEach(articles, knowledge)
  const all = once(() =>
    createRetrieval(
      articles.filter(({ id }) => inAll.has(id)),
      knowledge,
    ),
  )
  const readers = new Map<Retrieval, Reader>()
  return questions.flatMap((question) => {
    const read = readQuestion(question.words)
    if (typeof read === 'string') return []
    const retrieval = asksAll(question) ? all() : retrievalOf(question.article)
    const reader = readers.get(retrieval) ?? createReader(() => network, retrieval.words)
    readers.set(retrieval, reader)
    const ranking = rankByReading(retrieval.rank(read), reader)
    const evidence = evidenceOf(ranking, reader)
    if (evidence === null) return []
    const place = ranking.ranked.findIndex(({ seen }) => answersIt(question, seen)) + 1
    return [{ question, evidence, place, sentences: ranking.asked.statistics.sentences }]
  })
}

/**
 * What an answerable question counts whose best sentence is the wrong one: it should not be refused, but it should not
 * be answered unasked either. At 0.6 the refusals lose nothing measurable and the most confident half gains two points.
 */
const ANSWERABLE_BUT_WRONG = 0.6
/** What each kind of question counts in the fit; those that are not named are not learned from. */
export type QuestionWeights = Readonly<Partial<Record<LabelledQuestion['from'], number>>>

/**
 * Long articles: questions on something else are rarer in training than at the door; at 32 instead of 16 fewer of them are
 * answered (0.8 instead of 0.9 % at 95 % answered), and two points more of those whose evidence is gone. Near-misses made by exchanging words
 * taught nothing there and cost the most confident half three points.
 */
export const LONG_WEIGHTS: QuestionWeights = { whole: 1, holes: 2, 'off-topic': 32 }
/**
 * Short ones: what people ask of newspapers counts more than the encyclopedia's questions. Questions on something else count most,
 * since an answer to them is the worst. Hard questions teach what near-misses look like, and that words in common are little:
 * with more of them, more questions on something else are answered. A near-miss made by exchanging a word is now and then answerable after all.
 */
export const SHORT_WEIGHTS: QuestionWeights = {
  piece: 3.2,
  'piece-hard': 1.4,
  'piece-holes': 2.4,
  'piece-strangers': 2.2,
  short: 1,
  'off-topic': 11,
  common: 1,
  written: 1,
  'near-miss': 0.6,
  paraphrase: 0.6,
}

/** What is learned from to tell whether a question is on the article at all: those that are answered, against those put to another. */
const ON_ARTICLE_WEIGHTS: QuestionWeights = {
  piece: 1,
  'piece-hard': 0.5,
  'piece-holes': 0.5,
  'piece-strangers': 1,
  short: 1,
  'off-topic': 1,
}

const isPutToAnother = ({ from }: LabelledQuestion): boolean =>
  from === 'piece-strangers' || from === 'off-topic'

/** How many trees are fitted, and how. */
export interface Growth {
  readonly trees: number
  readonly depth: number
  readonly rate: number
}

/**
 * Fits trees whose sum is the log-odds that a question should be answered.
 *
 * @param weights what each kind of question counts; which kinds there are decides what is learned from
 */
export function fitConfidence(
  judged: readonly Judged[],
  weights: QuestionWeights,
  growth: Growth,
): TreeWeights {
  return fitTo(judged, weights, growth, ({ question, place }) =>
    question.gold === null ? 0 : place === 1 ? 1 : ANSWERABLE_BUT_WRONG,
  )
}

/** Fits trees whose sum is the log-odds that a question is on the article at all. */
export function fitOnArticle(judged: readonly Judged[], growth: Growth): TreeWeights {
  const learned = judged.filter(({ question }) => question.gold !== null || isPutToAnother(question))
  return fitTo(learned, ON_ARTICLE_WEIGHTS, growth, ({ question }) => (isPutToAnother(question) ? 0 : 1))
}

function fitTo(
  judged: readonly Judged[],
  weights: QuestionWeights,
  growth: Growth,
  labelOf: (judged: Judged) => number,
): TreeWeights {
  const learned = judged.filter(({ question }) => weights[question.from] !== undefined)
  const builder = createMatrixBuilder(EVIDENCE_NAMES.length)
  for (const { evidence } of learned) builder.add(evidence)
  return fitTrees(
    builder.build(),
    EVIDENCE_NAMES,
    new Float64Array(learned.length),
    logisticLoss(
      learned.map(labelOf),
      learned.map(({ question }) => weights[question.from] ?? 0),
    ),
    { ...growth, penalty: 5, leastWeight: 10, columnShare: 0.3 },
    createRandom(3),
  )
}
