import type { Asked } from '../retrieval/asked.js'
import type { Ranked } from '../retrieval/retrieval.js'

/** What a question found: whether its best sentence answers is to be judged. */
export interface Case {
  readonly asked: Asked
  readonly best: Ranked
  readonly second: Ranked | undefined
  readonly ranked: readonly Ranked[]
  /** The log-odds that come of reading the best sentences, best first; none in a long article, where nothing is read. */
  readonly readings: readonly number[]
}

/** Something that speaks for or against the answer. */
export type Clue = (on: Case) => number
