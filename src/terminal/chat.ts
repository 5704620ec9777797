import { createInterface } from 'node:readline/promises'
import type { Answerer } from '../answering/answerer.js'
import { createQuotationCheck, type QuotationCheck } from '../answering/check-quotation.js'
import type { Article } from '../article/article.js'
import { findArticle, findSection } from '../article/find.js'
import { describeVerbatim, listArticles } from '../reply/about.js'
import { replyToAnswer } from '../reply/answer-reply.js'
import { showTimeline, tellOfName } from '../reply/naming.js'
import { replyToQuotation } from '../reply/quotation-reply.js'
import { listSections, readSection } from '../reply/reading.js'
import { type Layout, type Reply, say } from '../reply/reply.js'
import { showFound } from '../reply/searching.js'
import type { Wording } from '../reply/wording/wording.js'
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
  wording: Wording,
): Promise<void> {
  const watched = output.isTTY === true && input.isTTY === true
  const lines = createInterface({ input, output, terminal: watched, prompt: '> ', historySize: 500 })
  const closed = new AbortController()
  lines.on('close', () => closed.abort())
  lines.on('SIGINT', () => lines.close())
  const pager = watched
    ? { screenNow, ask: (wish: string) => lines.question(wish, { signal: closed.signal }) }
    : null
  const checkQuotation = createQuotationCheck(answerer.articles)
  if (watched) lines.prompt()
  for await (const line of lines) {
    const words = line.trim()
    if (words === '/quit' || words === '/exit') break
    if (words !== '')
      await show(
        `${printReply(respond(answerer, checkQuotation, words, wording), screenNow(), wording)}\n\n`,
        output,
        pager,
        wording,
      )
    if (closed.signal.aborted && watched) break
    if (watched) lines.prompt()
  }
  lines.close()
}

function respond(answerer: Answerer, checkQuotation: QuotationCheck, words: string, wording: Wording): Reply {
  if (!words.startsWith('/')) return replyToAnswer(answerer.answer(words).answer, wording)
  const [command = '', ...rest] = words.split(/\s+/)
  switch (command) {
    case '/help':
      return help(wording)
    case '/about':
      return describeVerbatim(answerer.articles, wording)
    case '/articles':
      return listArticles(answerer.articles, 1, WHOLE, wording)
    case '/search':
      return answerer.articles.length === 0
        ? say(wording.text('article.none-loaded'))
        : showFound(answerer.articles, rest.join(' '), '', 1, WHOLE, wording)
    case '/quote':
      return replyToQuotation(checkQuotation(rest.join(' ')), WHOLE, wording)
    case '/sections':
      return sections(answerer.articles, rest.join(' '), wording)
    case '/read':
      return read(answerer.articles, rest, wording)
    case '/who':
    case '/said':
      return rest.length === 0
        ? say(wording.text('chat.which-name', { command }))
        : tellOfName(
            command === '/who' ? 'who' : 'said',
            answerer.articles,
            rest.join(' '),
            1,
            WHOLE,
            wording,
          )
    case '/timeline':
      return showTimeline(answerer.articles, '', 1, WHOLE, wording)
    default:
      return say(wording.text('chat.unknown-command', { command }))
  }
}

const help = (wording: Wording): Reply => ({
  blocks: [
    { kind: 'text', text: wording.text('chat.help') },
    { kind: 'list', items: HELP.map((key) => wording.text(key)) },
  ],
  actions: [],
})

const HELP = [
  'chat.help-search',
  'chat.help-quote',
  'chat.help-articles',
  'chat.help-sections',
  'chat.help-read',
  'chat.help-who',
  'chat.help-said',
  'chat.help-timeline',
  'chat.help-about',
  'chat.help-help',
  'chat.help-quit',
] as const

function sections(articles: readonly Article[], wanted: string, wording: Wording): Reply {
  if (articles.length === 0) return say(wording.text('article.none-loaded'))
  if (wanted === '') return listSections(articles, wording)
  const article = findArticle(articles, wanted)
  return article === undefined ? noSuchArticle(articles, wanted, wording) : listSections([article], wording)
}

function read(articles: readonly Article[], words: readonly string[], wording: Wording): Reply {
  const [only] = articles
  if (only === undefined) return say(wording.text('article.none-loaded'))
  if (words.length === 0) return say(wording.text('chat.which-section'))
  // "/read 3", or "/read kazakhstan-2022 3": the article comes first, and either may have blanks in it
  const named = articles.length > 1 || findArticle(articles, words[0] ?? '') !== undefined
  const article = named ? findArticle(articles, words[0] ?? '') : only
  if (article === undefined) return noSuchArticle(articles, words[0] ?? '', wording)
  const wanted = words.slice(named ? 1 : 0).join(' ')
  const section = findSection(article, wanted, wording.text('cite.introduction'))
  return section === undefined
    ? say(wording.text('chat.unknown-section', { article: article.title, wanted }))
    : readSection(article, section, 1, WHOLE, wording)
}

const noSuchArticle = (articles: readonly Article[], wanted: string, wording: Wording): Reply =>
  say(wording.text('chat.unknown-article', { wanted, articles: articles.map(({ id }) => id).join(', ') }))

/** How to ask whether to go on, where somebody watches. */
interface Pager {
  screenNow(): Screen
  /** Rejects when the input ends instead of an answer. */
  ask(wish: string): Promise<string>
}

/** Prints text, a screen at a time where somebody watches. */
async function show(
  text: string,
  output: NodeJS.WriteStream,
  pager: Pager | null,
  wording: Wording,
): Promise<void> {
  let rest = text.split('\n')
  while (pager !== null && rest.length > pager.screenNow().height - 1) {
    const { height } = pager.screenNow()
    output.write(`${rest.slice(0, height - 2).join('\n')}\n`)
    rest = rest.slice(height - 2)
    const wish = await pager.ask(wording.text('chat.more-lines', { count: rest.length })).catch(() => 'q')
    if (wish.trim().toLowerCase() === 'q') return
  }
  output.write(rest.join('\n'))
}
