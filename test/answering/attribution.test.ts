import { describe, expect, it } from 'vitest'
import { attributionOf } from '../../src/answering/attribution.js'

describe('attributionOf', () => {
  it.each([
    [
      'According to the Harbour Gazette, Ola Brandt said that it could not pay.',
      'Ola Brandt',
      'the Harbour Gazette',
    ],
    ['Mayor Ola Brandt also cited the storm as the cause.', 'Mayor Ola Brandt', null],
    ['Jin Park, a researcher of lamps at Vell said "oil is dear."', 'Jin Park', null],
    ['They trust the Mayor of Vell, who said that the lamp would burn.', 'the Mayor of Vell', null],
    ['"We have no money for lamps," said Ola Brandt.', 'Ola Brandt', null],
  ])('hears who speaks in "%s"', (words, speaker, reporter) => {
    expect(attributionOf(words)).toEqual({ speaker, reporter })
  })

  it.each([
    'Three boats ran aground in the first winter.',
    'The islands are the former states of the league.',
  ])('hears nobody in "%s"', (words) => {
    expect(attributionOf(words)).toBeNull()
  })
})
