import { type Article, type Span, slice } from '../article/article.js'
import type { Answered } from './answerer.js'
import { passagesOf } from './passages.js'
import type { Quote } from './quote.js'
import { wordsMet } from './words-met.js'

/** Further down little is left of the question. */
const MOST = 10

/**
 * @param question as it was searched for
 * @returns the passages that come next to those an answer shows, the nearest first: each has a word of the question, or a
 * relative of one
 */
export function furtherPassages(
  { answer, candidates }: Answered,
  question: string,
): { readonly article: Article; readonly span: Span }[] {
  const repairs = 'repairs' in answer ? answer.repairs : []
  const taken: { readonly article: Article; readonly span: Span }[] = quotesIn(answer).map((quote) => ({
    article: quote.citation.article,
    span: quote.span,
  }))
  const shown = taken.length
  for (const { article, span: sentence } of candidates) {
    if (taken.length === shown + MOST) break
    const [span = sentence] = passagesOf(article, [sentence])
    const known = taken.some(
      (other) => other.article === article && other.span.start < span.end && span.start < other.span.end,
    )
    if (known) continue
    const { same, akin } = wordsMet(question, repairs, slice(article.text, sentence))
    if (same.length + akin.length > 0) taken.push({ article, span })
  }
  return taken.slice(shown)
}

/** The quotes an answer shows: those that answer, or the nearest. */
export function quotesIn(answer: Answered['answer']): readonly Quote[] {
  if (answer.kind === 'quoted') return answer.quotes
  return answer.kind === 'not-said' ? answer.nearest : []
}
