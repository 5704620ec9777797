import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.js'
import { createAnswerer } from '../../src/answering/answerer.js'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'

const ISLAND = `The lamp of Tern Island

The lamp of Tern Island went dark in 2016 because the council could not pay for oil. It had burned for 112 years.

Keeper Ines Okoro lived in the tower with her two sons. She told the Vell Courier that nobody had warned her.

1. The ferry

The Northern Harbour Guild (NHG) runs a ferry to the island from the port of Vell. The crossing takes forty minutes.

A storm damaged the ferry in November 2017. Guild engineers repaired the hull with steel plates from an old crane.

2. What came after

Mayor Ola Brandt promised a new lamp that runs on sunlight. "We will not let this channel go dark again," Brandt said.

Fishermen doubt the promise. Their boats now carry radar, and most of them sail only by day.
`

const answerer = createAnswerer([await readArticle('island.txt', new TextEncoder().encode(ISLAND))])
const ask = (words: string): Answer => answerer.answer(words).answer
const firstQuote = (words: string): string => {
  const answer = ask(words)
  return answer.kind === 'quoted' ? answer.quotes[0].words : answer.kind
}

describe('the answerer', () => {
  it.each([
    ['When did the lamp go dark?', 'went dark in 2016'],
    ['How long does the crossing take?', 'forty minutes'],
    ['Who lived in the tower?', 'Ines Okoro'], // and not the sentence about what she told
    ['What damaged the ferry?', 'A storm'],
    ['What did Mayor Brandt promise?', 'a new lamp that runs on sunlight'],
    ['who promised a new lamp lol', 'Ola Brandt'],
    ['ines okoro', 'Ines Okoro'], // bare keywords are a question too
    ['what did ines okoro tell the vell courier', 'nobody had warned her'], // she is "She" there
    ['Who said that the channel will not go dark again?', 'Brandt said'],
  ])('quotes first what answers "%s"', (question, words) => {
    expect(firstQuote(question)).toContain(words)
  })

  it('mends a typing error and says so', () => {
    const answer = ask('What damaged the fery?')
    expect(answer).toMatchObject({ kind: 'quoted', repairs: [{ written: 'fery', meant: 'ferry' }] })
  })

  it('writes out what chats shorten, and says so', () => {
    expect(ask('did ppl doubt the promise')).toMatchObject({ repairs: [{ written: 'ppl', meant: 'people' }] })
  })

  it('leaves a real word alone that the article does not have', () => {
    expect(ask('Who baked the best pizza?')).not.toHaveProperty('repairs.0')
  })

  it('takes no other number for an age', () => {
    expect(ask('How old is keeper Ines Okoro?').kind).toBe('not-said') // who has two sons
  })

  it('shows the passage nearest to a question on its subject, though the best sentence stands elsewhere', () => {
    const answer = ask('How many fishermen died on the island?')
    expect(answer.kind === 'not-said' && answer.nearest[0].words).toContain('Fishermen')
  })

  it('refuses what the article does not speak of as off-topic', () => {
    expect(ask('What is the best pizza topping?').kind).toBe('off-topic')
  })

  it.each(['hello there', 'thanks!', 'who are you?', 'Добрый день!', 'Спасибо, бот'])(
    'takes "%s" for no question',
    (words) => {
      expect(ask(words).kind).toBe('not-a-question')
    },
  )

  it('marks the words that answer, inside the quote', () => {
    const { answer } = answerer.answer('When did the lamp go dark?')
    if (answer.kind !== 'quoted') throw new Error(answer.kind)
    const [{ emphasis, citation }] = answer.quotes
    expect(emphasis.map((span) => slice(citation.article.text, span))).toEqual(['2016'])
  })

  it('quotes words that stand in the article, none longer than 600 characters, and at most three', () => {
    for (const question of [
      'lamp',
      'ferry',
      'When and why did the lamp go dark?',
      'Which boats carry radar?',
    ]) {
      const answer = ask(question)
      if (answer.kind !== 'quoted') continue
      expect(answer.quotes.length).toBeLessThanOrEqual(3)
      for (const { words } of answer.quotes) {
        expect(ISLAND).toContain(words)
        expect(words.length).toBeLessThanOrEqual(600)
      }
    }
  })

  it('answers the same words the same way', () => {
    expect(ask('When did the lamp go dark?')).toEqual(ask('When did the lamp go dark?'))
  })

  it('knows a score for a line of signs without a word', async () => {
    const text = 'The ferry\n\nA storm damaged the ferry in 2017.\n\n***\n\nEngineers repaired the hull.\n'
    const starred = createAnswerer([await readArticle('ferry.txt', new TextEncoder().encode(text))])
    const scores = starred.answer('What damaged the ferry?').candidates.map(({ score }) => score)
    expect(scores).toHaveLength(3)
    expect(scores.every(Number.isFinite)).toBe(true)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
  })

  it('lists every sentence it considered, best first, with its features by name', () => {
    const { candidates } = answerer.answer('When did the lamp go dark?')
    const scores = candidates.map(({ score }) => score)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(candidates[0]?.features).toHaveProperty('coverage')
  })
})
