import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/retrieval/edit-distance.js'

describe('editDistance', () => {
  it('counts a swap of neighbours as one error', () => {
    expect(editDistance('fule', 'fuel', 2)).toBe(1)
    expect(editDistance('lamp', 'lmap', 2)).toBe(1)
  })

  it('counts insertions, deletions and substitutions', () => {
    expect(editDistance('lantern', 'lanter', 3)).toBe(1)
    expect(editDistance('kitten', 'sitting', 3)).toBe(3)
  })

  it('gives up once there are more errors than matter', () => {
    expect(editDistance('harbour', 'mountain', 2)).toBe(3)
    expect(editDistance('a', 'abcdef', 2)).toBe(3)
  })

  it('is the same in both directions, and 0 only for the same word', () => {
    const word = fc.stringMatching(/^[a-d]{0,6}$/)
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b, 9)).toBe(editDistance(b, a, 9))
        expect(editDistance(a, b, 9) === 0).toBe(a === b)
      }),
    )
  })
})
