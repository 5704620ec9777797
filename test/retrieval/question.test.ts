import { describe, expect, it } from 'vitest'
import { MAX_QUESTION_LENGTH, readQuestion } from '../../src/retrieval/question.js'

const termsOf = (words: string): readonly string[] => {
  const question = readQuestion(words)
  return typeof question === 'string' ? [question] : question.terms
}

describe('readQuestion', () => {
  it('keeps each content term once, and no more than 24 of them', () => {
    expect(termsOf('harbour harbour light harbour')).toEqual(['harbor', 'light'])
    expect(termsOf(Array.from({ length: 60 }, (_, number) => `word${number}`).join(' '))).toHaveLength(24)
  })

  it('passes over terms of more than 40 characters', () => {
    expect(termsOf(`light ${'x'.repeat(41)}`)).toEqual(['light'])
  })

  it.each([
    ['', 'empty'],
    ['\u200b\u0007', 'empty'],
    ['a '.repeat(MAX_QUESTION_LENGTH), 'too-long'],
    ['🔥🎉', 'no-words'],
    ['who are they?', 'no-words'],
  ])('says why %j is no question: %s', (words, why) => {
    expect(readQuestion(words)).toBe(why)
  })

  it('reads through direction marks, zero-width characters and odd letter forms', () => {
    expect(termsOf('ｌｉｇｈｔ\u202e on the ro\u200bck')).toEqual(['light', 'rock'])
  })

  it('takes words that plain objects have for words', () => {
    expect(termsOf('constructor __proto__ toString')).toHaveLength(3)
  })
})
