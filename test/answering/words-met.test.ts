import { expect, it } from 'vitest'
import { wordsMet } from '../../src/answering/words-met.js'

const PASSAGE = 'The Collective Security Treaty Organization (CSTO) sent troops to the terminal.'

it('compares the words as they were meant', () => {
  expect(
    wordsMet('Who went to the Terminawl?', [{ written: 'Terminawl', meant: 'terminal' }], PASSAGE),
  ).toEqual({
    same: ['Terminal'],
    akin: [],
    missing: ['went'],
  })
})

it('misses no chatter, also where it was mended to be some', () => {
  const { same, missing } = wordsMet(
    'What does CSTO stnad for?',
    [{ written: 'stnad', meant: 'stand' }],
    PASSAGE,
  )
  expect({ same, missing }).toEqual({ same: ['CSTO'], missing: [] })
})
