import type { Article } from '../article/article.js'
import type { Reply } from './reply.js'

/** @returns what Verbatim is and which articles it answers from */
export function describeVerbatim(articles: readonly Article[]): Reply {
  return {
    blocks: [
      { kind: 'title', text: 'Verbatim' },
      {
        kind: 'text',
        text: 'I answer questions in the words of articles: I quote the sentence that answers, say where it stands, and say so when the articles do not. I write no facts of my own, and no question leaves the machine I run on.',
      },
      { kind: 'text', text: articles.length === 0 ? 'No article is loaded.' : 'I answer from:' },
      { kind: 'list', items: articles.map(articleLine) },
    ],
    actions: [],
  }
}

function articleLine({ title, source, edition, paragraphs }: Article): string {
  const details = [
    source?.publisher,
    source?.published,
    `${paragraphs.length} paragraphs`,
    `edition ${edition}`,
  ]
  return `${title} (${details.filter((detail) => detail !== undefined).join(', ')})`
}
