import { type Span, slice, trimmed } from './article.js'
import type { Block, Outline } from './outline.js'

/**
 * Reads the plain-text form: the first line is the title (a repeat of it right below is dropped), blank lines part
 * paragraphs, and a line such as `1. Three evil forces cause chaos` standing alone is a section heading.
 *
 * @param text the whole file
 */
export function outlinePlainText(text: string): Outline {
  const titleLine = trimmed(text, lineFrom(text, text.search(/\S/)))
  const title = slice(text, titleLine)
  const blocks: Block[] = []
  let last = [0]
  for (const span of blankLineBlocks(text, titleLine.end)) {
    const words = slice(text, span)
    if (blocks.length === 0 && words === title) continue
    const heading = readHeading(words, last)
    if (heading === null) blocks.push({ kind: 'paragraph', span })
    else {
      blocks.push({ kind: 'heading', id: heading.number.join('.'), words: heading.words })
      last = heading.number
    }
  }
  return { title, blocks }
}

function lineFrom(text: string, start: number): Span {
  const from = Math.max(start, 0)
  const end = text.indexOf('\n', from)
  return { start: from, end: end < 0 ? text.length : end }
}

/** The runs of lines between blank lines, without the white space around them. */
function* blankLineBlocks(text: string, from: number): Generator<Span> {
  let start = from
  const parts = /\n[^\S\n]*\n/g
  parts.lastIndex = from
  for (let part = parts.exec(text); part !== null; part = parts.exec(text)) {
    const span = trimmed(text, { start, end: part.index })
    if (span.start < span.end) yield span
    start = part.index + 1
    parts.lastIndex = start // the line break that ends one blank line may open the next
  }
  const rest = trimmed(text, { start, end: text.length })
  if (rest.start < rest.end) yield rest
}

/**
 * A heading is one line that opens with a section number later than the `last` one and does not end as a sentence does:
 * so "3. Buy milk." or a list that starts again at 1 stays a paragraph.
 */
function readHeading(block: string, last: readonly number[]): { number: number[]; words: string } | null {
  const match = /^(\d{1,3}(?:\.\d{1,3})*)(\.?)[^\S\n]+(\S.*)$/.exec(block)
  const [, digits, dot, words] = match ?? []
  if (digits === undefined || words === undefined || words.length > MAX_HEADING) return null
  const number = digits.split('.').map(Number)
  if (dot === '' && number.length === 1) return null // "12 people were hurt"
  if (/[.;,]["”’)]*$/.test(words)) return null
  return follows(number, last) ? { number, words } : null
}

/** Longer lines are prose that happens to start with a number. */
const MAX_HEADING = 200

/** Whether section `next` may come after section `last`: 2 or 1.1 after 1, 2.2 after 2.1, 3 after 2.1, never 5.1 after 2. */
function follows(next: readonly number[], last: readonly number[]): boolean {
  const differs = next.findIndex((part, place) => part !== last[place])
  return differs >= 0 && differs === next.length - 1 && (next[differs] ?? 0) > (last[differs] ?? 0)
}
