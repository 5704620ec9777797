import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.js'
import { decide, type Overheard } from '../../src/answering/decision.js'
import { quote } from '../../src/answering/quote.js'
import { readArticle } from '../../src/article/read-article.js'
import { HARBOUR } from '../articles.js'

const article = await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR))
const found = quote(article, article.paragraphs[0]?.span ?? { start: 0, end: 0 })
const quoted = (confidence: number): Answer => ({
  kind: 'quoted',
  id: 'x',
  quotes: [found],
  confidence,
  repairs: [],
})
const question: Overheard = {
  words: 'Who kept it?',
  byMachine: false,
  toSomebodyElse: false,
  listening: true,
}
const thresholds = { asked: 0.4, unasked: 0.8 }

describe('decide', () => {
  it('speaks to a question it is sure of', () => {
    expect(decide(question, () => quoted(0.8), thresholds)).toEqual({ speaks: true })
  })

  it.each<[string, Partial<Overheard>, Answer]>([
    ['written by a bot', { byMachine: true }, quoted(1)],
    ['not listening here', { listening: false }, quoted(1)],
    ['said to somebody else', { toSomebodyElse: true }, quoted(1)],
    ['not a question', { words: 'She kept it.' }, quoted(1)],
    ['the article does not say', {}, { kind: 'off-topic', searched: [article], confidence: 0, repairs: [] }],
    ['not sure enough', {}, quoted(0.79)],
  ])('is silent when %s', (gate, change, answer) => {
    expect(decide({ ...question, ...change }, () => answer, thresholds)).toEqual({ speaks: false, gate })
  })

  it('searches only when it may speak at all', () => {
    const neverAsked = (): Answer => {
      throw new Error('searched')
    }
    expect(decide({ ...question, words: 'Good evening' }, neverAsked, thresholds).speaks).toBe(false)
  })
})
