import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../src/answering/quote.js'
import { readArticle } from '../../src/article/read-article.js'
import { HARBOUR } from '../articles.js'

const article = await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR))
const spanOf = (words: string) => ({
  start: HARBOUR.indexOf(words),
  end: HARBOUR.indexOf(words) + words.length,
})

describe('quote', () => {
  it('repeats the article character for character', () => {
    expect(quote(article, spanOf('Mara Venn kept it')).words).toBe('Mara Venn kept it')
  })

  it('cites article, section, paragraph and sentences', () => {
    const { citation } = quote(article, spanOf('"We have no money for lamps," Mayor Ola Brandt said.'))
    expect(citation).toMatchObject({
      article: { id: 'harbour' },
      section: { id: '1', heading: 'A keeper and her light' },
      paragraph: 2,
      sentences: [2, 2],
    })
  })

  it('says who speaks in it, and nobody where two do, so that none is held to the words of the other', async () => {
    const words = 'Ola Brandt said that oil is dear. Nils Ek said that salt is cheap.'
    const two = await readArticle('two.txt', new TextEncoder().encode(`Title\n\n${words}\n`))
    const start = two.text.indexOf('Ola')
    const both = { start, end: start + words.length }
    expect(quote(two, { start, end: start + 10 }).attribution).toEqual({
      speaker: 'Ola Brandt',
      reporter: null,
    })
    expect(quote(two, both).attribution).toBeNull()
  })

  it('refuses words that run from one paragraph into the next', () => {
    const span = { start: spanOf('forty years').start, end: spanOf('came to the rock').end }
    expect(() => quote(article, span)).toThrow(RangeError)
  })

  it('quotes any span inside a paragraph as it stands, and refuses any other', () => {
    const offset = fc.integer({ min: 0, max: HARBOUR.length })
    fc.assert(
      fc.property(offset, offset, (start, end) => {
        const inside = article.paragraphs.some(
          ({ span }) => span.start <= start && start < end && end <= span.end,
        )
        if (inside) expect(quote(article, { start, end }).words).toBe(HARBOUR.slice(start, end))
        else expect(() => quote(article, { start, end })).toThrow(RangeError)
      }),
    )
  })
})
