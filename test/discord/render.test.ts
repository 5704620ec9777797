import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../src/answering/quote.js'
import type { Article } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { renderMessage } from '../../src/discord/render.js'
import type { Block } from '../../src/reply/reply.js'
import { ENGLISH } from '../../src/reply/wording/wording.js'
import { HARBOUR } from '../articles.js'
import { quotationsBySecondReader } from '../second-reader.js'

const article = await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR))
const OWNER = '123456789012345678'
const whole = (number: number): Block => ({
  kind: 'quote',
  quote: quote(article, article.paragraphs[number]?.span ?? { start: 0, end: 0 }),
  cited: 'fully',
})

const articleWithSource = (body: string): Promise<Article> =>
  readArticle('a.md', new TextEncoder().encode(`---\ntitle: T\nurl: https://example.org/a\n---\n${body}`))

const wholeOf = (linked: Article): Block => ({
  kind: 'quote',
  quote: quote(linked, linked.paragraphs[0]?.span ?? { start: 0, end: 0 }),
  cited: 'fully',
})

describe('renderMessage', () => {
  it('shows the quotation first, then who speaks, then where it stands, in small print', () => {
    const [, span = { start: 0, end: 0 }] = article.paragraphs[2]?.sentences ?? []
    const said: Block = { kind: 'quote', quote: quote(article, span), cited: 'fully' }
    expect(renderMessage({ blocks: [said], actions: [] }, OWNER, ENGLISH).content).toBe(
      [
        '> "We have no money for lamps," Mayor Ola Brandt said.',
        '-# Speaking: Mayor Ola Brandt',
        '-# The light on Skerry Rock — section 1, “A keeper and her light”, paragraph 2',
      ].join('\n'),
    )
  })

  it('links to the sentence at its source, with the place it leads to beside our own words', async () => {
    const linked = await articleWithSource('One two three four.')
    const { content } = renderMessage({ blocks: [wholeOf(linked)], actions: [] }, OWNER, ENGLISH)
    expect(content).toContain(
      'paragraph 1 · [open the source](<https://example.org/a#:~:text=One%20two%20three,four%2E>) (example.org)',
    )
  })

  it('leaves links out before it leaves quotes out', async () => {
    const linked = await articleWithSource(
      `${'Much was said and little was done in the harbour. '.repeat(10)}`,
    )
    const blocks = [1, 2, 3].map(() => wholeOf(linked))
    const { content } = renderMessage({ blocks, actions: [] }, OWNER, ENGLISH)
    expect(content.match(/^> /gm)).toHaveLength(3)
    expect(content).not.toContain('open the source')
  })

  it('sets in bold the words that answer, and nothing else', () => {
    const [span = { start: 0, end: 0 }] = article.paragraphs[0]?.sentences ?? []
    const date = { start: HARBOUR.indexOf('March 3, 2019'), end: HARBOUR.indexOf('March 3, 2019') + 13 }
    const { content } = renderMessage(
      { blocks: [{ kind: 'quote', quote: quote(article, span, [date]), cited: 'fully' }], actions: [] },
      OWNER,
      ENGLISH,
    )
    expect(content).toContain(
      '> The light on Skerry Rock has been dark since the storm of **March 3, 2019**.',
    )
  })

  it('shows any text with any part of it emphasised as its own characters', async () => {
    const marks = fc.constantFrom(
      ...'\\`*_~|<>[]()@#:/.-+! ',
      '\n',
      '1',
      'a',
      'B',
      '🔥',
      '<@123456789012345678>',
      '@everyone',
      'https://example.org/a_b',
      '¯\\_(ツ)_/¯',
      '\u202Eא',
      '```',
      '. ',
      '**',
      '# ',
      '\uE0B0',
      '- ',
      '> ',
    )
    const text = fc.string({ unit: marks, minLength: 1, maxLength: 40 })
    await fc.assert(
      fc.asyncProperty(text, fc.nat(40), fc.nat(40), async (words, from, length) => {
        const hostile = await readArticle('a.txt', new TextEncoder().encode(`T\n\na ${words} z`))
        for (const { span } of hostile.paragraphs) {
          const emphasis = [{ start: span.start + from, end: span.start + from + length }]
          const block: Block = { kind: 'quote', quote: quote(hostile, span, emphasis), cited: 'fully' }
          const { content } = renderMessage({ blocks: [block], actions: [] }, OWNER, ENGLISH)
          expect(quotationsBySecondReader(content)).toEqual([block.quote.words])
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is read back by a reader that sees what would format, link or mention', () => {
    for (const words of [
      '*a*',
      '_a_',
      '<@123456789012345678>',
      '@everyone',
      '`a`',
      '||a||',
      '[a](https://b.c)',
    ])
      expect(quotationsBySecondReader(`> ${words} b`)).toEqual([null])
  })

  it('pings nobody and embeds nothing', () => {
    expect(renderMessage({ blocks: [whole(0)], actions: [] }, OWNER, ENGLISH)).toMatchObject({
      flags: 4,
      allowedMentions: { parse: [], repliedUser: false },
    })
  })

  it('refuses to show what is not a slice of the article', () => {
    const [block] = [whole(0)]
    if (block.kind !== 'quote') throw new Error('A quote.')
    const forged: Block = {
      ...block,
      quote: { ...block.quote, words: `${block.quote.words} Or so they say.` },
    }
    expect(() => renderMessage({ blocks: [forged], actions: [] }, OWNER, ENGLISH)).toThrow(
      'as it stands in its article',
    )
  })

  it('keeps to 2,000 characters by leaving out whole blocks from the end', () => {
    const blocks = Array.from({ length: 40 }, () => whole(0))
    const { content } = renderMessage({ blocks, actions: [] }, OWNER, ENGLISH)
    expect(content.length).toBeLessThanOrEqual(2000)
    expect(content).toMatch(
      /Introduction, paragraph 1\n-# … and \d+ more that this message has no room for\.$/,
    )
  })

  it("gives every button a custom_id of its own, within Discord's 100 characters", () => {
    const actions = [1, 2].map((page) => ({
      label: 'Turn',
      command: 'read',
      values: [article.edition, '10.12', String(page)],
    }))
    const [row] = renderMessage({ blocks: [whole(0)], actions }, OWNER, ENGLISH).components
    const ids = row?.components.map(({ custom_id }) => custom_id) ?? []
    expect(new Set(ids).size).toBe(2)
    for (const id of ids) expect(id.length).toBeLessThanOrEqual(100)
  })
})
