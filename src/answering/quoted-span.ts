import { type Span, slice } from '../article/article.js'
import type { Candidate } from '../retrieval/candidate.js'

/** The longest quote, in UTF-16 units: more is no answer but a reading. */
export const LONGEST_QUOTE = 600

/**
 * Decides what to quote of a sentence that answers: the sentence; with its neighbour where one leans on the other; or,
 * where it is longer than a quote may be, as much of it as may, cut where a reader pauses.
 *
 * @param runnerUp the next best sentence, which comes along where it is the neighbour and one of the two leans
 * @param mustHold what a cut may not lose, such as the words that answer
 */
export function quotedSpan(
  best: Candidate,
  runnerUp: Candidate | undefined,
  mustHold: readonly Span[],
): Span {
  const { article, paragraph, sentence, span } = best
  const sentences = paragraph.sentences
  const before = sentences[sentence - 2]
  const after = sentences[sentence]
  const leans = (of: Span | undefined): boolean => of !== undefined && LEANS.test(slice(article.text, of))
  if (before !== undefined && leans(span) && span.end - before.start <= LONGEST_QUOTE) {
    return { start: before.start, end: span.end }
  }
  const wanted =
    after !== undefined && runnerUp?.paragraph === paragraph && runnerUp.sentence === sentence + 1
  if (wanted && leans(after) && after.end - span.start <= LONGEST_QUOTE)
    return { start: span.start, end: after.end }
  return span.end - span.start <= LONGEST_QUOTE ? span : cut(article.text, span, mustHold)
}

/** Opens with a word that takes its meaning from the sentence before. */
export const LEANS =
  /^["“‘(]*(?:He|She|It|They|His|Her|Its|Their|This|That|These|Those|Such|(?:But|And|Even) (?:he|she|it|they))\b/u

/** As much of a long sentence as a quote may be: from its start, or up to what must be held where that stands late. */
function cut(text: string, span: Span, mustHold: readonly Span[]): Span {
  const last = Math.max(span.start, ...mustHold.map(({ end }) => end))
  if (last - span.start <= LONGEST_QUOTE) {
    const end = pauseBefore(text, Math.max(last, span.start + 1), span.start + LONGEST_QUOTE)
    return { start: span.start, end }
  }
  const first = Math.min(...mustHold.map(({ start }) => start))
  const end = span.end - first <= LONGEST_QUOTE ? span.end : last
  return { start: pauseAfter(text, end - LONGEST_QUOTE, first), end }
}

/** The last clause's end, or word's, from `from` to `to`; `to` where there is none. */
function pauseBefore(text: string, from: number, to: number): number {
  const room = text.slice(from, to)
  const clause = /^.*[,;:](?=\s)/su.exec(room)
  const word = /^.*\S(?=\s)/su.exec(room)
  const length = clause?.[0].length ?? word?.[0].length ?? whole(text, to) - from
  return from + length
}

/** The first clause's start, or word's, from `from` to `to`. */
function pauseAfter(text: string, from: number, to: number): number {
  const room = text.slice(from, Math.max(from, to))
  const clause = /[,;:]\s+/u.exec(room)
  const word = /\s+/u.exec(room)
  const skip = clause === null ? word : clause
  return skip === null ? whole(text, from) : from + skip.index + skip[0].length
}

/** Not between the halves of a surrogate pair. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at)
