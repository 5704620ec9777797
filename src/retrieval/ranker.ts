import { FEATURE_NAMES } from './feature-row.js'
import { createForest, type TreeWeights } from './trees.js'

/** What training leaves: a linear model, and trees that mend what it gets wrong. */
export interface RankerWeights {
  /** By feature name; a feature without a weight does not count. */
  readonly linear: Readonly<Record<string, number>>
  readonly trees: TreeWeights
}

/** @returns the score of a feature row: more is better, comparable within one question */
export function createRanker({ linear, trees }: RankerWeights): (row: Float64Array) => number {
  const weights = Float64Array.from(FEATURE_NAMES, (name) => linear[name] ?? 0)
  const forest = createForest(trees, FEATURE_NAMES)
  return (row) => {
    let score = forest(row)
    for (let at = 0; at < weights.length; at++) score += (weights[at] ?? 0) * (row[at] ?? 0)
    return score
  }
}
