import { type Found, MOST_FOUND, search } from '../answering/search.js'
import type { Article } from '../article/article.js'
import { showQuotes } from './pages.js'
import { type Layout, type Reply, say } from './reply.js'
import { shortened } from './shortened.js'
import type { Wording } from './wording/wording.js'

/**
 * One page of all passages that hold terms, these standing out.
 *
 * @param within what the buttons hand on to name these articles; the terms follow it, and must be short where there are
 * buttons
 * @param page from 1; a page past the last shows the last
 */
export function showFound(
  articles: readonly Article[],
  words: string,
  within: string,
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  const found = search(articles, words)
  if (found.terms.length === 0) return say(wording.text('search.no-words'))
  const { passages } = found
  if (passages.length === 0) return nothingFound(found, wording)
  const title = titleOf(found, wording)
  return showQuotes({ title, passages, command: 'search', values: [within, words] }, page, layout, wording)
}

/** A title must leave room for quotes. */
const MOST_OF_TERMS = 200

function titleOf({ terms, passages }: Found, wording: Wording): string {
  const written = shortened(terms.map((term) => term.written).join(', '), MOST_OF_TERMS)
  return passages.length < MOST_FOUND
    ? wording.text('search.title', { count: passages.length, terms: written })
    : wording.text('search.title-first', { most: MOST_FOUND, terms: written })
}

/** Says so, and of several terms how often each stands in the articles. */
function nothingFound({ terms }: Found, wording: Wording): Reply {
  const { blocks, actions } = say(wording.text(terms.length === 1 ? 'search.none' : 'search.none-together'))
  const counts = terms.map(({ written, paragraphs }) =>
    wording.text('search.term', {
      term: shortened(written, MOST_OF_TERMS),
      paragraphs: wording.text('article.paragraphs', { count: paragraphs }),
    }),
  )
  return {
    blocks: terms.length === 1 ? blocks : [...blocks, { kind: 'list', items: counts }],
    actions,
  }
}
