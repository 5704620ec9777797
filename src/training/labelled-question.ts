import type { Gold } from '../evaluation/question-set.js'
import type { Seen } from '../retrieval/features/seen.js'

/** A question put to one article, or to several of which one answers it, and the sentence that does. */
export interface LabelledQuestion {
  readonly words: string
  readonly article: string
  /** Null where the article does not answer. */
  readonly gold: Gold | null
  /** Other sentences that would be as right. */
  readonly alsoGold?: readonly Gold[]
  /** What is held out together: the id of the whole article. */
  readonly group: string
  /** Which set it comes from, for the figures. */
  readonly from:
    | 'whole'
    | 'holes'
    | 'off-topic'
    | 'short'
    | 'near-miss'
    | 'paraphrase'
    | 'common'
    | 'written'
    | 'piece'
    | 'piece-hard'
    | 'piece-holes'
    | 'piece-strangers'
    | 'piece-misspelt'
    | 'piece-among-all'
}

/** @returns whether a sentence is one that answers the question */
export const answersIt = (
  { article, gold, alsoGold = [] }: LabelledQuestion,
  { passage: { passage }, match: { sentence } }: Seen,
): boolean =>
  passage.article.id === article &&
  [gold, ...alsoGold].some(
    (right) => right?.paragraph === passage.paragraph.index && right.sentence === sentence.place,
  )
