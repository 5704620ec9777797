import type { Asked } from '../retrieval/asked.js'
import type { Ranked } from '../retrieval/retrieval.js'
import type { Reader } from './reading/reader.js'

/** What a question found: whether its best sentence answers is to be judged. */
export interface Case {
  readonly asked: Asked
  readonly best: Ranked
  readonly second: Ranked | undefined
  readonly ranked: readonly Ranked[]
  readonly reader: Reader
}

/** Something that speaks for or against the answer. */
export type Clue = (on: Case) => number
