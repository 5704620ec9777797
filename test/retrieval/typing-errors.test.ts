import { describe, expect, it } from 'vitest'
import { LEARNED } from '../../src/retrieval/learned.js'
import { createSpeller } from '../../src/retrieval/typing-errors.js'

const speller = createSpeller(
  new Map([
    ['lighthouse', 3],
    ['keeper', 2],
    ['founding', 1],
    ['storm', 4],
    ['store', 1],
    ['rope', 1],
    ['month', 1],
  ]),
  LEARNED.isCommon,
)

describe('the speller', () => {
  it('mends one error in a short word and two in a long one', () => {
    expect(speller.repair('keepr')).toBe('keeper')
    expect(speller.repair('lihgtouse')).toBe('lighthouse')
  })

  it('reaches usual forms of an article word', () => {
    expect(speller.repair('foundde')).toBe('founded') // the article has "founding"
  })

  it('makes no form that is no word', () => {
    expect(speller.repair('donhting')).toBeNull() // "monthing" is none
  })

  it('prefers slips: a letter left out, typed twice, or swapped with its neighbour', () => {
    const meant = (written: string, slip: string, other: string): string | null => {
      const words = new Map([
        [slip, 1],
        [other, 9],
      ])
      return createSpeller(words, LEARNED.isCommon).repair(written)
    }
    expect(meant('coats', 'coast', 'costs')).toBe('coast')
    expect(meant('coosts', 'costs', 'coasts')).toBe('costs')
    expect(meant('plnt', 'plant', 'pint')).toBe('plant')
  })

  it('prefers the word that the article has more often', () => {
    expect(speller.repair('stor')).toBe('storm')
  })

  it('takes three letters for a word that lacks one, and for nothing else', () => {
    expect(speller.repair('rpe')).toBe('rope')
    expect(speller.repair('rop')).toBe('rope')
    expect(speller.repair('rap')).toBeNull()
  })

  it('knows function words, too', () => {
    expect(speller.repair('durinug')).toBe('during')
    expect(speller.repair('thye')).toBe('they')
  })

  it('leaves alone what is too short, has digits, or is near nothing', () => {
    expect(speller.repair('ke')).toBeNull()
    expect(speller.repair('st0rm')).toBeNull()
    expect(speller.repair('pizza')).toBeNull()
  })
})
