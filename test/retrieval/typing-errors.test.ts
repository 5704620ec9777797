import { describe, expect, it } from 'vitest'
import { createSpeller } from '../../src/retrieval/typing-errors.js'

const speller = createSpeller(
  new Map([
    ['lighthouse', 3],
    ['keeper', 2],
    ['founding', 1],
    ['storm', 4],
    ['store', 1],
    ['rope', 1],
  ]),
)

describe('the speller', () => {
  it('mends one error in a short word and two in a long one', () => {
    expect(speller.repair('keepr')).toBe('keeper')
    expect(speller.repair('lihgtouse')).toBe('lighthouse')
  })

  it('reaches usual forms of an article word', () => {
    expect(speller.repair('foundde')).toBe('founded') // the article has "founding"
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
