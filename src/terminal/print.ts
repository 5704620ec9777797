import { createColors } from 'picocolors'
import { linesBelow } from '../reply/citation.js'
import { emphasisedRuns } from '../reply/emphasised.js'
import type { Block, Line, Reply } from '../reply/reply.js'
import type { Wording } from '../reply/wording/wording.js'

/** What a terminal can show. */
export interface Screen {
  /** Rows; infinite where the output goes to a pipe. */
  readonly height: number
  readonly colours: boolean
  /** Puts `prefix` before each line, broken at the screen's width; in a pipe lines stay whole, so that no quote is broken. */
  wrap(text: string, prefix?: string): string
}

/**
 * @returns a function that says what `stream` can show at the moment; no colours where NO_COLOR is set (no-color.org)
 * or nobody watches
 */
export async function watchScreen(
  stream: NodeJS.WriteStream,
  environment: NodeJS.ProcessEnv,
): Promise<() => Screen> {
  if (stream.isTTY !== true)
    return () => ({ height: Number.POSITIVE_INFINITY, colours: false, wrap: prefixed })
  const { default: wrapAnsi } = await import('wrap-ansi') // a pipe need not wait for it
  return () => ({
    height: stream.rows > LEAST_ROWS ? stream.rows : Number.POSITIVE_INFINITY, // some terminals say 0
    colours: !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',
    wrap: (text, prefix = '') =>
      prefixed(wrapAnsi(text, Math.max(stream.columns - prefix.length, 20)), prefix),
  })
}

/** @returns a reply as text, its blocks parted by blank lines; quotes stand behind a bar, their citation below */
export function printReply({ blocks }: Reply, screen: Screen, wording: Wording): string {
  const colour = createColors(screen.colours)
  return blocks
    .filter((block) => block.kind !== 'list' || block.items.length > 0)
    .map((block) => printBlock(block, screen, colour, wording))
    .join('\n\n')
}

function printBlock(
  block: Block,
  { wrap }: Screen,
  colour: ReturnType<typeof createColors>,
  wording: Wording,
): string {
  switch (block.kind) {
    case 'title':
      return colour.bold(wrap(printable(block.text)))
    case 'text':
      return wrap(printable(block.text))
    case 'note':
      return colour.dim(wrap(printable(block.text)))
    case 'instant':
      return wrap(printable(`${block.text} ${new Date(block.at).toLocaleString()}`))
    case 'list':
      return block.items
        .flatMap(textsOf)
        .map((item) => wrap(printable(item), INDENT))
        .join('\n')
    case 'quote': {
      const words = emphasisedRuns(block.quote).map((run) => {
        const shown = printable(run.words)
        return run.answers ? colour.bold(shown) : shown
      })
      const quoted = wrap(words.join(''), BAR).replaceAll(BAR, colour.cyan(BAR))
      return [
        quoted,
        ...linesBelow(block, wording)
          .flatMap(textsOf)
          .map((line) => colour.dim(wrap(printable(line), INDENT))),
      ].join('\n')
    }
  }
}

/** A terminal shows an address as it is, on a line of its own. */
const textsOf = (item: string | Line): string[] =>
  typeof item === 'string' ? [item] : [item.text, ...(item.link === undefined ? [] : [item.link.url.href])]

/** Fewer rows are no screen to page on. */
const LEAST_ROWS = 4

const INDENT = '  '
const BAR = '│ '

const prefixed = (text: string, prefix = ''): string => prefix + text.replaceAll('\n', `\n${prefix}`)

/** Without control characters: an article's text must not steer the terminal. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\n\t]/gu, '')
