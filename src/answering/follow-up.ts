import { type Span, slice } from '../article/article.js'
import { tokenize } from '../retrieval/tokens.js'
import { type Leaning, leaningOf } from './leaning.js'
import { type AskedName, namesIn } from './names-in-question.js'
import type { Quote } from './quote.js'

/** What was talked about before a question. */
export interface Topic {
  /** The question before, in words that lean on no other; null where it is not known. */
  readonly question: string | null
  /** The first quote of the answer to it; null where there was none. */
  readonly quote: Quote | null
}

/** Where nothing was said before, or nobody knows it any more. */
export const NO_TOPIC: Topic = { question: null, quote: null }

/** A question that leans on the one before, made whole. */
export type FollowUp =
  /** It asks who says what was quoted. */
  { readonly kind: 'speaker'; readonly quote: Quote } | Joined

export interface Joined {
  readonly kind: 'joined'
  /** What to search for. */
  readonly words: string
  /** Whether `words` are a question that can be shown for what was understood. */
  readonly reads: boolean
  /** What the leaning question says itself. An answer that does not speak of it answers the one before. */
  readonly own: Own
}

/** Words that a quote must have: these very words, since they take another's place, or words akin to them. */
export interface Own {
  readonly words: string
  readonly exactly: boolean
}

/**
 * Takes a question together with what was talked about before it.
 *
 * @returns null for a question that stands alone, or that nothing was said before to make it whole
 */
export function followUp(question: string, { question: before, quote }: Topic): FollowUp | null {
  const leaning = leaningOf(question)
  if (leaning?.kind === 'speaker') return quote && { kind: 'speaker', quote }
  if (leaning === null || before === null || !tokenize(before).some(({ content }) => content)) return null
  const topic = { before: bare(before), quote }
  switch (leaning.kind) {
    case 'question word':
      return withQuestionWord(leaning.asks, topic)
    case 'constituent':
      return withConstituent(leaning, topic)
    case 'pronoun':
      return withAntecedent(question, leaning.span, topic)
  }
}

/** @returns what the next question may lean on: this one, made whole where it leans itself; null where that is not known */
export function questionLeft(question: string, topic: Topic): string | null {
  const taken = followUp(question, topic)
  if (taken === null) return question
  return taken.kind === 'joined' && taken.reads ? taken.words : topic.question
}

/** @returns the words by which a question is searched for: its own, or with those it leans on; null where nothing is */
export function wordsSearched(question: string, topic: Topic): string | null {
  const taken = followUp(question, topic)
  if (taken === null) return question
  return taken.kind === 'joined' ? taken.words : null
}

interface Before {
  /** The question before, without its mark. */
  readonly before: string
  readonly quote: Quote | null
}

const NOTHING: Own = { words: '', exactly: false }

const reading = (words: string, own: Own = NOTHING): Joined => ({
  kind: 'joined',
  words: `${words.charAt(0).toUpperCase()}${words.slice(1)}?`,
  reads: true,
  own,
})

const searching = (words: string, own: Own = NOTHING): Joined => ({
  kind: 'joined',
  words,
  reads: false,
  own,
})

/** A question without its mark, and without what only ties it to what was said before. */
const bare = (question: string): string =>
  question
    .trim()
    .replace(/(?<![\s?!.…])[\s?!.…]+$/u, '')
    .replace(/^(?:(?:and|but|so|then|also)\b[\s,]*)+/iu, '')

const AUXILIARY = '(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|must)'
const ADVERBIAL = '(?:when|where|why|how(?: (?:long|often|far|much|many))?)'
/** A question for an adverb: with another question word it is a whole question still. */
const ASKS_ADVERB = new RegExp(String.raw`^${ADVERBIAL}(?= ${AUXILIARY}\b)`, 'iu')
const YES_NO = new RegExp(String.raw`^(?=${AUXILIARY}\b)`, 'iu')
const IS_ADVERBIAL = new RegExp(
  `^(?:${ADVERBIAL}|(?:(?:in|on|at|since|until) )?(?:which|what) (?:year|date|day|month|time|city|country|place|region|town)|since when|until when)$`,
  'iu',
)
const QUESTION_WORDS =
  /^(?:(?:in|on|at|by|for|since) )?(?:who|whom|whose|what|which|when|where|why|how(?: (?:long|often|far|much|many|old))?)\b/iu

/** "Why?" after "When did the protests begin?" is "Why did the protests begin?". */
function withQuestionWord(asks: string, { before }: Before): FollowUp {
  const whole = [ASKS_ADVERB, YES_NO].find((pattern) => pattern.test(before))
  if (whole !== undefined && IS_ADVERBIAL.test(asks)) {
    const rest = before.replace(whole, '').trim()
    return reading(`${asks} ${rest.charAt(0).toLowerCase()}${rest.slice(1)}`)
  }
  return searching(`${asks} ${before.replace(QUESTION_WORDS, '').trim()}`)
}

/** "And in Almaty?" after "When did the protests begin in Kazakhstan?" is "When did the protests begin in Almaty?". */
function withConstituent(
  { preposition, words: written }: Extract<Leaning, { kind: 'constituent' }>,
  { before, quote }: Before,
): Joined {
  const words = written.replace(/ ones?$/iu, '')
  const own = { words, exactly: true }
  const article = quote?.citation.article ?? null
  const [named] = namesIn(`of ${words}`, article) // not at the start, where a capital says nothing
  const names = namesIn(before, article)
  if (preposition === null) {
    const place = nameLike(named, names, before)
    return place === null
      ? searching(`${words} ${before}`, own)
      : reading(exchange(before, place, words), own)
  }
  const phrase = `${preposition} ${words}`
  const place = phraseLike(preposition, named, names, before)
  return reading(place === null ? `${before} ${phrase}` : exchange(before, place, phrase), own)
}

const exchange = (text: string, { start, end }: Span, words: string): string =>
  text.slice(0, start) + words + text.slice(end)

const alike = (a: AskedName | undefined, b: AskedName): boolean =>
  a === undefined || a.kind === null || b.kind === null
    ? b.kind !== 'time' && a?.kind !== 'time'
    : a.kind === b.kind

/** The name that another may take the place of: the only one of its kind, or the first, which the question is about. */
const nameLike = (named: AskedName | undefined, names: readonly AskedName[], before: string): Span | null => {
  const found = names.find((name) => alike(named, name))
  return found === undefined ? null : withArticle(found.span, before)
}

/** The phrase with the same preposition and the same kind of thing in it. */
function phraseLike(
  preposition: string,
  named: AskedName | undefined,
  names: readonly AskedName[],
  before: string,
): Span | null {
  for (const name of names.toReversed()) {
    const { start, end } = withArticle(name.span, before)
    const opens = new RegExp(`\\b${preposition}\\s+$`, 'iu').exec(before.slice(0, start))
    if (opens !== null && alike(named, name)) return { start: opens.index, end }
  }
  return null
}

/** A name with "the" before it. */
const withArticle = ({ start, end }: Span, text: string): Span => ({
  start: start - (/\bthe\s+$/iu.exec(text.slice(0, start))?.[0].length ?? 0),
  end,
})

/** "Why did he say so?": with the person's name in place of the pronoun; else with the words both sides spoke of. */
function withAntecedent(question: string, span: Span, { before, quote }: Before): Joined {
  const pronoun = slice(question, span)
  const own = {
    words: tokenize(question)
      .flatMap(({ content, word }) => (content ? [word] : []))
      .join(' '),
    exactly: false,
  }
  const person = PERSON.test(pronoun) ? personIn(before, quote) : null
  if (person === null) return searching(`${bare(question)} ${spokenOf(before, quote)}`, own)
  const name = POSSESSIVE.test(question.slice(span.start)) ? `${person}'s` : person
  return reading(bare(exchange(question, span, name)), own)
}

const PERSON = /^(?:he|she|him|her|his|hers)$/iu
const POSSESSIVE = /^(?:his|hers|her(?=\s+\p{L}))\b/iu

/** Who was asked about, or who is named in the answer, or speaks in it; null where it may be several. */
function personIn(before: string, quote: Quote | null): string | null {
  const article = quote?.citation.article ?? null
  const asked = namesIn(before, article).filter(({ kind }) => kind === 'person')
  const [one, another] = asked
  if (one !== undefined) return another === undefined ? slice(before, one.span) : null
  if (quote === null) return null
  const named = new Map(
    namesIn(quote.words, article)
      .filter(({ kind }) => kind === 'person')
      .map(({ span }) => [slice(quote.words, span), span]),
  )
  const [only] = named.keys()
  return named.size === 1 ? (only ?? null) : (quote.attribution?.speaker ?? null)
}

/** The words of the question before that the answer has too; all of them where it has none. */
function spokenOf(before: string, quote: Quote | null): string {
  const tokens = tokenize(before).filter(({ content }) => content)
  const answered = new Set(tokenize(quote?.words ?? '').map(({ term }) => term))
  const shared = tokens.filter(({ term }) => answered.has(term))
  return (shared.length > 0 ? shared : tokens).map(({ span }) => slice(before, span)).join(' ')
}
