import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quote } from '../../src/answering/quote.js'
import { type Article, slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { messageLayout, renderMessage } from '../../src/discord/render.js'
import { showQuotes } from '../../src/reply/pages.js'
import { readAround } from '../../src/reply/reading.js'
import type { Reply } from '../../src/reply/reply.js'
import { explainAnswer } from '../../src/reply/why.js'
import { ENGLISH } from '../../src/reply/wording/wording.js'
import { quotationsBySecondReader, shownBySecondReader } from '../second-reader.js'

const OWNER = '123456789012345678'
const layout = messageLayout(ENGLISH)

/** What Discord gives a meaning, what it shows otherwise than it is written, and plain words between. */
const unit = fc.constantFrom(
  ...'\\`*_~|<>[]()@#:/.-+! ',
  '\n',
  '. He said. ',
  'word ',
  '🔥',
  '👩‍👩‍👧',
  '<@123456789012345678>',
  '<#123456789012345678>',
  '</ask:123456789012345678>',
  '<t:1700000000:R>',
  '<:flame:123456789012345678>',
  '@everyone',
  '[a](https://example.org)',
  'https://example.org/a_b_c',
  'discord.gg/abc',
  '\u202Eא שלום\u202C',
  'سلام',
  '```js\n',
  '||',
  '\uE0B0',
  '1. ',
  '- ',
  '> ',
  '>>> ',
  '-# ',
  '# ',
)
const body = fc.string({ unit, minLength: 1, maxLength: 120 })

const articleOf = (paragraphs: readonly string[]): Promise<Article> =>
  readArticle(
    'a.txt',
    new TextEncoder().encode(`T\n\n${paragraphs.map((words) => `a ${words} z`).join('\n\n')}`),
  )

/** The quotations of every page, as another reader of Discord's Markdown shows them. */
function readThrough(pageOf: (page: number) => Reply): (string | null)[] {
  const shown: (string | null)[] = []
  for (let page = 1; ; page++) {
    const reply = pageOf(page)
    const { content } = renderMessage(reply, OWNER, ENGLISH)
    expect(content.length).toBeLessThanOrEqual(2000)
    shown.push(...quotationsBySecondReader(content))
    if (!reply.actions.some(({ label }) => label === 'Next page')) return shown
  }
}

const withoutBlanks = (texts: readonly (string | null)[]): string => texts.join('').replace(/\s/g, '')

describe('every way in which articles are shown gives their own characters', () => {
  it('a section around a quote, the quote standing out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(body, { minLength: 1, maxLength: 6 }),
        fc.nat(5),
        fc.nat(120),
        fc.nat(120),
        async (paragraphs, at, from, length) => {
          const article = await articleOf(paragraphs)
          const { span } = article.paragraphs[at % article.paragraphs.length] ?? fail()
          const start = Math.min(span.start + from, span.end - 1)
          const quoted = quote(article, { start, end: Math.min(start + 1 + length, span.end) })
          const turning = { command: 'ask', values: ['context', 'x'] }
          const shown = readThrough((page) => readAround(quoted, turning, page, layout, ENGLISH))
          const section = article.paragraphs.filter((one) => one.section === quoted.citation.section.id)
          expect(withoutBlanks(shown)).toBe(
            withoutBlanks(section.map((one) => slice(article.text, one.span))),
          )
        },
      ),
      { numRuns: 300 },
    )
  })

  it('passages with their citations, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: 1, maxLength: 8 }), async (paragraphs) => {
        const article = await articleOf(paragraphs)
        const passages = article.paragraphs.map(({ span }) => ({ article, span }))
        const paged = { title: 'T', passages, command: 'ask', values: ['more', 'm1'] }
        const shown = readThrough((page) => showQuotes(paged, page, layout, ENGLISH))
        expect(withoutBlanks(shown)).toBe(
          withoutBlanks(passages.map(({ span }) => slice(article.text, span))),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('the words of a question that are named when a member asks why', () => {
    fc.assert(
      fc.property(body, (question) => {
        const answer = { kind: 'off-topic', searched: [], confidence: 0, repairs: [] } as const
        const asked = { searched: `a ${question} lamp`, threshold: 0.2, addressed: true }
        const reply = explainAnswer({ ...asked, answered: { answer, candidates: [] } }, ENGLISH)
        const [, list] = reply.blocks
        if (list?.kind !== 'list') throw new Error('No list.')
        const { content } = renderMessage(reply, OWNER, ENGLISH)
        const [, ...lines] = content.split('\n')
        const items = lines.slice(0, list.items.length)
        expect(items.map((line) => shownBySecondReader(line.replace(/^- /, '')))).toEqual(list.items)
      }),
      { numRuns: 300 },
    )
  })
})

function fail(): never {
  throw new Error('The article has no paragraph.')
}
