import { describe, expect, it } from 'vitest'
import { withoutChatter } from '../../src/retrieval/chatter.js'

describe('withoutChatter', () => {
  it.each([
    ['ok but WHY did it go dark in the first place lol', 'WHY did it go dark'],
    ['does anyone know who kept the lamp?', 'who kept the lamp?'],
    ['can you tell me when it burned please?', 'when it burned       ?'],
    ['what does HGL stand for?', 'what does HGL          ?'],
  ])('keeps what is asked of "%s"', (typed, asked) => {
    expect(withoutChatter(typed).trim()).toBe(asked)
  })

  it('moves no character, so that places in the question still hold', () => {
    const typed = 'hey, who kept the lamp lol'
    expect(withoutChatter(typed)).toHaveLength(typed.length)
    expect(withoutChatter(typed).indexOf('lamp')).toBe(typed.indexOf('lamp'))
  })

  it('keeps words that are nothing but chatter, for then they are what was asked', () => {
    expect(withoutChatter('lol')).toBe('lol')
  })
})
