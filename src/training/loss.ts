import type { Loss } from './boosting.js'
import type { Choice } from './softmax.js'

/** Softmax over each choice's candidates: what the ranker is to learn. */
export function softmaxLoss(choices: readonly Choice[]): Loss {
  return (scores, slope, curve) => {
    for (const { start, end, gold } of choices) {
      let best = Number.NEGATIVE_INFINITY
      for (let row = start; row < end; row++) best = Math.max(best, scores[row] as number)
      let total = 0
      for (let row = start; row < end; row++) total += Math.exp((scores[row] as number) - best)
      for (let row = start; row < end; row++) {
        const chance = Math.exp((scores[row] as number) - best) / total
        slope[row] = chance - (row === gold ? 1 : 0)
        curve[row] = Math.max(1e-6, chance * (1 - chance))
      }
    }
  }
}

/** Logistic loss against labels from 0 to 1, each row counting as its weight says. */
export function logisticLoss(labels: readonly number[], weights: readonly number[]): Loss {
  return (scores, slope, curve) => {
    labels.forEach((label, row) => {
      const chance = 1 / (1 + Math.exp(-(scores[row] as number)))
      slope[row] = (weights[row] as number) * (chance - label)
      curve[row] = (weights[row] as number) * Math.max(1e-6, chance * (1 - chance))
    })
  }
}
