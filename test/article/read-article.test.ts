import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Article, slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { HARBOUR } from '../articles.js'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (file: string, text: string): Promise<Article> => readArticle(file, bytes(text))

describe('readArticle', () => {
  it('reads plain text: title, lead, numbered sections, paragraphs between blank lines', async () => {
    const article = await read('harbour.adv.txt', HARBOUR)
    expect(article).toMatchObject({
      id: 'harbour.adv',
      title: 'The light on Skerry Rock',
      language: 'en',
      text: HARBOUR,
    })
    expect(article.sections.map(({ id, heading, paragraphs }) => [id, heading, paragraphs.length])).toEqual([
      ['lead', null, 1],
      ['1', 'A keeper and her light', 2],
      ['2', 'What the harbour lost', 1],
    ])
    expect(article.paragraphs.map(({ index, section, number }) => [index, section, number])).toEqual([
      [0, 'lead', 1],
      [1, '1', 1],
      [2, '1', 2],
      [3, '2', 1],
    ])
  })

  it('reads the shipped article as it stands, its repeated title dropped', async () => {
    const file = readFileSync('corpus/kazakhstan-2022.txt')
    const article = await readArticle('kazakhstan-2022.txt', file)
    expect(article.text).toBe(file.toString('utf8'))
    expect(article.sections.map(({ id, paragraphs }) => [id, paragraphs.length])).toEqual([
      ['lead', 3],
      ['1', 4],
      ['2', 8],
      ['3', 6],
    ])
    expect(slice(article.text, article.paragraphs[0]?.span ?? { start: 0, end: 0 })).toMatch(
      /^China is backing/,
    )
  })

  it('takes only a rising number alone on its line for a heading', async () => {
    const text =
      'Title\n\n1. First\n\nText one.\n\n1. Buy milk again\n\n12 people were hurt\n\n2.1 Too early\n\n2. Second\n\n2.1 Nested\n\nText.\n\n3. It ends as a sentence does.\n'
    const { sections } = await read('a.txt', text)
    expect(sections.map(({ id }) => id)).toEqual(['1', '2', '2.1'])
    expect(sections[0]?.paragraphs.map(({ span }) => slice(text, span))).toEqual([
      'Text one.',
      '1. Buy milk again',
      '12 people were hurt',
      '2.1 Too early',
    ])
  })

  it('reads Markdown: front matter, nested headings, paragraphs and list items, marks kept', async () => {
    const text =
      '---\ntitle: "The rock: a history"\npublisher: Harbour Gazette\nurl: https://example.org/rock\npublished: 2022-01-11\nlanguage: en\n---\n\n# Ignored, the title is above\n\nThe **light** is dark.\n\n## A keeper\n\n- Mara Venn\n- Tom Venn, her\n  brother\n\n### Her house\n\nA house.\n\n## The end\n\nIt ended.\n'
    const article = await read('rock.md', text)
    expect(article).toMatchObject({
      title: 'The rock: a history',
      source: { publisher: 'Harbour Gazette', url: 'https://example.org/rock', published: '2022-01-11' },
    })
    expect(article.sections.map(({ id, heading }) => [id, heading])).toEqual([
      ['lead', null],
      ['1', 'A keeper'],
      ['1.1', 'Her house'],
      ['2', 'The end'],
    ])
    expect(article.paragraphs.map(({ span }) => slice(article.text, span))).toEqual([
      'The **light** is dark.',
      'Mara Venn',
      'Tom Venn, her\n  brother',
      'A house.',
      'It ended.',
    ])
    expect(text).toContain(article.text)
  })

  it('drops nothing of a Markdown article but comments', async () => {
    const text =
      'Rule above.\n\n```\ncode 1\n```\n\n<div>HTML 2</div>\n\n<!-- comment -->\n\n> quoted 3\n\n| a | b |\n'
    const article = await read('a.md', `---\n\n${text}`)
    expect(article.title).toBe('a')
    expect(article.paragraphs.map(({ span }) => slice(article.text, span))).toEqual([
      'Rule above.',
      '```\ncode 1\n```',
      '<div>HTML 2</div>',
      'quoted 3',
      '| a | b |',
    ])
  })

  it('takes text as NFC with LF, without a byte order mark', async () => {
    const article = await read('a.txt', '\uFEFFCafe\u0301\r\n\r\nOne.\r\rTwo.')
    expect(article.title).toBe('Café')
    expect(article.paragraphs).toHaveLength(2)
  })

  it('gives the same edition for the same text, and another for any change', async () => {
    const [one, same, other] = await Promise.all([
      read('a.txt', HARBOUR),
      read('b.txt', HARBOUR),
      read('a.txt', `${HARBOUR} `),
    ])
    expect(one.edition).toBe(same.edition)
    expect(one.edition).not.toBe(other.edition)
  })

  it.each([
    ['no bytes', 'a.txt', new Uint8Array(), /^a\.txt: It is empty\. /],
    [
      'no UTF-8',
      'a.txt',
      new Uint8Array([0x41, 0x0a, 0xff, 0xfe]),
      /^a\.txt:2: It is no UTF-8 text\. Save it as UTF-8\.$/,
    ],
    ['a zero byte', 'a.txt', bytes('T\n\n\0'), /^a\.txt:3: It is binary\. /],
    ['no paragraph', 'a.txt', bytes('Only a title\n'), /holds no paragraph/],
    ['a title of a page', 'a.txt', bytes(`${'long '.repeat(100)}\n\nText.`), /title.*300/],
    [
      'a text without blank lines',
      'a.txt',
      bytes(`T\n\n${'One line of it.\n'.repeat(5000)}`),
      /^a\.txt:3: A paragraph is longer/,
    ],
    [
      'a list for front matter',
      'a.md',
      bytes('---\n- a\n---\nText'),
      /^a\.md:2: The front matter names nothing/,
    ],
    [
      'an open front matter',
      'a.md',
      bytes('---\ntitle: a\n\nText'),
      /^a\.md:1: The front matter is never closed/,
    ],
    ['no YAML', 'a.md', bytes('---\ntitle: [a\n---\nText'), /^a\.md:3: The front matter is no YAML/],
    [
      'a wrong date',
      'a.md',
      bytes('---\ntitle: a\npublished: 2022-13-01\n---\nText'),
      /^a\.md:3: "published"/,
    ],
    ['a wrong address', 'a.md', bytes('---\nurl: javascript:alert(1)\n---\nText'), /^a\.md:2: "url"/],
    ['code for front matter', 'a.md', bytes('---js\n{ title: process.exit() }\n---\nText'), null],
    [
      'an alias bomb',
      'a.md',
      bytes(
        `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c]\n---\nText`,
      ),
      /front matter/,
    ],
  ])('says what is wrong, where, and how to mend it: %s', async (_what, file, content, message) => {
    if (message === null) expect((await readArticle(file, content)).title).not.toContain('process')
    else await expect(readArticle(file, content)).rejects.toThrow(message)
  })

  it('points into the text it was given, whatever the file holds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({
          unit: fc.constantFrom('a', 'B.', ' ', '\n', '\n\n', '# ', '1. ', '- ', '"', 'é', '😀'),
          maxLength: 80,
        }),
        fc.constantFrom('a.md', 'a.txt'),
        async (text, file) => {
          let article: Article
          try {
            article = await read(file, text)
          } catch (error) {
            expect(String(error)).toMatch(/ArticleFault/)
            return
          }
          for (const paragraph of article.paragraphs) {
            for (const sentence of paragraph.sentences) {
              expect(sentence.start).toBeGreaterThanOrEqual(paragraph.span.start)
              expect(sentence.end).toBeLessThanOrEqual(paragraph.span.end)
              expect(text.normalize('NFC')).toContain(slice(article.text, sentence))
            }
          }
        },
      ),
    )
  })
})
