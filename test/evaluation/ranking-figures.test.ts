import { describe, expect, it } from 'vitest'
import { placeFigures } from '../../src/evaluation/ranking-figures.js'

describe('placeFigures', () => {
  it('counts first places, first three, and one over the place', () => {
    expect(placeFigures([1, 2, 0, 20])).toEqual({ first: 0.25, firstThree: 0.5, reciprocalRank: 0.375 })
  })
})
