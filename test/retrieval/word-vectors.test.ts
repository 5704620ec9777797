import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMeanings } from '../../src/retrieval/meanings.js'
import { createWordVectors } from '../../src/retrieval/word-vectors.js'
import { packVectors } from '../../src/training/pack-vectors.js'
import { dot, scaleToUnit } from '../../src/training/vector.js'

const unit = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .map((values) => scaleToUnit(Float64Array.from(values)))
  .filter((vector) => Math.abs(dot(vector, vector) - 1) < 1e-9)

describe('packed word vectors', () => {
  it('keep the cosine of any two words, but for rounding', () => {
    fc.assert(
      fc.property(unit, unit, (lamp, light) => {
        const vectors = createWordVectors(packVectors(new Map(Object.entries({ lamp, light }))))
        const kept = vectors.cosine(vectors.find('lamp'), vectors.find('light'))
        expect(Math.abs(kept - dot(lamp, light))).toBeLessThan(0.3)
      }),
    )
  })

  it('know nothing of a word they lack', () => {
    const vectors = createWordVectors(packVectors(new Map([['lamp', Float64Array.of(1, 1)]])))
    expect(vectors.find('light')).toBe(-1)
  })
})

describe('meanings', () => {
  const table = packVectors(
    new Map([
      ['lamp', Float64Array.of(1, 0.1)],
      ['light', Float64Array.of(1, 0.3)],
      ['ferri', Float64Array.of(-0.2, 1)],
    ]),
  )
  const meanings = createMeanings(createWordVectors(table), ['light', 'ferri', 'skerry'])

  it('give the terms of the articles that are like a term, and leave the others out', () => {
    expect([...meanings.like('lamp').keys()]).toEqual([0])
    expect([...meanings.like('skerry')]).toEqual([])
  })

  it('remember the gist of a sentence, and have none where no word is known', () => {
    const sentence = {}
    const gist = meanings.gistOf(sentence, Int32Array.of(0), () => 1)
    expect(meanings.gistOf(sentence, Int32Array.of(1), () => 1)).toBe(gist)
    expect(meanings.gist(['skerry'], () => 1)).toBeNull()
  })
})
