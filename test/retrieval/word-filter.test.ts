import { describe, expect, it } from 'vitest'
import { createWordFilter, packWords } from '../../src/retrieval/word-filter.js'

const words = new Set(Array.from({ length: 1000 }, (_, number) => `word${number}`))
const has = createWordFilter(packWords(words, 12))

describe('the word filter', () => {
  it('never denies a word it was given', () => {
    for (const word of words) expect(has(word)).toBe(true)
  })

  it.each([
    { bits: 15, most: 60 },
    { bits: 12, most: 120 },
  ])(
    'claims few other words, the fewer the more bits: with $bits under $most of 20,000',
    ({ bits, most }) => {
      const has = createWordFilter(packWords(words, bits))
      const claimed = Array.from({ length: 20_000 }, (_, number) => `other${number}`).filter(has).length
      expect(claimed).toBeLessThan(most)
    },
  )
})
