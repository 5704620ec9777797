import { expect, it } from 'vitest'
import { readQuestion } from '../../src/retrieval/question.js'
import { repairQuestion } from '../../src/retrieval/repair-question.js'

it('looks for what eight unknown words may have meant, and for no more, since each costs a look at every word', () => {
  const looked: string[] = []
  const words = Array.from({ length: 20 }, (_, number) => `qw${String.fromCharCode(97 + number)}rtz`)
  const question = readQuestion(words.join(' '))
  if (typeof question === 'string') throw new Error(question)
  const speller = {
    repair(word: string) {
      looked.push(word)
      return null
    },
  }
  repairQuestion(question, { knows: () => false, speller: () => speller, names: [] })
  expect(looked).toEqual(words.slice(0, 8))
})
