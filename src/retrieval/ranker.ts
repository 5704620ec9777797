import { FEATURE_NAMES } from './feature-row.js'
import { createForest, type TreeWeights } from './trees.js'

/** What training leaves: a linear model, and trees that mend what it gets wrong. */
export interface RankerWeights {
  /** By feature name; a feature without a weight does not count. */
  readonly linear: Readonly<Record<string, number>>
  readonly trees: TreeWeights
}

/** Scores of feature rows: more is better, comparable within one question. */
export interface Ranker {
  /** By the linear model: cheap, and right about all but the close calls. */
  score(row: Float64Array): number
  /** What the trees add to it. */
  correction(row: Float64Array): number
}

export function createRanker({ linear, trees }: RankerWeights): Ranker {
  const weights = Float64Array.from(FEATURE_NAMES, (name) => linear[name] ?? 0)
  return {
    score(row) {
      let score = 0
      for (let at = 0; at < weights.length; at++) score += (weights[at] ?? 0) * (row[at] ?? 0)
      return score
    },
    correction: createForest(trees, FEATURE_NAMES),
  }
}
