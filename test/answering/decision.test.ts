import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.js'
import { decide, type Gate, type Heard, type Place, unaskedThreshold } from '../../src/answering/decision.js'
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
const offTopic: Answer = { kind: 'off-topic', searched: [article], confidence: 0, repairs: [] }
const notSaid: Answer = {
  kind: 'not-said',
  searched: [article],
  nearest: [found],
  confidence: 0,
  repairs: [],
}

const question: Heard = {
  words: 'Who kept it?',
  byMachine: false,
  addressed: false,
  toSomebodyElse: false,
  answeredByPerson: false,
}
const asked: Heard = { ...question, addressed: true }
const listening: Place = {
  mode: 'questions',
  unasked: 0.8,
  cooldownLeft: 0,
  inThread: false,
  lacks: [],
  lacksForThread: [],
}

describe('decide', () => {
  it('speaks unasked to a question it is sure of', async () => {
    const answer = quoted(0.8)
    expect(await decide(question, listening, () => answer)).toEqual({
      speaks: true,
      answer,
      where: 'channel',
    })
  })

  it.each<[Gate, Partial<Heard>, Partial<Place>, Answer]>([
    ['bot-author', { byMachine: true }, {}, quoted(1)],
    ['bot-author', { byMachine: true, addressed: true }, {}, quoted(1)],
    ['mode', {}, { mode: 'off' }, quoted(1)],
    ['mode', { addressed: true }, { mode: 'off' }, quoted(1)],
    ['mode', {}, { mode: 'mention' }, quoted(1)],
    ['missing-permission', {}, { lacks: ['SendMessages'] }, quoted(1)],
    ['missing-permission', { addressed: true }, { lacks: ['SendMessages'] }, quoted(1)],
    ['missing-permission', {}, { inThread: true, lacksForThread: ['CreatePublicThreads'] }, quoted(1)],
    ['said-to-somebody-else', { toSomebodyElse: true }, {}, quoted(1)],
    ['not-a-question', { words: 'She kept it.' }, {}, quoted(1)],
    ['answered-by-a-person', { answeredByPerson: true }, {}, quoted(1)],
    ['cooldown', {}, { cooldownLeft: 0.1 }, quoted(1)],
    ['article-does-not-say', {}, {}, offTopic],
    ['article-does-not-say', {}, {}, notSaid],
    ['below-unasked-threshold', {}, {}, quoted(0.79)],
  ])('is kept silent by the gate %s', async (gate, heard, place, answer) => {
    expect(await decide({ ...question, ...heard }, { ...listening, ...place }, () => answer)).toMatchObject({
      speaks: false,
      gate,
    })
  })

  it('names the first of several gates', async () => {
    const place: Place = { ...listening, mode: 'mention', cooldownLeft: 5 }
    expect(await decide({ ...question, toSomebodyElse: true }, place, () => offTopic)).toMatchObject({
      gate: 'mode',
    })
  })

  it('searches only when no gate before the answer is shut', async () => {
    const neverAsked = (): Answer => {
      throw new Error('searched')
    }
    const remark = { ...question, words: 'Good evening' }
    expect(await decide(remark, listening, neverAsked)).toMatchObject({ speaks: false, answer: null })
  })

  it('says what the articles say, and what they do not, to who addressed it', async () => {
    for (const answer of [quoted(0.3), notSaid, offTopic]) {
      const place: Place = { ...listening, mode: 'mention', cooldownLeft: 5 }
      expect(await decide(asked, place, () => answer)).toEqual({ speaks: true, answer, where: 'channel' })
    }
  })

  it('answers in a thread where that is set and something is quoted', async () => {
    const place: Place = { ...listening, inThread: true }
    expect(await decide(question, place, () => quoted(1))).toMatchObject({ where: 'thread' })
    expect(await decide(asked, place, () => notSaid)).toMatchObject({ where: 'thread' })
    expect(await decide(asked, place, () => offTopic)).toMatchObject({ where: 'channel' })
  })

  it('answers who addressed it in the channel where it may not open a thread', async () => {
    const place: Place = { ...listening, inThread: true, lacksForThread: ['CreatePublicThreads'] }
    expect(await decide(asked, place, () => quoted(1))).toMatchObject({ speaks: true, where: 'channel' })
  })
})

describe('the unasked threshold', () => {
  it('is what moderators set, else ours', async () => {
    expect(unaskedThreshold('questions', null)).toBe(0.88)
    expect(unaskedThreshold('thread', 0.5)).toBe(0.5)
  })

  it('is higher in the mode confident, whatever lower one is set', async () => {
    expect(unaskedThreshold('confident', null)).toBe(0.95)
    expect(unaskedThreshold('confident', 0.5)).toBe(0.95)
    expect(unaskedThreshold('confident', 0.99)).toBe(0.99)
  })
})
