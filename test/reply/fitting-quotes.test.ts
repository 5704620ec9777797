import { describe, expect, it } from 'vitest'
import { readArticle } from '../../src/article/read-article.js'
import { fittingQuotes } from '../../src/reply/fitting-quotes.js'
import type { Block } from '../../src/reply/reply.js'

const wordsIn = (blocks: readonly Block[]): string[] =>
  blocks.map((block) => (block.kind === 'quote' ? block.quote.words : ''))

/** A page that holds so many characters of quotes, and counts how often it was tried. */
function pageOf(most: number) {
  const page = {
    tries: 0,
    fits(blocks: readonly Block[]): boolean {
      page.tries++
      return wordsIn(blocks).join('').length <= most
    },
  }
  return page
}

async function parts(
  text: string,
  most: number,
): Promise<{ readonly quoted: string[]; readonly tries: number }> {
  const article = await readArticle('harbour.txt', new TextEncoder().encode(`The harbour\n\n${text}\n`))
  const page = pageOf(most)
  const span = article.paragraphs[0]?.span ?? { start: 0, end: 0 }
  return { quoted: wordsIn(fittingQuotes({ article, span }, 'fully', page.fits)), tries: page.tries }
}

describe('fittingQuotes', () => {
  it('parts a passage by sentences, as many together as fit', async () => {
    const { quoted } = await parts('One ship came. Two ships left. Three ships sank. Four ships burnt.', 35)
    expect(quoted).toEqual(['One ship came. Two ships left.', 'Three ships sank. Four ships burnt.'])
  })

  it('parts a sentence that does not fit by words, and a word by characters', async () => {
    const { quoted } = await parts('The keeper of the harbour said abcdefghijklmnopqrstuvwxyz twice.', 10)
    expect(quoted).toEqual([
      'The keeper',
      'of the',
      'harbour',
      'said',
      'abcdefghij',
      'klmnopqrst',
      'uvwxyz',
      'twice.',
    ])
  })

  it.each([
    ['words', 'harbour '.repeat(6000).trim()],
    ['characters', 'harbour'.repeat(7000)],
  ])(
    'parts a sentence of fifty thousand characters by %s in few tries, since each renders a page',
    async (_by, text) => {
      const { quoted, tries } = await parts(text, 2000)
      expect(quoted.every((words) => words.length <= 2000)).toBe(true)
      expect(quoted.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      expect(quoted.length).toBeLessThan(30)
      expect(tries).toBeLessThan(30 * 25)
    },
  )
})
