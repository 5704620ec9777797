import type { Article } from '../article/article.js'
import type { Reply } from './reply.js'
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

/** @returns an article in a list: its title, publisher, date, length and edition */
export function articleLine({ title, source, edition, paragraphs }: Article, wording: Wording): string {
  const details = [
    source?.publisher,
    source?.published === undefined ? undefined : wording.date(source.published),
    wording.text('article.paragraphs', { count: paragraphs.length }),
    wording.text('article.edition', { edition }),
  ]
  return `${title} (${details.filter((detail) => detail !== undefined).join(', ')})`
}
