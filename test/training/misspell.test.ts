import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/retrieval/edit-distance.js'
import { misspell } from '../../src/training/misspell.js'
import { createRandom } from '../../src/training/random.js'

describe('misspell', () => {
  it('changes one word that tells what is asked, by a letter or two neighbours, and no function word', () => {
    const random = createRandom(4)
    const words = 'Why did the protesters storm it?'
    let errors = 0
    for (let time = 0; time < 200; time++) {
      const changed = misspell(words, random).split(' ')
      const others = words.split(' ').filter((word, at) => word !== changed[at])
      expect(changed).toHaveLength(6)
      expect(others.length).toBeLessThanOrEqual(1)
      expect(['protesters', 'storm', undefined]).toContain(others[0])
      const edits = editDistance(words, changed.join(' '), 3)
      expect(edits).toBeLessThanOrEqual(1)
      errors += edits
    }
    // a letter is exchanged for itself now and then, or swapped with its like
    expect(errors).toBeGreaterThan(180)
  })

  it('leaves words as they are where all are short', () => {
    expect(misspell('Who is he?', createRandom(4))).toBe('Who is he?')
  })
})
