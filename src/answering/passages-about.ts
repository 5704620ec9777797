import { slice } from '../article/article.js'
import { splitSentences } from '../article/sentences.js'
import { MAX_QUESTION_LENGTH } from '../retrieval/question.js'
import type { Answering } from './answering.js'
import type { Quote } from './quote.js'

/** The passages nearest to what somebody wrote, the nearest first; or why there are none. */
export type About =
  | { readonly kind: 'found'; readonly quotes: readonly [Quote, ...Quote[]] }
  | { readonly kind: 'nothing-near' | 'no-words' | 'no-articles' }

/** Of a long text; each costs as much as a question. */
const MOST_SENTENCES = 4
const MOST_QUOTES = 5

/** Finds what articles say about a text, be it a question or not: for each of its longest sentences what is nearest. */
export async function passagesAbout(words: string, { answer }: Pick<Answering, 'answer'>): Promise<About> {
  const sentences = splitSentences(words, { start: 0, end: words.length })
    .map((span) => slice(words, span).slice(0, MAX_QUESTION_LENGTH))
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_SENTENCES)
  const found: { readonly quotes: readonly Quote[]; readonly confidence: number }[] = []
  let outcome: Exclude<About['kind'], 'found'> = 'no-words'
  for (const sentence of sentences) {
    const { answer: answered } = await answer(sentence)
    if (answered.kind === 'no-articles') return { kind: 'no-articles' }
    if (answered.kind === 'quoted') found.push(answered)
    else if (answered.kind === 'not-said')
      found.push({ quotes: answered.nearest, confidence: answered.confidence })
    else if (answered.kind === 'off-topic') outcome = 'nothing-near'
  }
  const [first, ...more] = distinct(
    found.sort((a, b) => b.confidence - a.confidence).flatMap(({ quotes }) => quotes),
  )
  return first === undefined
    ? { kind: outcome }
    : { kind: 'found', quotes: [first, ...more.slice(0, MOST_QUOTES - 1)] }
}

/** Leaves out what overlaps a quote before it. */
const distinct = (quotes: readonly Quote[]): Quote[] =>
  quotes.filter(
    (one, at) =>
      !quotes
        .slice(0, at)
        .some(
          (other) =>
            other.citation.article === one.citation.article &&
            other.span.start < one.span.end &&
            one.span.start < other.span.end,
        ),
  )
