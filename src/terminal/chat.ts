import { createInterface } from 'node:readline/promises'
import type { Answerer } from '../answering/answerer.js'
import type { Article } from '../article/article.js'
import { findArticle, findSection } from '../article/find.js'
import { describeVerbatim } from '../reply/about.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import { listSections, readSection } from '../reply/reading.js'
import { type Layout, type Reply, say } from '../reply/reply.js'
import { ENGLISH } from '../reply/wording/wording.js'
import { printReply, type Screen } from './print.js'

/** A terminal shows long text a screen at a time, so nothing need be parted into pages before. */
const WHOLE: Layout = { fits: () => true }

/**
 * Answers questions line by line until the input ends or `/quit`. Arrow keys recall earlier lines; nothing is stored.
 *
 * @param output answers, and nothing else where nobody watches
 */
export async function chat(
  answerer: Answerer,
  input: NodeJS.ReadStream,
  output: NodeJS.WriteStream,
  screenNow: () => Screen,
): Promise<void> {
  const watched = output.isTTY === true && input.isTTY === true
  const lines = createInterface({ input, output, terminal: watched, prompt: '> ', historySize: 500 })
  const closed = new AbortController()
  lines.on('close', () => closed.abort())
  lines.on('SIGINT', () => lines.close())
  const pager = watched
    ? { screenNow, ask: (wish: string) => lines.question(wish, { signal: closed.signal }) }
    : null
  if (watched) lines.prompt()
  for await (const line of lines) {
    const words = line.trim()
    if (words === '/quit' || words === '/exit') break
    if (words !== '')
      await show(`${printReply(respond(answerer, words), screenNow(), ENGLISH)}\n\n`, output, pager)
    if (closed.signal.aborted && watched) break
    if (watched) lines.prompt()
  }
  lines.close()
}

function respond(answerer: Answerer, words: string): Reply {
  if (!words.startsWith('/')) return replyToAnswer(answerer.answer(words).answer, ENGLISH)
  const [command = '', ...rest] = words.split(/\s+/)
  switch (command) {
    case '/help':
      return HELP
    case '/about':
      return describeVerbatim(answerer.articles, ENGLISH)
    case '/sections':
      return sections(answerer.articles, rest.join(' '))
    case '/read':
      return read(answerer.articles, rest)
    default:
      return say(`There is no command ${command}. /help lists them.`)
  }
}

const HELP: Reply = {
  blocks: [
    {
      kind: 'text',
      text: 'Type a question. I quote the sentence of the article that answers it, or say that none does.',
    },
    {
      kind: 'list',
      items: [
        '/sections: the sections of each article',
        '/read SECTION: a section, by number or heading (/read ARTICLE SECTION where there are several articles)',
        '/about: what I am and which articles I answer from',
        '/help: this list',
        '/quit: the end (or Ctrl+D)',
      ],
    },
  ],
  actions: [],
}

function sections(articles: readonly Article[], wanted: string): Reply {
  if (articles.length === 0) return say('No article is loaded.')
  if (wanted === '') return listSections(articles, ENGLISH)
  const article = findArticle(articles, wanted)
  return article === undefined ? noSuchArticle(articles, wanted) : listSections([article], ENGLISH)
}

function read(articles: readonly Article[], words: readonly string[]): Reply {
  const [only] = articles
  if (only === undefined) return say('No article is loaded.')
  if (words.length === 0)
    return say('Say which section: /read 1, or /read Introduction. /sections lists them.')
  // "/read 3", or "/read kazakhstan-2022 3": the article comes first, and either may have blanks in it
  const named = articles.length > 1 || findArticle(articles, words[0] ?? '') !== undefined
  const article = named ? findArticle(articles, words[0] ?? '') : only
  if (article === undefined) return noSuchArticle(articles, words[0] ?? '')
  const wanted = words.slice(named ? 1 : 0).join(' ')
  const section = findSection(article, wanted)
  return section === undefined
    ? say(`"${article.title}" has no section "${wanted}". /sections lists them.`)
    : readSection(article, section, 1, WHOLE, ENGLISH)
}

const noSuchArticle = (articles: readonly Article[], wanted: string): Reply =>
  say(`There is no article "${wanted}". There is: ${articles.map(({ id }) => id).join(', ')}.`)

/** How to ask whether to go on, where somebody watches. */
interface Pager {
  screenNow(): Screen
  /** Rejects when the input ends instead of an answer. */
  ask(wish: string): Promise<string>
}

/** Prints text, a screen at a time where somebody watches. */
async function show(text: string, output: NodeJS.WriteStream, pager: Pager | null): Promise<void> {
  let rest = text.split('\n')
  while (pager !== null && rest.length > pager.screenNow().height - 1) {
    const { height } = pager.screenNow()
    output.write(`${rest.slice(0, height - 2).join('\n')}\n`)
    rest = rest.slice(height - 2)
    const wish = await pager.ask(`-- ${rest.length} more lines: Enter goes on, q stops -- `).catch(() => 'q')
    if (wish.trim().toLowerCase() === 'q') return
  }
  output.write(rest.join('\n'))
}
