import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { readArticle } from '../../src/article/read-article.js'
import { createEnglishSpeller } from '../../src/retrieval/english-speller.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { termOf } from '../../src/retrieval/tokens.js'

const vectors = LEARNED.vectors()
const speller = createEnglishSpeller({ ...LEARNED, means: (term) => vectors.find(term) !== -1 })
const repair = (word: string, alike = ''): string | null =>
  speller.repair(word, (term) => (term === termOf(alike) ? 1 : 0))

describe('a word that no article has', () => {
  it('is mended where one error away is a word that is plainly likelier than any other', () => {
    const meant = {
      governmen: 'government',
      machinr: 'machine',
      pewalty: 'penalty',
      hrut: 'hurt',
      ovverseas: 'overseas',
      taupht: 'taught',
      hallf: 'half',
      happend: 'happened',
      peple: 'people',
      comparision: 'comparison',
      atlks: 'talks',
    }
    for (const [written, word] of Object.entries(meant)) expect(repair(written)).toBe(word)
  })

  it('is left alone where it is a name, or too short to tell', () => {
    for (const word of [
      'merkel',
      'putin',
      'covid',
      'biden',
      'tiktok',
      'tarek',
      'nadja',
      '2019',
      'х'.repeat(6),
    ])
      expect(repair(word)).toBeNull()
  })

  it('is what the articles speak of where several words are as near, and left alone where they speak of none', () => {
    expect(repair('strxke')).toBeNull()
    expect(repair('strxke', 'strike')).toBe('strike')
    expect(repair('strxke', 'stroke')).toBe('stroke')
  })
})

it('finds what an article says in other words though they are misspelt, and says what it searched for', async () => {
  const text =
    'The verdict\n\nThe court met on Monday.\n\nHe must pay a fine of 300 euros.\n\nThe hall was full.\n'
  const article = await readArticle('verdict.txt', new TextEncoder().encode(text))
  const { answer, candidates } = createAnswerer([article]).answer('How high is the pewalty?')
  expect('repairs' in answer && answer.repairs).toEqual([{ written: 'pewalty', meant: 'penalty' }])
  const [best] = candidates
  expect(text.slice(best?.span.start).trim()).toMatch(/^He must pay a fine/)
})

it('takes no name for a word, since a name that no article has must be missed', async () => {
  const text = 'The mill\n\nThe engine was sold.\n\nNobody said why.\n'
  const article = await readArticle('mill.txt', new TextEncoder().encode(text))
  const { answer } = createAnswerer([article]).answer('Was the engine sold to Manchin?')
  expect('repairs' in answer && answer.repairs).toEqual([])
})

it('takes "portest" for no comparative, and "wider" for a word', async () => {
  const text = 'The square\n\nThe protest ended at noon.\n\nThe rider went home.\n'
  const article = await readArticle('square.txt', new TextEncoder().encode(text))
  const repairsOf = (words: string) => {
    const { answer } = createAnswerer([article]).answer(words)
    return 'repairs' in answer ? answer.repairs : null
  }
  expect(repairsOf('When did the portest end?')).toEqual([{ written: 'portest', meant: 'protest' }])
  expect(repairsOf('Is the square wider now?')).toEqual([])
})
