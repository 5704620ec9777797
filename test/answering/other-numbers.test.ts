import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { readArticle } from '../../src/article/read-article.js'

const UNREST = `Unrest in Kelm

Protests broke out in Kelm on 4 May. At least 26 protesters were killed, the interior ministry said on Friday.

1. Arrests

Police detained more than 3,000 people during the protests. The prosecutor later said that 4,400 people were detained. Of them, 26 protesters were killed. Boat 7 carried 30 barrels of salt for the prisoners, and boat 8 carried 12 barrels of salt.

2. The dead

Doctors counted 225 killed protesters in the hospitals. Repairs of the town hall cost 5 million crowns. The cost of the repairs in Norr was 2 million crowns. In May 2022 a monument was built for 300 officers. About 40 shops were looted.
`

const answerer = createAnswerer([await readArticle('unrest.txt', new TextEncoder().encode(UNREST))])

describe('where a question asks for a number', () => {
  it.each([
    ['How many protesters were killed?', ['26 protesters', '225 killed']],
    ['How many people were detained?', ['3,000', '4,400']],
    ['How much did the repairs cost?', ['5 million', '2 million']],
  ])('the different ones are quoted: %s', (question, numbers) => {
    const { answer } = answerer.answer(question)
    if (answer.kind !== 'quoted') throw new Error(answer.kind)
    expect(answer.numbersDiffer).toBe(true)
    for (const number of numbers) expect(answer.quotes.map(({ words }) => words).join('\n')).toContain(number)
  })

  it.each([
    'How many officers was the monument built for?', // and not the year
    'How many shops were looted?', // nothing else is counted so
    'How many barrels of salt did boat 7 carry?', // the question has a number of its own
    'When did protests break out in Kelm?', // asks for no number
  ])('that is given once, none is put beside it: %s', (question) => {
    const { answer } = answerer.answer(question)
    expect(answer.kind).toBe('quoted')
    expect(answer).not.toHaveProperty('numbersDiffer')
  })
})
