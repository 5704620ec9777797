import { describe, expect, it } from 'vitest'
import { LONGEST_QUOTE, quotedSpan } from '../../src/answering/quoted-span.js'
import { type Article, slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import type { Candidate } from '../../src/retrieval/candidate.js'

const read = (paragraph: string): Promise<Article> =>
  readArticle('lamps.txt', new TextEncoder().encode(`Lamps\n\n${paragraph}\n`))

function candidate(article: Article, sentence: number): Candidate {
  const [paragraph] = article.paragraphs
  const span = paragraph?.sentences[sentence - 1]
  if (paragraph === undefined || span === undefined) throw new Error('There is no such sentence.')
  return { article, paragraph, sentence, span, features: {}, score: 0 }
}

describe('quotedSpan', () => {
  it('quotes a sentence that stands for itself alone', async () => {
    const article = await read('Mara Venn kept the lamp. Boats came home.')
    expect(slice(article.text, quotedSpan(candidate(article, 2), undefined, []))).toBe('Boats came home.')
  })

  it('takes the sentence before along when this one opens with a pronoun', async () => {
    const article = await read('Mara Venn came to the rock. She lit the lamp.')
    const quoted = slice(article.text, quotedSpan(candidate(article, 2), undefined, []))
    expect(quoted).toBe('Mara Venn came to the rock. She lit the lamp.')
  })

  it('takes the sentence behind along when it leans on this one and is the runner-up', async () => {
    const article = await read('Mara Venn came to the rock. She lit the lamp.')
    const quoted = slice(article.text, quotedSpan(candidate(article, 1), candidate(article, 2), []))
    expect(quoted).toBe('Mara Venn came to the rock. She lit the lamp.')
  })

  it('cuts a sentence that is too long where a reader pauses', async () => {
    const article = await read(`The ledger lists ${'a barrel of salt, '.repeat(60)}and nothing else.`)
    const quoted = slice(article.text, quotedSpan(candidate(article, 1), undefined, []))
    expect(quoted.length).toBeLessThanOrEqual(LONGEST_QUOTE)
    expect(quoted).toMatch(/salt,$/)
  })

  it('keeps the words that answer when they stand late in a sentence that is too long', async () => {
    const article = await read(`The ledger lists ${'a barrel of salt, '.repeat(60)}and Mara Venn.`)
    const start = article.text.indexOf('Mara Venn')
    const span = quotedSpan(candidate(article, 1), undefined, [{ start, end: start + 9 }])
    expect(slice(article.text, span)).toMatch(/^a barrel.*Mara Venn\.$/)
    expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_QUOTE)
  })
})
