import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Altered,
  createQuotationCheck,
  type Exact,
  MAX_QUOTATION_LENGTH,
} from '../../src/answering/check-quotation.js'
import { readArticle } from '../../src/article/read-article.js'
import { HARBOUR, LONG } from '../articles.js'

const articles = await Promise.all(
  [
    ['harbour.txt', HARBOUR],
    ['ledger.txt', LONG],
  ].map(([file = '', text]) => readArticle(file, new TextEncoder().encode(text))),
)
const check = createQuotationCheck(articles)
const OIL = 'She lit the lamp with 12 litres of oil a night, and walked 1,204 steps to do so.'

function expectExact(words: string): Exact['quotes'] {
  const verdict = check(words)
  if (verdict.kind !== 'exact') throw new Error(`"${words}" is ${verdict.kind}.`)
  return verdict.quotes
}

function altered(words: string): Altered {
  const verdict = check(words)
  if (verdict.kind !== 'altered') throw new Error(`"${words}" is ${verdict.kind}.`)
  return verdict
}

const changesOf = (words: string): (string | undefined)[][] =>
  altered(words).changes.map(({ written, stands }) => [written ?? undefined, stands?.words])

describe('a quotation', () => {
  it('is exact where it stands so, and shown in the sentence it stands in, set off where it is a part of it', () => {
    expect(check(OIL)).toMatchObject({
      kind: 'exact',
      times: 1,
      ignored: [],
      quotes: [{ words: OIL, emphasis: [] }],
    })
    const part = check('12 litres of oil')
    expect(part).toMatchObject({ kind: 'exact', quotes: [{ words: OIL }] })
    const [emphasis] = part.kind === 'exact' ? part.quotes[0].emphasis : []
    expect(HARBOUR.slice(emphasis?.start, emphasis?.end)).toBe('12 litres of oil')
  })

  it('is exact over several paragraphs, with a quote of each', () => {
    const verdict = check(
      'Ship 1 carried 2 barrels of salt to the harbour of Vell. Its master paid the toll.\nShip 2 carried',
    )
    expect(verdict).toMatchObject({
      kind: 'exact',
      quotes: [
        { words: expect.stringMatching(/^Ship 1 .*toll\.$/) },
        { words: expect.stringMatching(/^Ship 2 .*Vell\.$/) },
      ],
    })
  })

  it.each([
    ['quotation-marks', '“We have no money for lamps,” Mayor Ola Brandt said', 0],
    ['case', 'SHE LIT THE LAMP WITH 12 LITRES', 0],
    ['spaces', 'She lit  the lamp\u00A0with 12 litres', 0],
  ])('is exact where only %s differ, and that is named', (ignored, words) => {
    expect(check(words)).toMatchObject({ kind: 'exact', ignored: [ignored] })
  })

  it('is exact where other dashes stand, and that is named', async () => {
    const dashed = await readArticle(
      'd.txt',
      new TextEncoder().encode('T\n\nThe well-known light – dark since March – was lit.'),
    )
    const checkDashes = createQuotationCheck([dashed])
    expect(checkDashes('light — dark since March -- was lit')).toMatchObject({
      kind: 'exact',
      ignored: ['dashes'],
    })
    expect(checkDashes('The well‑known light')).toMatchObject({ kind: 'exact', ignored: ['dashes'] })
  })

  it('is not exact where a word is cut', () => {
    expect(check('litres of oil a nigh').kind).toBe('altered')
  })

  it('tells how often it stands in the articles', () => {
    expect(check('Its master paid the toll.')).toMatchObject({ kind: 'exact', times: 60 })
  })

  it('is altered where a word is another, is left out or put in, and each is told with what stands there', () => {
    expect(
      changesOf('She lit the lamp with 21 litres of oil a night, and walked 1,204 steps to do so.'),
    ).toEqual([['21', '12']])
    expect(changesOf('She lit the lamp with litres of oil a night')).toEqual([[undefined, '12']])
    expect(changesOf('She never lit the lamp with 12 litres of oil a night')).toEqual([['never', undefined]])
    expect(changesOf('He lit the lamp with 12 litres of beer a night')).toEqual([
      ['He', 'She'],
      ['beer', 'oil'],
    ])
  })

  it('is altered where a mark differs that is more than typography', () => {
    expect(changesOf('She lit the lamp with 12 litres of oil a night and walked 1,204 steps')).toEqual([
      [undefined, ','],
    ])
    expect(changesOf('Mara Venn kept it for forty years?')).toEqual([['?', '.']])
  })

  it('is altered where it joins what stands apart', () => {
    const { quotes, changes } = altered('Mara Venn came to the rock in 1979 and walked 1,204 steps to do so.')
    expect(quotes[0].words).toContain('She lit the lamp')
    expect(changes.map(({ stands }) => stands?.words).join(' ')).toContain('12 litres of oil')
  })

  it('is in no article where too little of it is', () => {
    expect(check('Mara Venn was paid 12 coins a night by the fishermen of another harbour').kind).toBe(
      'absent',
    )
    expect(check('France won the World Cup in 2018').kind).toBe('absent')
    expect(check('lighthouse').kind).toBe('absent')
  })

  it('is exact whatever run of words of a paragraph it is', () => {
    const runs = articles.flatMap(({ text, paragraphs }) =>
      paragraphs.map(({ span }) =>
        [...text.slice(span.start, span.end).matchAll(/\S+/g)].map(([word]) => word),
      ),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...runs),
        fc.nat(40),
        fc.integer({ min: 1, max: 40 }),
        (words, from, length) => {
          const run = words.slice(from % words.length, (from % words.length) + length).join(' ')
          const [quoted] = expectExact(run)
          expect(quoted.words).toContain(run.replace(/^["“]+|["”]+$/g, ''))
        },
      ),
    )
  })

  it('is searched for in the articles allowed only', () => {
    expect(check(OIL, new Set(['ledger'])).kind).toBe('absent')
    expect(check(OIL, new Set()).kind).toBe('no-articles')
  })

  it('is none where it has no word or too many', () => {
    expect(check(' “…” ').kind).toBe('no-words')
    expect(check('a'.repeat(MAX_QUOTATION_LENGTH + 1)).kind).toBe('too-long')
  })

  it('is checked in a moment even where it is long and made to take long', () => {
    const words = LONG.split(/\s+/)
    for (const hostile of ['its master paid the toll ', 'of the ', words.toReversed().join(' '), 'ship '])
      expect(['absent', 'altered', 'exact']).toContain(
        check(hostile.repeat(3000).slice(0, MAX_QUOTATION_LENGTH)).kind,
      )
  })
})
