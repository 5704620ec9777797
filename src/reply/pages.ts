import { fittingQuotes, type Passage } from './fitting-quotes.js'
import type { Action, Block, Layout, Reply } from './reply.js'
import type { Wording } from './wording/wording.js'

/** What is shown page by page. */
export interface Paged {
  /** Stands on every page. */
  readonly title: string
  /** Each fits on a page. */
  readonly blocks: readonly Block[]
  /** The command that turns the pages, and what its buttons hand it before the number of the page. */
  readonly command: string
  readonly values: readonly string[]
}

/**
 * @param page from 1; a page past the last shows the last
 * @returns one page, with buttons that turn to its neighbours
 */
export function showPage(
  { title, blocks, command, values }: Paged,
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  const pages = pagesOf(blocks, fitsOnPage(title, layout, wording))
  const at = Math.min(Math.max(page, 1), pages.length)
  const turn = (label: string, to: number): Action => ({ label, command, values: [...values, String(to)] })
  return {
    blocks: [
      { kind: 'title', text: title },
      ...(pages[at - 1] ?? []),
      ...(pages.length > 1 ? [pageNote(at, pages.length, wording)] : []),
    ],
    actions: [
      ...(at > 1 ? [turn(wording.text('page.previous'), at - 1)] : []),
      ...(at < pages.length ? [turn(wording.text('page.next'), at + 1)] : []),
    ],
  }
}

/** @returns the number of the first page with such a block; 1 where none has one */
export function pageWhere(
  wanted: (block: Block) => boolean,
  { title, blocks }: Pick<Paged, 'title' | 'blocks'>,
  layout: Layout,
  wording: Wording,
): number {
  const pages = pagesOf(blocks, fitsOnPage(title, layout, wording))
  return (
    Math.max(
      0,
      pages.findIndex((page) => page.some(wanted)),
    ) + 1
  )
}

/** Passages to quote with their full citations, page by page. */
export interface PagedQuotes extends Omit<Paged, 'blocks'> {
  readonly passages: readonly Passage[]
}

/** @returns one page of a list of quotes, as `showPage` does; a passage too long for a page is quoted in parts */
export function showQuotes(
  { passages, ...paged }: PagedQuotes,
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  const fits = fitsOnPage(paged.title, layout, wording)
  const blocks = passages.flatMap((passage) => fittingQuotes(passage, 'fully', fits))
  return showPage({ ...paged, blocks }, page, layout, wording)
}

/** @returns whether blocks fit on a page under its title */
export function fitsOnPage(
  title: string,
  layout: Layout,
  wording: Wording,
): (blocks: readonly Block[]) => boolean {
  const above: Block = { kind: 'title', text: title }
  const below = pageNote(9999, 9999, wording)
  return (blocks) => layout.fits([above, ...blocks, below])
}

/** @returns the page that a button names, null where it names none */
export const readPage = (value = ''): number | null => (/^\d{1,4}$/.test(value) ? Number(value) : null)

const pageNote = (page: number, pages: number, wording: Wording): Block => ({
  kind: 'note',
  text: wording.text('page.number', { page, pages }),
})

function pagesOf(blocks: readonly Block[], fits: (blocks: readonly Block[]) => boolean): Block[][] {
  const pages: Block[][] = []
  for (const block of blocks) {
    const last = pages.at(-1)
    if (last !== undefined && fits([...last, block])) last.push(block)
    else pages.push([block])
  }
  return pages
}
