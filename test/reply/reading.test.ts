import { describe, expect, it } from 'vitest'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { listSections, readSection } from '../../src/reply/reading.js'
import type { Block, Layout } from '../../src/reply/reply.js'
import { ENGLISH } from '../../src/reply/wording/wording.js'
import { HARBOUR } from '../articles.js'

const article = await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR))
const [, keeper = { id: '', heading: null, paragraphs: [] }] = article.sections
const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'quote' ? block.quote.words.length : 0), 0)
const holds = (most: number): Layout => ({ fits: (blocks) => lengthOf(blocks) <= most })

function everyPage(layout: Layout): string[][] {
  const pages: string[][] = []
  for (let page = 1; ; page++) {
    const { blocks, actions } = readSection(article, keeper, page, layout, ENGLISH)
    pages.push(blocks.flatMap((block) => (block.kind === 'quote' ? [block.quote.words] : [])))
    if (!actions.some(({ label }) => label === 'Next page')) return pages
  }
}

describe('readSection', () => {
  it('shows a section that fits on one page, by whole paragraphs, without buttons', () => {
    expect(everyPage(holds(2000))).toEqual([keeper.paragraphs.map(({ span }) => slice(HARBOUR, span))])
  })

  it('parts a paragraph at sentence ends where no page holds it', () => {
    const [first] = everyPage(holds(120))
    expect(first).toEqual([
      'Mara Venn came to the rock in 1979. She lit the lamp with 12 litres of oil a night, and walked 1,204 steps to do so.',
    ])
    expect(everyPage(holds(90))[0]).toEqual(['Mara Venn came to the rock in 1979.'])
  })

  it.each([200, 90, 40, 10, 3])('shows every word in order on pages of %i characters', (most) => {
    const shown = everyPage(holds(most)).flat().join('').replace(/\s/g, '')
    const all = keeper.paragraphs
      .map(({ span }) => slice(HARBOUR, span))
      .join('')
      .replace(/\s/g, '')
    expect(shown).toBe(all)
  })

  it('shows the last page for one past it', () => {
    const { blocks } = readSection(article, keeper, 99, holds(90), ENGLISH)
    expect(blocks.at(-1)).toMatchObject({ kind: 'note', text: expect.stringMatching(/^Page (\d+) of \1$/) })
  })
})

describe('listSections', () => {
  it('names each section and how long it is', () => {
    expect(listSections([article], ENGLISH).blocks).toEqual([
      { kind: 'title', text: 'The light on Skerry Rock' },
      {
        kind: 'list',
        items: [
          'Introduction (1 paragraph)',
          '1. A keeper and her light (2 paragraphs)',
          '2. What the harbour lost (1 paragraph)',
        ],
      },
    ])
  })
})
