import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { readArticle } from '../../src/article/read-article.js'
import { evaluate } from '../../src/evaluation/evaluate.js'
import type { SetQuestion } from '../../src/evaluation/question-set.js'

const text =
  'Lamps\n\nMara Venn kept the lamp. It burned 12 litres of oil a night.\n\nThree boats ran aground in winter.\n'
const answerer = createAnswerer([await readArticle('lamps.txt', new TextEncoder().encode(text))])
const asked: SetQuestion[] = [
  {
    id: '1',
    article: 'lamps',
    question: 'Who kept the lamp?',
    answers: ['Mara Venn'],
    paragraph: 0,
    unanswerable: false,
  },
  { id: '2', article: 'lamps', question: 'Who paid for pizza?', answers: [], unanswerable: true },
]

describe('evaluate', () => {
  it('gives figures for ranking, refusal and each type of question', () => {
    expect(evaluate(answerer, asked, { compare: true })).toMatchObject({
      within: { questions: 1, sentence: { first: 1 }, paragraph: { first: 1 } },
      refusals: { questions: 1, areaUnderCurve: 1, refused: 1 },
      byType: { person: { questions: 2, sentenceFirst: 1, refused: 1 } },
      miniSearchDefaults: { first: 1 },
    })
  })

  it('goes by the accepted words where a set does not say where they stand, MiniSearch measured by them, too', () => {
    const [first] = asked as [SetQuestion]
    const { paragraph, ...anywhere } = first
    expect(evaluate(answerer, [anywhere], { compare: true })).toMatchObject({
      within: { sentence: { first: 1 } },
      miniSearchDefaults: { first: 1 },
    })
  })

  it('lists misses with the features of the chosen and of the right sentence', () => {
    const wrong = { ...asked[0], answers: ['Three boats'], paragraph: 1 } as SetQuestion
    expect(evaluate(answerer, [wrong], { failures: true })).toMatchObject({
      failures: [{ id: '1', chosen: { words: 'Mara Venn kept the lamp.' } }],
    })
  })
})
