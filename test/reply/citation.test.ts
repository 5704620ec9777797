import { describe, expect, it } from 'vitest'
import { quote } from '../../src/answering/quote.js'
import { readArticle } from '../../src/article/read-article.js'
import { describeVerbatim } from '../../src/reply/about.js'
import { linesBelow } from '../../src/reply/citation.js'
import { ENGLISH, wordingIn } from '../../src/reply/wording/wording.js'

const file = `---
title: The light on Skerry Rock
publisher: Harbour Gazette
published: 2022-01-11
---

"We have no money for lamps," Mayor Ola Brandt said.
`
const article = await readArticle('harbour.md', new TextEncoder().encode(file))
const [span = { start: 0, end: 0 }] = article.paragraphs.map((paragraph) => paragraph.span)
const below = { kind: 'quote', quote: quote(article, span), cited: 'fully' } as const
const russian = wordingIn('ru')

describe('a citation', () => {
  it('names speaker, article, publisher and date as each language does', () => {
    expect(linesBelow(below, ENGLISH).map(({ text }) => text)).toEqual([
      'Speaking: Mayor Ola Brandt',
      'The light on Skerry Rock (Harbour Gazette, January 11, 2022) — Introduction, paragraph 1',
    ])
    expect(linesBelow(below, russian).map(({ text }) => text)).toEqual([
      'Говорит: Mayor Ola Brandt',
      'The light on Skerry Rock (Harbour Gazette, 11 января 2022 г.) — Введение, абзац 1',
    ])
  })
})

describe('describeVerbatim', () => {
  it('lists an article with its publisher, date, length and edition as each language does', () => {
    const listed = (wording: typeof ENGLISH) => describeVerbatim([article], wording).blocks.at(-1)
    const { edition } = article
    expect(listed(ENGLISH)).toMatchObject({
      items: [
        `The light on Skerry Rock (Harbour Gazette, January 11, 2022, 1 section, 1 paragraph, edition ${edition})`,
      ],
    })
    expect(listed(russian)).toMatchObject({
      items: [
        `The light on Skerry Rock (Harbour Gazette, 11 января 2022 г., 1 раздел, 1 абзац, редакция ${edition})`,
      ],
    })
  })
})
