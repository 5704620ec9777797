import { describe, expect, it } from 'vitest'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { timelineOf } from '../../src/mentions/timeline.js'

/** The words that state dates in an article, the earliest statement first. */
async function datesIn(body: string, matter = '') {
  const bytes = new TextEncoder().encode(`---\ntitle: Title\n${matter}---\n\n${body}\n`)
  const article = await readArticle('words.md', bytes)
  return timelineOf(article).map(({ dates }) => dates.map((date) => slice(article.text, date)))
}

describe('timelineOf', () => {
  it.each([
    ['The lamp went out on March 3, 2019.', 'March 3, 2019'],
    ['The lamp went out on 3 March 2019.', '3 March 2019'],
    ['The lamp went out in March 2019.', 'March 2019'],
    ['In 1979 she came.', '1979'],
    ['She kept it from 1979 until 2019.', 'from 1979 until 2019'],
    ['It ran on 14–15 May 1945.', '14–15 May 1945'],
    ['It burnt in the late 1990s.', '1990s'],
    ['It was built in 44 BC.', '44 BC'],
    ['It was built in the 5th century BC.', '5th century BC'],
  ])('reads the date in "%s"', async (words, date) => {
    expect(await datesIn(words)).toEqual([[date]])
  })

  it.each([
    'They paid for 2000 people, and walked 1,204 steps.',
    'She may march in the lamp room.',
    'The Sunday Times came last week.',
    'It cost $1999 in all.',
    'The 2010 lamp is new.',
  ])('reads no date in "%s"', async (words) => {
    expect(await datesIn(words)).toEqual([])
  })

  it('puts the earliest first, of whatever exactness', async () => {
    expect(
      await datesIn(
        'It closed in late 2019. It opened on March 3, 2019. They dug in the 1890s. A fort stood there in 44 BC, and one before that in the 3rd century BC.',
      ),
    ).toEqual([['44 BC', '3rd century BC'], ['1890s'], ['March 3, 2019'], ['2019']])
  })

  it('takes the year of a day from the date before it, where time goes on', async () => {
    expect(
      await datesIn('It began on March 3, 2019. On March 5, boats came. It ended on January 2.'),
    ).toEqual([['March 3, 2019'], ['March 5']])
  })

  it('counts "last week" from the day of publication, and leaves it out without one', async () => {
    const words = 'On Monday boats came. They left last week.\n\nIt began on January 2.'
    expect(await datesIn(words)).toEqual([])
    expect(await datesIn(words, 'published: 2022-01-13\n')).toEqual([
      ['January 2'],
      ['last week'],
      ['On Monday'],
    ])
  })

  it('reads no dates in a language it does not know', async () => {
    expect(await datesIn('Es begann im April 2019.', 'language: de\n')).toEqual([])
  })
})
