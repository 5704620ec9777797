import type { Quote } from '../answering/quote.js'
import type { Article, Section, Span } from '../article/article.js'
import { sectionLabel, sectionName } from './citation.js'
import { fittingQuotes } from './fitting-quotes.js'
import { fitsOnPage, type Paged, pageWhere, showPage } from './pages.js'
import type { Block, Layout, Reply } from './reply.js'
import type { Wording } from './wording/wording.js'

/** @returns the sections of each article, by number and heading */
export function listSections(articles: readonly Article[], wording: Wording): Reply {
  return {
    blocks: articles.flatMap((article): Block[] => [
      { kind: 'title', text: article.title },
      { kind: 'list', items: article.sections.map((section) => sectionLine(section, wording)) },
    ]),
    actions: [],
  }
}

function sectionLine(section: Section, wording: Wording): string {
  const length = wording.text('article.paragraphs', { count: section.paragraphs.length })
  return `${sectionName(section, wording)} (${length})`
}

/**
 * One page of a section, in the article's own words.
 *
 * @param page from 1; a page past the last shows the last
 */
export function readSection(
  article: Article,
  section: Section,
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  const title = placeName(article, section, wording)
  if (section.paragraphs.length === 0) {
    const empty: Block = { kind: 'text', text: wording.text('section.empty') }
    return { blocks: [{ kind: 'title', text: title }, empty], actions: [] }
  }
  const fits = fitsOnPage(title, layout, wording)
  const blocks = section.paragraphs.flatMap(({ span }) =>
    fittingQuotes({ article, span }, 'by-paragraph', fits),
  )
  const paged: Paged = { title, blocks, command: 'read', values: [article.edition, section.id] }
  return showPage(paged, page, layout, wording)
}

/**
 * One page of the section in which a quote stands, the quote standing out.
 *
 * @param turning the command that turns the pages, and what its buttons hand it before the number of the page
 * @param page from 1; null for the page on which the quote begins
 */
export function readAround(
  { span: quoted, words, citation: { article, section: named, paragraph } }: Quote,
  turning: Pick<Paged, 'command' | 'values'>,
  page: number | null,
  layout: Layout,
  wording: Wording,
): Reply {
  const section = article.sections.find(({ id }) => id === named.id)
  const place = placeName(article, named, wording)
  const title = wording.text('context.title', { place, paragraph })
  const fits = fitsOnPage(title, layout, wording)
  const emphasis = linesOf(words, quoted.start)
  const blocks = (section?.paragraphs ?? []).flatMap(({ span }) =>
    fittingQuotes({ article, span, emphasis }, 'by-paragraph', fits),
  )
  const paged: Paged = { ...turning, title, blocks }
  const begins = (block: Block): boolean => block.kind === 'quote' && quoted.start < block.quote.span.end
  return showPage(paged, page ?? pageWhere(begins, paged, layout, wording), layout, wording)
}

const placeName = (article: Article, section: Pick<Section, 'id' | 'heading'>, wording: Wording): string =>
  `${article.title} — ${sectionLabel(section, wording)}`

/** What is to stand out must cross no line. */
const linesOf = (words: string, start: number): Span[] =>
  [...words.matchAll(/\S(?:.*\S)?/g)].map(({ index, 0: line }) => ({
    start: start + index,
    end: start + index + line.length,
  }))
