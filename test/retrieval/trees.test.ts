import { describe, expect, it } from 'vitest'
import { createForest } from '../../src/retrieval/trees.js'

describe('createForest', () => {
  const forest = createForest({ features: ['wet', 'cold'], depth: 2, trees: ['0 0.5 1 3 1 3 10 20 30 40'] }, [
    'cold',
    'wet',
  ])

  it('goes left up to the threshold and right above it', () => {
    expect(forest(Float64Array.of(3, 0.5))).toBe(10)
    expect(forest(Float64Array.of(4, 0.5))).toBe(20)
    expect(forest(Float64Array.of(3, 0.6))).toBe(30)
    expect(forest(Float64Array.of(4, 0.6))).toBe(40)
  })

  it('says 0 when it has no trees', () => {
    expect(createForest({ features: [], depth: 1, trees: [] }, ['cold'])(Float64Array.of(1))).toBe(0)
  })
})
