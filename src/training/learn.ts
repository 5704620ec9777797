/** The work of `train.ts` that takes minutes, each in a thread of its own. */
import path from 'node:path'
import type { AnswerableWeights } from '../answering/confidence.js'
import { createNetwork, type ReaderWeights } from '../answering/reading/reader.js'
import { createBackground } from '../retrieval/background.js'
import { LEARNED } from '../retrieval/learned.js'
import { createRanker, type RankerWeights } from '../retrieval/ranker.js'
import { countBackground } from './count-background.js'
import {
  fitConfidence,
  fitOnArticle,
  type Growth,
  type Judged,
  judge,
  type QuestionWeights,
} from './fit-confidence.js'
import { fitRanker, rankingTask } from './fit-ranker.js'
import { fitReader, readerExamples } from './fit-reader.js'
import type { LabelledQuestion } from './labelled-question.js'
import { retrievalOfEach } from './retrieval-of-each.js'
import { readTrainingSets } from './training-sets.js'

export const FOLDS = 5
const RANKER_TREES = 160
/**
 * How often the ranker sees each question on a newspaper piece: with 220 pieces twice was 0.6 points better there than once,
 * and 0.2 worse on the encyclopedia.
 */
const TIMES_PIECES = 2

export interface Learned {
  readonly ranker: RankerWeights
  readonly reader: ReaderWeights
  /** The questions on the articles that were held out. */
  readonly judged: readonly Judged[]
}

/**
 * Learns ranker and reader from all articles but those of one fold, and judges that fold's questions with them.
 *
 * @param folder as for `train`
 * @param fold which is held out, from 0; null to learn from all
 */
export async function learn({
  folder,
  fold,
}: {
  readonly folder: string
  readonly fold: number | null
}): Promise<Learned> {
  const { articles, others, questions } = await readTrainingSets(path.join(folder, 'newwiki'))
  const groups = [...new Set(questions.map(({ group }) => group))].sort()
  const foldOf = new Map(groups.map((group, at) => [group, at % FOLDS]))
  const isHeld = (group: string): boolean => foldOf.get(group) === fold
  const inside = questions.filter(({ group }) => !isHeld(group))
  const all = [...articles, ...others]

  const ranker = fitRanker(rankingTask(retrievalOfEach(all, LEARNED), inside, timesInRanker), RANKER_TREES)
  const background = createBackground(countBackground(articles.filter(({ id }) => !isHeld(id))))
  const known = { ...LEARNED, ranker: createRanker(ranker), background }
  const vectors = LEARNED.vectors()
  const reader = fitReader(readerExamples(retrievalOfEach(all, known), inside, vectors), vectors)
  const judged = judge(
    all.filter(({ id }) => isHeld(id.replace(/~.*/, ''))),
    known,
    createNetwork(reader, vectors),
    questions.filter(({ group }) => isHeld(group)),
  )
  return { ranker, reader, judged }
}

/** How often the ranker learns from a question. Short articles do not help it (77.5 % against 77.9 % right first): it learns from the whole ones. */
function timesInRanker({ from, article }: LabelledQuestion): number {
  if (from === 'piece') return TIMES_PIECES
  return from === 'whole' || from === 'written' || (from === 'paraphrase' && !article.endsWith('~holes'))
    ? 1
    : 0
}

/** `fitConfidence` and, for short articles, `fitOnArticle`, in a thread. */
export const learnConfidence = ({
  judged,
  weights,
  growth,
  onArticleGrowth,
}: {
  readonly judged: readonly Judged[]
  readonly weights: QuestionWeights
  readonly growth: Growth
  readonly onArticleGrowth?: Growth
}): AnswerableWeights => ({
  trees: fitConfidence(judged, weights, growth),
  ...(onArticleGrowth === undefined ? {} : { onArticle: fitOnArticle(judged, onArticleGrowth) }),
})
