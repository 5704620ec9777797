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
  { article, span, emphasis = [] }: Passage,
  cited: Cited,
  fits: (blocks: readonly Block[]) => boolean,
): Block[] {
  const blockAt = (part: Span): Block => ({
    kind: 'quote',
    quote: quote(article, part, within(part, emphasis)),
    cited,
  })
  const whole = blockAt(span)
  if (fits([whole])) return [whole]
  const ways = [sentencesOf(article), runsOf(article, /\S+/g), runsOf(article, /\S/gu)]
  return pieces(span, ways, (part) => fits([blockAt(part)])).map(blockAt)
}

/** What of spans lies in a part of the passage. */
const within = (part: Span, spans: readonly Span[]): Span[] =>
  spans
    .filter(({ start, end }) => start < part.end && part.start < end)
    .map(({ start, end }) => ({ start: Math.max(start, part.start), end: Math.min(end, part.end) }))

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
  const runs = part(whole)
  const found: Span[] = []
  let next = 0
  for (const [at, run] of runs.entries()) {
    if (at < next) continue
    const upTo = (count: number): Span => ({ start: run.start, end: runs[at + count - 1]?.end ?? run.end })
    const most = mostThat((count) => fits(upTo(count)), runs.length - at)
    found.push(...(most === 0 ? pieces(run, finer, fits) : [upTo(most)]))
    next = at + Math.max(most, 1)
  }
  return found
}

/**
 * Finds it in a few tries, since each costs the rendering of a page: a sentence may have ten thousand words.
 *
 * @returns the greatest number up to `limit` that holds, where each below one that holds does too; 0 where 1 does not
 */
function mostThat(holds: (count: number) => boolean, limit: number): number {
  let most = 0
  let step = 1
  while (most + step <= limit && holds(most + step)) {
    most += step
    step *= 2
  }
  for (; step >= 1; step /= 2) if (most + step <= limit && holds(most + step)) most += step
  return most
}
