import type { Article } from '../article/article.js'
import { showPage } from './pages.js'
import { type Layout, type Line, type Reply, say } from './reply.js'
import { articleAddress } from './source-link.js'
import type { Wording } from './wording/wording.js'

/** @returns what Verbatim is and which articles it answers from */
export function describeVerbatim(articles: readonly Article[], wording: Wording): Reply {
  return {
    blocks: [
      { kind: 'title', text: 'Verbatim' },
      { kind: 'text', text: wording.text('about.purpose') },
      {
        kind: 'text',
        text: wording.text(articles.length === 0 ? 'article.none-loaded' : 'about.articles'),
      },
      { kind: 'list', items: articles.map((article) => articleLine(article, wording)) },
    ],
    actions: [],
  }
}

/**
 * One page of the articles, each with what `articleLine` says and a link to where it was published.
 *
 * @param page from 1; a page past the last shows the last
 */
export function listArticles(
  articles: readonly Article[],
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  if (articles.length === 0) return say(wording.text('article.none-loaded'))
  const title = wording.text('articles.title', { count: articles.length })
  const line = (article: Article): Line => {
    const url = articleAddress(article)
    const text = articleLine(article, wording)
    return url === null ? { text } : { text, link: { words: wording.text('cite.open'), url } }
  }
  const blocks = articles.map((article) => ({ kind: 'list', items: [line(article)] }) as const)
  return showPage({ title, blocks, command: 'articles', values: [] }, page, layout, wording)
}

/** @returns an article in a list: its title, publisher, date, length and edition */
export function articleLine(
  { title, source, edition, sections, paragraphs }: Article,
  wording: Wording,
): string {
  const details = [
    source?.publisher,
    source?.published === undefined ? undefined : wording.date(source.published),
    wording.text('article.sections', { count: sections.length }),
    wording.text('article.paragraphs', { count: paragraphs.length }),
    wording.text('article.edition', { edition }),
  ]
  return `${title} (${details.filter((detail) => detail !== undefined).join(', ')})`
}
