import { type Article, contains, type Paragraph, type Span, slice } from '../article/article.js'
import { spokenAt } from '../mentions/speech.js'

/** Where a quote stands. */
export interface Citation {
  readonly article: Article
  readonly section: { readonly id: string; readonly heading: string | null }
  /** In its section, from 1. */
  readonly paragraph: number
  /** The first and last sentence it touches, in its paragraph, from 1. */
  readonly sentences: readonly [number, number]
}

/** Who speaks in a sentence that reports what somebody said, as the article names them. */
export interface Attribution {
  readonly speaker: string | null
  /** Through whom the article has it: "According to the BBC". */
  readonly reporter: string | null
}

export interface Quote {
  /** The characters standing at `span`. */
  readonly words: string
  readonly span: Span
  /** The words in it that answer, in order, as spans of the article's text; empty where no part answers alone. */
  readonly emphasis: readonly Span[]
  readonly citation: Citation
  /** Null where the sentence speaks for the article itself. */
  readonly attribution: Attribution | null
}

/**
 * Quotes an article. Every quote a reader sees is made here.
 *
 * @param span the words to quote, inside one paragraph of `article`
 * @param emphasis the words in it that answer; what lies outside `span` is left out
 * @returns the characters standing at `span`, unchanged, their place and who speaks there
 * @throws RangeError when `span` is empty or lies in no single paragraph
 */
export function quote(article: Article, span: Span, emphasis: readonly Span[] = []): Quote {
  const paragraph = paragraphAt(article, span.start)
  const section = article.sections.find(({ id }) => id === paragraph?.section)
  if (paragraph === undefined || section === undefined || !contains(paragraph.span, span)) {
    throw new RangeError(`No paragraph of "${article.id}" holds ${span.start}..${span.end}.`)
  }
  const words = slice(article.text, span)
  const first = paragraph.sentences.findIndex((sentence) => sentence.end > span.start)
  const last = paragraph.sentences.findLastIndex((sentence) => sentence.start < span.end)
  return {
    words,
    span,
    emphasis: emphasis.filter((part) => contains(span, part)),
    citation: {
      article,
      section: { id: section.id, heading: section.heading },
      paragraph: paragraph.number,
      sentences: [first + 1, last + 1],
    },
    attribution: attributionOf(article, paragraph, span),
  }
}

/** @returns whether some character stands in both quotes */
export const overlaps = (a: Quote, b: Quote): boolean =>
  a.citation.article === b.citation.article && a.span.start < b.span.end && b.span.start < a.span.end

function attributionOf(article: Article, paragraph: Paragraph, span: Span): Attribution | null {
  const spoken = spokenAt(article, paragraph, span)
  if (spoken === null) return null
  const wordsAt = (place: Span | null): string | null => (place === null ? null : slice(article.text, place))
  return { speaker: wordsAt(spoken.speaker), reporter: wordsAt(spoken.reporter) }
}

/** The last paragraph that begins at or before an offset: they stand in order, so by halves. */
function paragraphAt({ paragraphs }: Article, offset: number): Paragraph | undefined {
  let low = 0
  let high = paragraphs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((paragraphs[middle]?.span.start ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return paragraphs[low - 1]
}
