import { slice } from '../article/article.js'
import { splitSentences } from '../article/sentences.js'
import { MAX_QUESTION_LENGTH } from '../retrieval/question.js'
import type { Answering } from './answering.js'
import { furtherPassages, quotesIn } from './further-passages.js'
import { overlaps, type Quote, quote } from './quote.js'

/** The passages nearest to what somebody wrote, the nearest first; or why there are none. */
export type About =
  | { readonly kind: 'found'; readonly quotes: readonly [Quote, ...Quote[]] }
  | { readonly kind: 'nothing-near' | 'no-words' | 'no-articles' }

/** Of a long text; each costs as much as a question. */
export const MOST_SENTENCES = 4
const MOST_QUOTES = 5
/** Fewer are filled up by what comes next to them. */
const ENOUGH_QUOTES = 3

/** Finds what articles say about a text, be it a question or not: for each of its longest sentences what is nearest. */
export async function passagesAbout(words: string, { answer }: Pick<Answering, 'answer'>): Promise<About> {
  const sentences = splitSentences(words, { start: 0, end: words.length })
    .map((span) => slice(words, span).slice(0, MAX_QUESTION_LENGTH))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_SENTENCES)
  const found: { readonly nearest: readonly Quote[]; readonly next: Quote[]; readonly confidence: number }[] =
    []
  let outcome: Exclude<About['kind'], 'found'> = 'no-words'
  for (const sentence of sentences) {
    const answered = await answer(sentence)
    const { kind } = answered.answer
    if (kind === 'no-articles') return { kind }
    if (kind === 'off-topic') outcome = 'nothing-near'
    if (kind !== 'quoted' && kind !== 'not-said') continue
    const next = furtherPassages(answered, sentence).map(({ article, span }) => quote(article, span))
    found.push({ nearest: quotesIn(answered.answer), next, confidence: answered.answer.confidence })
  }
  found.sort((a, b) => b.confidence - a.confidence)
  const nearest = distinct(found.flatMap((one) => one.nearest))
  const filledUp = distinct([...nearest, ...found.flatMap(({ next }) => next)]).slice(0, ENOUGH_QUOTES)
  const [first, ...more] = nearest.length < ENOUGH_QUOTES ? filledUp : nearest.slice(0, MOST_QUOTES)
  return first === undefined ? { kind: outcome } : { kind: 'found', quotes: [first, ...more] }
}

/** Leaves out what overlaps a quote before it. */
const distinct = (quotes: readonly Quote[]): Quote[] =>
  quotes.filter((one, at) => !quotes.slice(0, at).some((other) => overlaps(one, other)))
