import { describe, expect, it } from 'vitest'
import { createSpeller } from '../../src/retrieval/typing-errors.js'

const speller = createSpeller(
  new Map([
    ['lighthouse', 3],
    ['keeper', 2],
    ['founding', 1],
    ['storm', 4],
    ['store', 1],
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

  it('leaves alone what is too short, has digits, or is near nothing', () => {
    expect(speller.repair('kep')).toBeNull()
    expect(speller.repair('st0rm')).toBeNull()
    expect(speller.repair('pizza')).toBeNull()
  })
})
