import { createColors } from 'picocolors'
import wrapAnsi from 'wrap-ansi'
import { attributionLine, citationLine } from '../reply/citation.js'
import type { Block, Reply } from '../reply/reply.js'

/** What a terminal can show. */
export interface Screen {
  /** Columns; infinite where the output goes to a pipe, so that no quote is broken. */
  readonly width: number
  /** Rows; infinite where the output goes to a pipe. */
  readonly height: number
  readonly colours: boolean
}

/** @returns what `stream` can show; no colours where NO_COLOR is set (no-color.org) or nobody watches */
export function screenOf(stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv): Screen {
  const watched = stream.isTTY === true
  return {
    width: watched ? stream.columns : Number.POSITIVE_INFINITY,
    height: watched ? stream.rows : Number.POSITIVE_INFINITY,
    colours: watched && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
  }
}

/** @returns a reply as text, its blocks parted by blank lines; quotes stand behind a bar, their citation below */
export function printReply({ blocks }: Reply, screen: Screen): string {
  const colour = createColors(screen.colours)
  return blocks
    .filter((block) => block.kind !== 'list' || block.items.length > 0)
    .map((block) => printBlock(block, screen, colour))
    .join('\n\n')
}

function printBlock(block: Block, { width }: Screen, colour: ReturnType<typeof createColors>): string {
  const wrap = (text: string, indent = 0): string =>
    Number.isFinite(width) ? wrapAnsi(text, Math.max(width - indent, 20), { trim: false }) : text
  switch (block.kind) {
    case 'title':
      return colour.bold(wrap(printable(block.text)))
    case 'text':
      return wrap(printable(block.text))
    case 'note':
      return colour.dim(wrap(printable(block.text)))
    case 'list':
      return block.items.map((item) => wrap(`  ${printable(item)}`)).join('\n')
    case 'quote': {
      const { words, citation, attribution } = block.quote
      const quoted = wrap(printable(words), 2).replace(/^/gm, `${colour.cyan('│')} `)
      if (block.cited === 'by-paragraph')
        return `${quoted}\n${colour.dim(`  paragraph ${citation.paragraph}`)}`
      const below = [...(attribution === null ? [] : [attributionLine(attribution)]), citationLine(citation)]
      return `${quoted}\n${colour.dim(wrap(below.map((line) => `  ${printable(line)}`).join('\n')))}`
    }
  }
}

/** Without control characters: an article's text must not steer the terminal. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '')
