import { quote } from '../answering/quote.js'
import type { Article, Section, Span } from '../article/article.js'
import { sectionLabel, sectionName } from './citation.js'
import { fitsOnPage, type Paged, showPage } from './pages.js'
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
  const title = `${article.title} — ${sectionLabel(section, wording)}`
  if (section.paragraphs.length === 0) {
    const empty: Block = { kind: 'text', text: wording.text('section.empty') }
    return { blocks: [{ kind: 'title', text: title }, empty], actions: [] }
  }
  const blocks = blocksOf(article, section, fitsOnPage(title, layout, wording))
  const paged: Paged = { title, blocks, command: 'read', values: [article.edition, section.id] }
  return showPage(paged, page, layout, wording)
}

/** Paragraphs go on a page whole where they fit, else by sentences, else by words, else by characters. */
function blocksOf(article: Article, section: Section, fits: (blocks: readonly Block[]) => boolean): Block[] {
  const blockAt = (span: Span): Block => ({
    kind: 'quote',
    quote: quote(article, span),
    cited: 'by-paragraph',
  })
  return section.paragraphs.flatMap((paragraph) => {
    const ways = [() => paragraph.sentences, runsOf(article, /\S+/g), runsOf(article, /\S/gu)]
    return pieces(paragraph.span, ways, (piece) => fits([blockAt(piece)])).map(blockAt)
  })
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
