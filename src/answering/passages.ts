import { type Article, type Span, slice } from '../article/article.js'
import { perArticle } from '../mentions/per-article.js'
import { LEANS, LONGEST_QUOTE } from './quoted-span.js'

/**
 * Decides what to quote of sentences that are to be shown for themselves: each one, with the sentence before it where it
 * opens with "he" or "this", since without it the reader would not know who or what is meant.
 *
 * @param sentences whole sentences of `article`, in order
 * @param apart sentences that must not come along, such as those in which somebody else speaks
 * @returns spans in order that do not overlap
 */
export function passagesOf(
  article: Article,
  sentences: readonly Span[],
  apart: ReadonlySet<Span> = new Set(),
): Span[] {
  const before = previousIn(article)
  const passages: Span[] = []
  for (const sentence of sentences) {
    const previous = before.get(sentence)
    const together =
      previous !== undefined &&
      !apart.has(previous) &&
      LEANS.test(slice(article.text, sentence)) &&
      sentence.end - previous.start <= LONGEST_QUOTE
    const span = { start: together ? previous.start : sentence.start, end: sentence.end }
    const last = passages.at(-1)
    if (last !== undefined && span.start < last.end)
      passages[passages.length - 1] = { ...last, end: span.end }
    else passages.push(span)
  }
  return passages
}

/** From each sentence to the one before it in its paragraph. */
const previousIn = perArticle(({ paragraphs }): ReadonlyMap<Span, Span> => {
  const pairs = paragraphs.flatMap(({ sentences }) =>
    sentences.slice(1).map((sentence, place) => [sentence, sentences[place] ?? sentence] as const),
  )
  return new Map(pairs)
})
