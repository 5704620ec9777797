import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../src/retrieval/question.js'
import { askedFor } from '../../src/retrieval/question-kind.js'

const read = (words: string) => {
  const question = readQuestion(words)
  if (typeof question === 'string') throw new Error(question)
  return { kind: askedFor(question.tokens).kind, terms: question.terms }
}

describe('a question as chats write it', () => {
  it.each([
    ['wen did the lamp go dark', 'time'],
    ['were is the ferry', 'place'],
    ['wat did the mayor promise', 'speech'],
    ['hw many boats carry radar', 'count'],
    ['y did it go dark', 'cause'],
  ])('asks in "%s" for a %s', (typed, kind) => {
    expect(read(typed).kind).toBe(kind)
  })

  it('searches for none of its misspelt small words', () => {
    expect(read('wen did teh lamp go dark').terms).toEqual(read('when did the lamp go dark').terms)
  })

  it('keeps a word that may be meant as it is written', () => {
    expect(read('which witch wore the wen').terms).toContain('witch')
    expect(read('which witch wore the wen').terms).toContain('wen')
  })
})
