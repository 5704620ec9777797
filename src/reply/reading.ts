import type { Article, Section } from '../article/article.js'
import { sectionLabel, sectionName } from './citation.js'
import { fittingQuotes } from './fitting-quotes.js'
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
  const fits = fitsOnPage(title, layout, wording)
  const blocks = section.paragraphs.flatMap(({ span }) =>
    fittingQuotes({ article, span }, 'by-paragraph', fits),
  )
  const paged: Paged = { title, blocks, command: 'read', values: [article.edition, section.id] }
  return showPage(paged, page, layout, wording)
}
