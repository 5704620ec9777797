import { describe, expect, it } from 'vitest'
import { quote } from '../../src/answering/quote.js'
import type { Article } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { sourceAddress } from '../../src/reply/source-link.js'

const articleAt = (url: string, body: string): Promise<Article> =>
  readArticle('a.md', new TextEncoder().encode(`---\ntitle: T\nurl: ${url}\n---\n${body}`))

async function addressOf(url: string, body: string, words = body): Promise<string | undefined> {
  const article = await articleAt(url, body)
  const start = article.text.indexOf(words)
  return sourceAddress(quote(article, { start, end: start + words.length }))?.href
}

describe('the address of a quote at its source', () => {
  it('names the first and last words of the quote, as the specification of text fragments has it', async () => {
    expect(await addressOf('https://example.org/a', 'Mara Venn kept the light of Skerry Rock.')).toBe(
      'https://example.org/a#:~:text=Mara%20Venn%20kept,of%20Skerry%20Rock%2E',
    )
  })

  it('encodes all that a text fragment or Markdown gives a meaning', async () => {
    const address = await addressOf('https://example.org/a', 'Well-known, R&D (so-called) *is* it_self')
    expect(address).toBe(
      'https://example.org/a#:~:text=Well%2Dknown%2C%20R%26D%20%28so%2Dcalled%29,%2Ais%2A%20it%5Fself',
    )
    expect(decodeURIComponent(address?.split('text=')[1] ?? '')).toBe(
      'Well-known, R&D (so-called),*is* it_self',
    )
  })

  it('takes as many words as tell the place from others, and no more than a link has room for', async () => {
    const body = 'The two of them left early. The two of them met again in the harbour of Vell.'
    expect(
      await addressOf('https://example.org/', body, 'The two of them met again.'.slice(0, -1)),
    ).toContain('text=The%20two%20of%20them%20met,again')
    const long = 'Жители столицы Республики Казахстан вышли на улицы города ранним зимним утром.'
    expect((await addressOf('https://example.org/', long))?.length).toBeLessThan(260)
  })

  it('keeps a fragment that the address has, and leaves no bracket in it that could end a link', async () => {
    expect(await addressOf('https://example.org/Unrest_(2022)?q=(a)#part', 'One two three four.')).toBe(
      'https://example.org/Unrest_%282022%29?q=%28a%29#part:~:text=One%20two%20three,four%2E',
    )
  })

  it('is none where the article names no source', async () => {
    const article = await readArticle('a.txt', new TextEncoder().encode('T\n\nOne two.'))
    expect(sourceAddress(quote(article, article.paragraphs[0]?.span ?? { start: 0, end: 0 }))).toBeNull()
  })
})
