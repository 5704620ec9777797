import { quote } from '../answering/quote.js'
import type { Article, Section, Span } from '../article/article.js'
import { sectionLabel, sectionName } from './citation.js'
import type { Action, Block, Layout, Reply } from './reply.js'
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
  const pageNote = (number: number, pages: number): Block => ({
    kind: 'note',
    text: wording.text('page.number', { page: number, pages }),
  })
  const title: Block = { kind: 'title', text: `${article.title} — ${sectionLabel(section, wording)}` }
  const pages = pagesOf(article, section, {
    fits: (blocks) => layout.fits([title, ...blocks, pageNote(9999, 9999)]),
  })
  const at = Math.min(Math.max(page, 1), pages.length)
  const blocks = pages[at - 1] ?? []
  if (blocks.length === 0)
    return { blocks: [title, { kind: 'text', text: wording.text('section.empty') }], actions: [] }
  const turn = (label: string, to: number): Action => ({
    label,
    command: 'read',
    values: [article.edition, section.id, String(to)],
  })
  return {
    blocks: [title, ...blocks, ...(pages.length > 1 ? [pageNote(at, pages.length)] : [])],
    actions: [
      ...(at > 1 ? [turn(wording.text('page.previous'), at - 1)] : []),
      ...(at < pages.length ? [turn(wording.text('page.next'), at + 1)] : []),
    ],
  }
}

/** Paragraphs go on a page whole where they fit, else by sentences, else by words, else by characters. */
function pagesOf(article: Article, section: Section, layout: Layout): Block[][] {
  const pages: Block[][] = []
  let page: Block[] = []
  const blockAt = (span: Span): Block => ({
    kind: 'quote',
    quote: quote(article, span),
    cited: 'by-paragraph',
  })
  for (const paragraph of section.paragraphs) {
    const ways = [() => paragraph.sentences, runsOf(article, /\S+/g), runsOf(article, /\S/gu)]
    for (const span of pieces(paragraph.span, ways, (piece) => layout.fits([blockAt(piece)]))) {
      const block = blockAt(span)
      if (page.length > 0 && !layout.fits([...page, block])) {
        pages.push(page)
        page = []
      }
      page.push(block)
    }
  }
  if (page.length > 0) pages.push(page)
  return pages
}

/** One way to part a span into smaller ones. */
type Parting = (span: Span) => readonly Span[]

const runsOf =
  ({ text }: Article, pattern: RegExp): Parting =>
  ({ start, end }) =>
    [...text.slice(start, end).matchAll(pattern)].map(({ index, 0: run }) => ({
      start: start + index,
      end: start + index + run.length,
    }))

/** Parts `whole` into runs as long as fit: by the first way, and what is still too long by the next. */
function pieces(whole: Span, [part, ...finer]: readonly Parting[], fits: (span: Span) => boolean): Span[] {
  if (part === undefined || fits(whole)) return [whole]
  const found: Span[] = []
  for (const span of part(whole)) {
    const last = found.at(-1)
    const joined = { start: last?.start ?? span.start, end: span.end }
    if (last !== undefined && fits(joined)) found[found.length - 1] = joined
    else found.push(...pieces(span, finer, fits))
  }
  return found
}
