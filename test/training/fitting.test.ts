import { describe, expect, it } from 'vitest'
import { EVIDENCE_NAMES } from '../../src/answering/evidence.js'
import { createForest } from '../../src/retrieval/trees.js'
import { fitTrees } from '../../src/training/boosting.js'
import { calibrate } from '../../src/training/calibrate.js'
import { fitOnArticle, type Judged } from '../../src/training/fit-confidence.js'
import { logisticLoss } from '../../src/training/loss.js'
import { createMatrixBuilder } from '../../src/training/matrix.js'
import { createRandom } from '../../src/training/random.js'
import { fitSoftmax } from '../../src/training/softmax.js'

describe('fitSoftmax', () => {
  it('learns which column tells the right row', () => {
    const random = createRandom(1)
    const builder = createMatrixBuilder(2)
    const choices = Array.from({ length: 60 }, () => {
      const start = builder.add([1, random()])
      builder.add([0, random()])
      builder.add([0, random()])
      return { start, end: start + 3, gold: start }
    })
    const [telling = 0, noise = 0] = fitSoftmax(
      builder.build(),
      choices,
      { passes: 8, rate: 0.05, penalty: 0 },
      random,
    )
    expect(telling).toBeGreaterThan(1)
    expect(Math.abs(noise)).toBeLessThan(telling / 3)
  })
})

describe('fitTrees', () => {
  it('learns what holds for two columns together: the one without the other', () => {
    const builder = createMatrixBuilder(2)
    const rows = Array.from({ length: 400 }, (_, at) => [at % 2, at % 4 < 2 ? 1 : 0])
    for (const row of rows) builder.add(row)
    const labels = rows.map(([a, b]) => (a === 1 && b === 0 ? 1 : 0))
    const options = { trees: 30, depth: 2, rate: 0.3, penalty: 1, leastWeight: 1, columnShare: 1 }
    const weights = labels.map(() => 1)
    const trees = fitTrees(
      builder.build(),
      ['a', 'b'],
      new Float64Array(400),
      logisticLoss(labels, weights),
      options,
      createRandom(1),
    )
    const forest = createForest(trees, ['a', 'b'])
    expect(forest(Float64Array.of(1, 0))).toBeGreaterThan(1)
    expect(forest(Float64Array.of(1, 1))).toBeLessThan(-1)
  })
})

describe('fitOnArticle', () => {
  it('tells questions on the article from those put to another, and learns nothing from near-misses', () => {
    const random = createRandom(4)
    const judged = Array.from({ length: 300 }, (_, at): Judged => {
      const kind = at % 3
      const evidence = new Float64Array(EVIDENCE_NAMES.length)
      // near-misses look as questions on something else do
      evidence[EVIDENCE_NAMES.indexOf('covered')] = kind === 0 ? 0.5 + random() / 2 : random() / 2
      const gold = kind === 0 ? { paragraph: 0, sentence: 0 } : null
      const from = kind === 2 ? 'piece-strangers' : 'piece'
      const question = { words: '', article: 'a', group: 'a', gold, from } as const
      return { question, evidence, place: kind === 0 ? 1 : 0, sentences: 40 }
    })
    const growth = { trees: 20, depth: 2, rate: 0.3 }
    const forestOf = (some: readonly Judged[]) => createForest(fitOnArticle(some, growth), EVIDENCE_NAMES)
    const forest = forestOf(judged)
    const [own, miss, stranger] = judged as [Judged, Judged, Judged]
    expect(forest(own.evidence)).toBeGreaterThan(1)
    expect(forest(stranger.evidence)).toBeLessThan(-1)
    const withoutMisses = forestOf(judged.filter((_, at) => at % 3 !== 1))
    expect(forest(miss.evidence)).toBe(withoutMisses(miss.evidence))
  })
})

describe('calibrate', () => {
  it('rises in both, so that no two answers trade places', () => {
    const random = createRandom(2)
    const held = Array.from({ length: 500 }, () => {
      const logOdds = 6 * random() - 3
      return { logOdds, right: random() < 1 / (1 + Math.exp(-logOdds)) }
    })
    const knots = calibrate(held)
    for (const [at, knot] of knots.entries()) {
      const before = knots[at - 1]
      if (before === undefined) continue
      expect(knot[0]).toBeGreaterThan(before[0])
      expect(knot[1]).toBeGreaterThan(before[1])
    }
  })
})
