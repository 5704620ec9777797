import { quote } from '../answering/quote.js'
import type { Article, Span } from '../article/article.js'
import type { Block } from './reply.js'

/** A passage to quote. */
export interface Passage {
  readonly article: Article
  /** Inside one paragraph. */
  readonly span: Span
  /** The words of it that stand out. */
  readonly emphasis?: readonly Span[]
}

type Cited = Extract<Block, { kind: 'quote' }>['cited']

/**
 * Quotes a passage whole where that fits on a page, else in parts: by sentences, else by words, else by characters.
 *
 * @returns a block for each part, in order
 */
export function fittingQuotes(
  { article, span, emphasis }: Passage,
  cited: Cited,
  fits: (blocks: readonly Block[]) => boolean,
): Block[] {
  const blockAt = (part: Span): Block => ({
    kind: 'quote',
    quote: quote(
      article,
      part,
      emphasis?.flatMap((one) => within(one, part)),
    ),
    cited,
  })
  const whole = blockAt(span)
  if (fits([whole])) return [whole]
  const ways = [sentencesOf(article), runsOf(article, /\S+/g), runsOf(article, /\S/gu)]
  return pieces(span, ways, (part) => fits([blockAt(part)])).map(blockAt)
}

/** What of a span lies in a part of the passage. */
function within(span: Span, part: Span): Span[] {
  const common = { start: Math.max(span.start, part.start), end: Math.min(span.end, part.end) }
  return common.start < common.end ? [common] : []
}

/** One way to part a span into smaller ones. */
type Parting = (span: Span) => readonly Span[]

const sentencesOf =
  ({ paragraphs }: Article): Parting =>
  ({ start, end }) =>
    (paragraphs.findLast(({ span }) => span.start <= start)?.sentences ?? [])
      .filter((sentence) => sentence.start < end && start < sentence.end)
      .map((sentence) => ({ start: Math.max(start, sentence.start), end: Math.min(end, sentence.end) }))

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
