import { describe, expect, it } from 'vitest'
import { askedFor } from '../../src/retrieval/question-kind.js'
import { tokenize } from '../../src/retrieval/tokens.js'

describe('askedFor', () => {
  it.each([
    ['Who kept the lamp?', 'person'],
    ['To whom did the council write?', 'person'],
    ['When did the light go dark?', 'time'],
    ['In what year did Mara come to the rock?', 'time'],
    ['Where did the boats run aground?', 'place'],
    ['Which country lies across the channel?', 'place'],
    ['How many boats ran aground?', 'count'],
    ['How much did the repairs cost?', 'amount'],
    ['How old is the mayor?', 'duration'],
    ['What percentage of boats came home?', 'percent'],
    ['Why did the light go dark?', 'cause'],
    ['What sparked the fire?', 'cause'],
    ["What is Mara Venn's age?", 'amount'],
    ['How did she light the lamp?', 'manner'],
    ['What did the mayor say about money?', 'speech'],
    ['What is a lantern?', 'definition'],
    ['Did anybody die?', 'yes-no'],
    ['mara venn lamp', 'keywords'],
  ])('"%s" asks for a %s', (question, kind) => {
    expect(askedFor(tokenize(question)).kind).toBe(kind)
  })
})
