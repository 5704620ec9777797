import type { Gold } from '../evaluation/question-set.js'

/** A question put to one article, and the sentence that answers it there. */
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
    | 'piece-holes'
    | 'piece-strangers'
}
