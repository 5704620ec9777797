import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { readArticle } from '../../src/article/read-article.js'
import { ENGLISH, wordingIn } from '../../src/reply/wording/wording.js'
import { chat } from '../../src/terminal/chat.js'
import { watchScreen } from '../../src/terminal/print.js'
import { HARBOUR, LONG } from '../articles.js'

const ENTER = '\r'
const ARROW_UP = '\u001b[A'
const CTRL_C = '\u0003'
const CTRL_D = '\u0004'

/** A terminal of streams: what is typed, and what it shows. */
async function terminal(rows: number, wording = ENGLISH) {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const articles = [
    await readArticle('harbour.txt', encode(HARBOUR)),
    await readArticle('ledger.txt', encode(LONG)),
  ]
  const input = Object.assign(new PassThrough(), {
    isTTY: true,
    setRawMode: () => input,
  }) as unknown as NodeJS.ReadStream
  const output = Object.assign(new PassThrough(), {
    isTTY: true,
    rows,
    columns: 80,
  }) as unknown as NodeJS.WriteStream
  let shown = ''
  output.on('data', (chunk) => {
    shown += chunk
  })
  const ended = chat(
    createAnswerer(articles),
    input,
    output,
    await watchScreen(output, { NO_COLOR: '1' }),
    wording,
  )
  return {
    ended,
    type: (keys: string) => (input as unknown as PassThrough).write(keys),
    hangUp: () => (input as unknown as PassThrough).end(),
    shown: () => shown,
    async shows(words: string) {
      const deadline = AbortSignal.timeout(5000)
      while (!shown.includes(words)) await once(output, 'data', { signal: deadline })
    },
  }
}

describe('the chat on a terminal', () => {
  it('answers, and recalls what was typed by arrow up', async () => {
    const { type, shows, shown, ended } = await terminal(24)
    type(`Who kept the light for forty years?${ENTER}`)
    await shows('Mara Venn kept it for forty years.')
    type(ARROW_UP + ENTER)
    type(`/quit${ENTER}`)
    await ended
    expect(shown().match(/│ Mara Venn kept it for forty years\./g)).toHaveLength(2)
  })

  it('tells what the articles say of a name, what somebody says, and what happened when', async () => {
    const { type, shows, shown, ended } = await terminal(60)
    type(`/who venn${ENTER}`)
    await shows('What the articles say of Mara Venn')
    type(`/said brandt${ENTER}`)
    await shows('Speaking: Mayor Ola Brandt')
    type(`/timeline${ENTER}`)
    await shows('Dates in the articles, the earliest first')
    type(`/said${ENTER}`)
    await shows('Say a name: /said NAME.')
    type(`/quit${ENTER}`)
    await ended
    expect(shown()).toContain('│ Mara Venn came to the rock in 1979.')
  })

  it('finds words, checks a quotation and lists the articles', async () => {
    const { type, shows, ended } = await terminal(60)
    type(`/search litre${ENTER}`)
    await shows('1 passage with: litre')
    type(`/quote Mara Venn kept it for 50 years.${ENTER}`)
    await shows('instead of “forty” the quotation has “50”')
    type(`/articles${ENTER}`)
    await shows('The long ledger (2 sections, 61 paragraphs, edition')
    type(`/quit${ENTER}`)
    await ended
  })

  it('speaks Russian to who reads Russian', async () => {
    const { type, shows, shown, ended } = await terminal(12, wordingIn('ru-RU'))
    type(`/read harbour введение${ENTER}`)
    await shows('The light on Skerry Rock — Введение')
    type(`/read ledger 1${ENTER}`)
    await shows('Enter — дальше, q — хватит')
    type(`q${ENTER}`)
    type(`/quit${ENTER}`)
    await ended
    expect(shown()).toMatch(/ещё \d+ строк[аи]?:/)
  })

  it('shows long text a screen at a time: Enter goes on, q stops', async () => {
    const { type, shows, shown, ended } = await terminal(12)
    type(`/read ledger 1${ENTER}`)
    await shows('more lines: Enter goes on')
    expect(shown()).not.toContain('Ship 9 carried')
    type(ENTER)
    await shows('Ship 4 carried')
    type(`q${ENTER}`)
    type(`/quit${ENTER}`)
    await ended
    expect(shown()).not.toContain('Ship 60 carried')
  })

  it.each([
    ['Ctrl+C', CTRL_C],
    ['Ctrl+D', CTRL_D],
  ])('ends on %s, also in the middle of a long text', async (_what, key) => {
    const { type, shows, ended } = await terminal(12)
    type(`/read ledger 1${ENTER}`)
    await shows('more lines')
    type(key)
    await expect(ended).resolves.toBeUndefined()
  })

  it('ends when the terminal hangs up', async () => {
    const { hangUp, ended } = await terminal(12)
    hangUp()
    await expect(ended).resolves.toBeUndefined()
  })

  it.each([0, 1, 2])('shows all at once on a screen of %i rows, which is none', async (rows) => {
    const { type, shows, ended } = await terminal(rows)
    type(`/read ledger 1${ENTER}`)
    await shows('Ship 60 carried')
    type(`/quit${ENTER}`)
    await ended
  })
})
