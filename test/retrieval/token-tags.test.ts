import { describe, expect, it } from 'vitest'
import { learnNameWords } from '../../src/retrieval/name-words.js'
import { TAG, tagTokens } from '../../src/retrieval/token-tags.js'
import { tokenize } from '../../src/retrieval/tokens.js'

function wordsTagged(text: string, bit: number): string[] {
  const tokens = tokenize(text)
  const tags = tagTokens(text, tokens, learnNameWords(text, [tokens]))
  return tokens.filter((_, at) => ((tags[at] ?? 0) & bit) !== 0).map(({ word }) => word)
}

describe('tagTokens', () => {
  it('knows numbers, dates, money and measures apart', () => {
    const text = 'In 1979 she paid $12 for 40 miles of rope, or 5 percent.'
    expect(wordsTagged(text, TAG.date)).toEqual(['1979'])
    expect(wordsTagged(text, TAG.money)).toEqual(['12'])
    expect(wordsTagged(text, TAG.measure)).toEqual(['40'])
    expect(wordsTagged(text, TAG.percent)).toEqual(['5'])
  })

  it('tells a person by a title, a place by what stands before it, a body by a word in it', () => {
    const text = 'It was said that President Brandt lives in Vell and leads the Harbour Council of old.'
    expect(wordsTagged(text, TAG.person)).toEqual(['president', 'brandt'])
    expect(wordsTagged(text, TAG.place)).toEqual(['vell'])
    expect(wordsTagged(text, TAG.body)).toEqual(['harbour', 'council'])
  })

  it('takes a capital at the start of a sentence for no name', () => {
    expect(wordsTagged('Boats ran aground, and boats were lost.', TAG.name)).toEqual([])
  })

  it('marks what stands in quotation marks', () => {
    expect(wordsTagged('She said "no money" again.', TAG.quoted)).toEqual(['no', 'money'])
  })
})
