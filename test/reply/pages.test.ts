import { describe, expect, it } from 'vitest'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { showQuotes } from '../../src/reply/pages.js'
import type { Block, Layout } from '../../src/reply/reply.js'
import { ENGLISH } from '../../src/reply/wording/wording.js'
import { HARBOUR } from '../articles.js'

const article = await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR))
const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
const lengthOf = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (block.kind === 'quote' ? block.quote.words.length : 0), 0)
const holds = (most: number): Layout => ({ fits: (blocks) => lengthOf(blocks) <= most })
const paged = {
  title: 'Sentences',
  passages: sentences.map((span) => ({ article, span })),
  command: 'who',
  values: ['a', 'b'],
}

describe('showQuotes', () => {
  it('shows passages that fit on one page, in order, without buttons', () => {
    const { blocks, actions } = showQuotes(paged, 1, holds(2000), ENGLISH)
    expect(blocks[0]).toEqual({ kind: 'title', text: 'Sentences' })
    expect(blocks.flatMap((block) => (block.kind === 'quote' ? [block.quote.words] : []))).toEqual(
      sentences.map((span) => slice(HARBOUR, span)),
    )
    expect(actions).toEqual([])
  })

  it('hands its buttons what the command needs and the page they turn to', () => {
    expect(
      showQuotes(paged, 2, holds(150), ENGLISH).actions.map(({ command, values }) => [command, values]),
    ).toEqual([
      ['who', ['a', 'b', '1']],
      ['who', ['a', 'b', '3']],
    ])
  })

  it('quotes in parts what no page holds, and loses no word', () => {
    const words: string[] = []
    for (let page = 1; ; page++) {
      const { blocks, actions } = showQuotes(paged, page, holds(40), ENGLISH)
      words.push(...blocks.flatMap((block) => (block.kind === 'quote' ? block.quote.words.split(/\s+/) : [])))
      if (actions.length < 2 && page > 1) break
    }
    expect(words).toEqual(sentences.flatMap((span) => slice(HARBOUR, span).split(/\s+/)))
  })
})
