import type { Gold } from '../evaluation/question-set.js'
import { FEATURE_NAMES, featureRows } from '../retrieval/feature-row.js'
import type { Seen } from '../retrieval/features/seen.js'
import { readQuestion } from '../retrieval/question.js'
import { createRanker, type RankerWeights } from '../retrieval/ranker.js'
import type { Retrieval } from '../retrieval/retrieval.js'
import { fitTrees } from './boosting.js'
import type { LabelledQuestion } from './labelled-question.js'
import { softmaxLoss } from './loss.js'
import { createMatrixBuilder, type Matrix } from './matrix.js'
import { createRandom } from './random.js'
import { type Choice, fitSoftmax } from './softmax.js'

/** Questions as choices between the rows of a matrix. */
export interface RankingTask {
  readonly matrix: Matrix
  readonly choices: readonly (Choice & { readonly group: string })[]
}

/**
 * Looks every answerable question up; questions whose right sentence is no candidate teach nothing and are left out.
 *
 * @param retrievalOf what searches the article of an id
 * @param times how often a question is learned from
 */
export function rankingTask(
  retrievalOf: (article: string) => Retrieval,
  questions: readonly LabelledQuestion[],
  times: (question: LabelledQuestion) => number,
): RankingTask {
  const builder = createMatrixBuilder(FEATURE_NAMES.length)
  const choices: RankingTask['choices'][number][] = []
  for (const labelled of questions) {
    const { words, article, gold, alsoGold = [], group } = labelled
    const question = readQuestion(words)
    const often = times(labelled)
    if (gold === null || often === 0 || typeof question === 'string') continue
    const standsAt = ({ passage, match }: Seen, { paragraph, sentence }: Gold): boolean =>
      passage.passage.paragraph.index === paragraph && match.sentence.place === sentence
    const seen = retrievalOf(article)
      .look(question)
      .seen.filter((one) => standsAt(one, gold) || !alsoGold.some((other) => standsAt(one, other)))
    const right = seen.findIndex((one) => standsAt(one, gold))
    if (right < 0) continue
    const [start = 0] = featureRows(seen).map((row) => builder.add(row))
    const choice = { start, end: start + seen.length, gold: start + right, group }
    for (let time = 0; time < often; time++) choices.push(choice)
  }
  return { matrix: builder.build(), choices }
}

/** Candidates the trees are trained on, the best of the linear model: they are there to mend its close calls. */
const CLOSE = 14

/** Fits the linear model, then trees that start from its scores. */
export function fitRanker({ matrix, choices }: RankingTask, trees: number): RankerWeights {
  const fitted = fitSoftmax(matrix, choices, { passes: 8, rate: 0.01, penalty: 1e-4 }, createRandom(1))
  const linear = Object.fromEntries(
    FEATURE_NAMES.map((name, at) => [name, Number((fitted[at] ?? 0).toPrecision(4))]),
  )
  const none = { features: [], depth: 1, trees: [] }
  if (trees === 0) return { linear, trees: none }
  const { score } = createRanker({ linear, trees: none })
  const close = closeCalls(matrix, choices, score)
  const forest = fitTrees(
    close.matrix,
    FEATURE_NAMES,
    close.scores,
    softmaxLoss(close.choices),
    { trees, depth: 4, rate: 0.1, penalty: 1, leastWeight: 5, columnShare: 0.3 },
    createRandom(7),
  )
  return { linear, trees: forest }
}

function closeCalls(
  { data, columns }: Matrix,
  choices: readonly Choice[],
  score: (row: Float64Array) => number,
): { matrix: Matrix; choices: Choice[]; scores: Float64Array } {
  const builder = createMatrixBuilder(columns)
  const scores: number[] = []
  const kept: Choice[] = []
  for (const { start, end, gold } of choices) {
    const rows = Array.from({ length: end - start }, (_, at) => {
      const row = Float64Array.from(data.subarray((start + at) * columns, (start + at + 1) * columns))
      return { row, isGold: start + at === gold, score: score(row) }
    })
    const best = rows.sort((a, b) => b.score - a.score).slice(0, CLOSE)
    const right = best.findIndex(({ isGold }) => isGold)
    if (right < 0) continue
    const first = builder.add((best[0] as (typeof best)[number]).row)
    for (const { row } of best.slice(1)) builder.add(row)
    scores.push(...best.map((one) => one.score))
    kept.push({ start: first, end: first + best.length, gold: first + right })
  }
  return { matrix: builder.build(), choices: kept, scores: Float64Array.from(scores) }
}
