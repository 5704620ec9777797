import { describe, expect, it } from 'vitest'
import { readQuestion } from '../../src/retrieval/question.js'
import { repairQuestion } from '../../src/retrieval/repair-question.js'

/** Knows no word. */
const NONE = () => null

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
  repairQuestion(question, { knows: () => false, speller: () => speller, english: NONE, names: [] })
  expect(looked).toEqual(words.slice(0, 8))
})

describe('a word with a capital that the article does not have', () => {
  const repaired = (words: string, meant: string, names: readonly string[] = []) => {
    const question = readQuestion(words)
    if (typeof question === 'string') throw new Error(question)
    const knows = (term: string): boolean => ['visit', 'airport'].includes(term)
    return repairQuestion(question, {
      knows,
      speller: () => ({ repair: () => meant }),
      english: NONE,
      names: [{ has: (word) => names.includes(word) }],
    })
  }

  it('may be a misspelt name', () => {
    expect(repaired('Who will visit Tokaev?', 'tokayev', ['tokayev']).repairs).toEqual([
      { written: 'Tokaev', meant: 'tokayev' },
    ])
  })

  it('is no typing error for an ordinary word', () => {
    expect(repaired('Who will visit Putin?', 'putting').repairs).toEqual([])
    expect(repaired('Who will visit Gorbanov?', 'gardened').repairs).toEqual([])
  })

  it('is one where it is long and one letter away, since titles are written so', () => {
    expect(repaired('Where is Airport Terminawl?', 'terminal').repairs).toEqual([
      { written: 'Terminawl', meant: 'terminal' },
    ])
  })

  it('is not searched for where it is a function word', () => {
    const { question } = repaired('Who will visit it Durinug?', 'during')
    expect(question.terms).toEqual(['visit'])
  })
})

it('reads what was mended anew: "stand for" is searched for no more when it was mended than when it was written so', () => {
  const question = readQuestion('What does CSTO stnad for?')
  if (typeof question === 'string') throw new Error(question)
  const speller = { repair: () => 'stand' }
  const mended = repairQuestion(question, {
    knows: (term) => term === 'csto',
    speller: () => speller,
    english: NONE,
    names: [],
  })
  expect(mended.question.terms).toEqual(['csto'])
  expect(mended.repairs).toEqual([{ written: 'stnad', meant: 'stand' }])
})

it('mends to English words where a capital proves no name: in front, and where all are capitals', () => {
  const searched = (words: string): readonly string[] => {
    const question = readQuestion(words)
    if (typeof question === 'string') throw new Error(question)
    const knows = (term: string): boolean => term !== 'pewalti'
    const ground = { knows, speller: () => ({ repair: NONE }), english: () => 'penalty', names: [] }
    return repairQuestion(question, ground).question.terms
  }
  expect(searched('Pewalty for protesters?')).toEqual(['penalti', 'protest'])
  expect(searched('WHAT PEWALTY FOR PROTESTERS')).toEqual(['penalti', 'protest'])
  expect(searched('What did Pewalty say of protesters?')).toContain('pewalti')
})

it('mends the last word of the longest question, though what was meant is longer', () => {
  const question = readQuestion(`${'a '.repeat(496)}goverzn`)
  if (typeof question === 'string') throw new Error(question)
  const ground = {
    knows: () => false,
    speller: () => ({ repair: NONE }),
    english: () => 'government',
    names: [],
  }
  expect(question.text.length).toBe(999)
  expect(repairQuestion(question, ground).question.terms).toEqual(['govern'])
})

it('leaves a question alone of which nothing to search for would be left', () => {
  const question = readQuestion('Who is durinug?')
  if (typeof question === 'string') throw new Error(question)
  const speller = { repair: () => 'during' }
  expect(
    repairQuestion(question, { knows: () => false, speller: () => speller, english: NONE, names: [] }),
  ).toEqual({
    question,
    repairs: [],
  })
})
