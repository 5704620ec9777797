import { type Article, type Paragraph, type Span, slice } from '../article/article.js'
import { perArticle } from '../mentions/per-article.js'
import { type Token, tokenize } from '../retrieval/tokens.js'
import { passagesOf } from './passages.js'

/** What comes of looking for terms. */
export interface Found {
  /** Each once, with how many paragraphs hold it; empty where there was no word to look for. */
  readonly terms: readonly { readonly written: string; readonly paragraphs: number }[]
  /** What holds all of them, in the articles' order, the terms emphasised; at most `MOST_FOUND`. */
  readonly passages: readonly FoundPassage[]
}

export interface FoundPassage {
  readonly article: Article
  readonly span: Span
  readonly emphasis: readonly Span[]
}

/** Nobody turns more pages, and each passage costs time. */
export const MOST_FOUND = 200
/** As for questions: a search costs by its terms. */
const MOST_TERMS = 24

/**
 * Finds every place that holds all terms, in whatever form they are inflected: the sentences that do, and where a paragraph
 * holds them only together, its sentences from the first term to the last.
 *
 * @param words as typed; function words count only where there is no other word
 */
export function search(articles: readonly Article[], words: string): Found {
  const terms = termsOf(words)
  const sought = terms.map(({ term }) => term)
  const passages: FoundPassage[] = []
  for (const passage of passagesWith(sought, articles)) {
    passages.push(passage)
    if (passages.length === MOST_FOUND) break
  }
  return {
    terms: terms.map(({ term, span }) => ({
      written: slice(words, span),
      paragraphs: articles.reduce((sum, article) => sum + (placesOf(article).get(term)?.length ?? 0), 0),
    })),
    passages,
  }
}

function* passagesWith(terms: readonly string[], articles: readonly Article[]): Generator<FoundPassage> {
  for (const article of articles)
    for (const paragraph of paragraphsWith(terms, article))
      yield* passagesIn(article, paragraph, new Set(terms))
}

function termsOf(words: string): Token[] {
  const tokens = tokenize(words)
  const content = tokens.filter((token) => token.content)
  const distinct = new Map((content.length > 0 ? content : tokens).map((token) => [token.term, token]))
  return [...distinct.values()].slice(0, MOST_TERMS)
}

/** Reads an article for the first search in it. */
export const readForSearch = (article: Article): void => void placesOf(article)

/** From each term to the paragraphs that hold it, by index. */
const placesOf = perArticle((article): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>()
  for (const { index, span } of article.paragraphs) {
    for (const term of new Set(tokenize(slice(article.text, span)).map((token) => token.term))) {
      const known = places.get(term)
      if (known === undefined) places.set(term, [index])
      else known.push(index)
    }
  }
  return places
})

function paragraphsWith(terms: readonly string[], article: Article): Paragraph[] {
  const places = terms.map((term) => new Set(placesOf(article).get(term)))
  const [first = new Set<number>(), ...others] = places
  return [...first]
    .filter((index) => others.every((place) => place.has(index)))
    .flatMap((index) => article.paragraphs[index] ?? [])
}

function passagesIn(article: Article, { sentences }: Paragraph, terms: ReadonlySet<string>): FoundPassage[] {
  const matches = sentences.map((sentence) => matchesIn(article, sentence, terms))
  const holding = sentences.filter(
    (_, at) => new Set(matches[at]?.map(({ term }) => term)).size === terms.size,
  )
  const spans = holding.length > 0 ? passagesOf(article, holding) : [extentOf(sentences, matches)]
  const emphasis = joined(
    matches.flat().map(({ span }) => span),
    article,
  )
  return spans.map((span) => ({
    article,
    span,
    emphasis: emphasis.filter(({ start, end }) => span.start <= start && end <= span.end),
  }))
}

const matchesIn = (article: Article, { start, end }: Span, terms: ReadonlySet<string>): Token[] =>
  tokenize(article.text.slice(start, end))
    .filter(({ term }) => terms.has(term))
    .map((token) => ({
      ...token,
      span: { start: start + token.span.start, end: start + token.span.end },
    }))

/** From the first sentence with a match to the last. */
function extentOf(sentences: readonly Span[], matches: readonly (readonly Token[])[]): Span {
  const holding = sentences.filter((_, at) => (matches[at]?.length ?? 0) > 0)
  return { start: holding[0]?.start ?? 0, end: holding.at(-1)?.end ?? 0 }
}

/** Makes one of spans between which only blanks stand. */
function joined(spans: readonly Span[], { text }: Article): Span[] {
  const found: Span[] = []
  for (const span of spans) {
    const last = found.at(-1)
    if (last !== undefined && text.slice(last.end, span.start).trim() === '')
      found[found.length - 1] = { start: last.start, end: span.end }
    else found.push(span)
  }
  return found
}
