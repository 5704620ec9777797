/**
 * An article is one text that never changes after loading, and places in it. Whatever is found in an article is kept as
 * a span, so a quote is cut at the very end, exactly.
 */

/** A run of `Article.text`: UTF-16 offsets, `end` exclusive, as `String.slice` takes them. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Article {
  /** The file's name without its last extension. */
  readonly id: string
  readonly title: string
  /** A BCP 47 tag such as `en`. */
  readonly language: string
  readonly source?: Source
  /** Twelve hexadecimal digits of the text's SHA-256: two loads of one text agree, any change shows. */
  readonly edition: string
  /** The file's body: NFC, LF, otherwise untouched. Every span of this article points into it. */
  readonly text: string
  readonly sections: readonly Section[]
  /** The paragraphs of all sections, in order: `paragraphs[n].index === n`. */
  readonly paragraphs: readonly Paragraph[]
}

/** Where the article was first published, as its front matter says. */
export interface Source {
  readonly publisher?: string
  readonly url?: string
  /** A calendar date, `YYYY-MM-DD`. */
  readonly published?: string
}

export interface Section {
  /** `lead` for what stands before the first heading, else `1`, `2`, and nested `2.1`. */
  readonly id: string
  /** The heading's words without its number; null for the lead, which has none. */
  readonly heading: string | null
  readonly paragraphs: readonly Paragraph[]
}

export interface Paragraph {
  readonly span: Span
  /** The id of the section it stands in. */
  readonly section: string
  /** Its place in the section, from 1. */
  readonly number: number
  /** Its place in the article, from 0, through all sections, headings left out. */
  readonly index: number
  /** Never empty; in order; only white space stands between two of them. */
  readonly sentences: readonly Span[]
}

/** @returns the characters of `text` at `span` */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end)

/** @returns whether `inner` is not empty and lies wholly inside `outer` */
export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end

/** @returns `span` without the white space at its two ends; empty at its start when there is nothing else */
export function trimmed(text: string, span: Span): Span {
  let { start, end } = span
  while (start < end && isSpace(text, start)) start++
  while (end > start && isSpace(text, end - 1)) end--
  return { start, end }
}

const isSpace = (text: string, at: number): boolean => /\s/.test(text.charAt(at))
