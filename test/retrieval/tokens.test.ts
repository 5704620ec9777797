import { describe, expect, it } from 'vitest'
import { tokenize } from '../../src/retrieval/tokens.js'

const termsOf = (text: string): string[] => tokenize(text).map(({ term }) => term)

describe('tokenize', () => {
  it.each([
    ['began', 'begin'],
    ['children', 'child'],
    ['neighbouring', 'neighbor'],
    ['organised', 'organizing'],
    ['1,782', '1782'],
    ['four', '4'],
    ['Tokayev’s', 'tokayev'],
    ['Café', 'cafe'],
    ['U.S.', 'USA'],
  ])('takes %s and %s for one term', (one, other) => {
    expect(termsOf(one)).toEqual(termsOf(other))
  })

  it('tells the United States from the pronoun', () => {
    expect(tokenize('the U.S. warned us').map(({ term, content }) => [term, content])).toEqual([
      ['the', false],
      ['usa', true],
      ['warn', true],
      ['us', false],
    ])
  })

  it('keeps the place of every word', () => {
    const text = 'In the U.S., 1,782 protests began.'
    expect(tokenize(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'In',
      'the',
      'U.S.',
      '1,782',
      'protests',
      'began',
    ])
  })
})
