import type { Quote } from '../answering/quote.js'

/** A run of a quote's words, and whether it is to stand out. */
export interface Run {
  readonly words: string
  readonly answers: boolean
}

/**
 * @returns a quote's words in runs, in order; together they are the quote; none that stands out crosses a line,
 * and no two of them touch
 */
export function emphasisedRuns({ words, span, emphasis }: Quote): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const part of emphasis) {
    const end = part.end - span.start
    const start = Math.max(part.start - span.start, at)
    if (start >= end || (start === at && at > 0) || words.slice(start, end).includes('\n')) continue
    runs.push(
      { words: words.slice(at, start), answers: false },
      { words: words.slice(start, end), answers: true },
    )
    at = end
  }
  return [...runs, { words: words.slice(at), answers: false }].filter((run) => run.words !== '')
}
