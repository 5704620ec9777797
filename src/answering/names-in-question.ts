import { type Article, type Span, slice } from '../article/article.js'
import { entitiesIn } from '../mentions/entities.js'
import { type Kind, kindOf } from '../mentions/kind.js'
import { isKnownPlace } from '../mentions/known-places.js'
import { type Token, tokenize } from '../retrieval/tokens.js'

/** A name in a question, which members often write in small letters. */
export interface AskedName {
  readonly span: Span
  /** Null where it is something else, or not sure. */
  readonly kind: Kind | 'time' | null
}

/** The longest name that is looked for, in words. */
const MOST_WORDS = 5

/**
 * Finds the names in a question: what an article names, a well-known place, a time, or what has capitals inside it.
 *
 * @param article what the question was answered from; null where nothing is known
 */
export function namesIn(question: string, article: Article | null): AskedName[] {
  const tokens = tokenize(question)
  const known = article === null ? new Map<string, Kind | null>() : namesOf(article)
  const names: AskedName[] = []
  for (let at = 0; at < tokens.length; at++) {
    for (let length = Math.min(MOST_WORDS, tokens.length - at); length > 0; length--) {
      const run = tokens.slice(at, at + length)
      const kind = kindOfRun(question, run, at, known)
      if (kind === undefined) continue
      names.push({ span: spanOf(run), kind })
      at += length - 1
      break
    }
  }
  return names
}

/** Undefined where the run is no name. */
function kindOfRun(
  question: string,
  run: readonly Token[],
  at: number,
  known: ReadonlyMap<string, Kind | null>,
): AskedName['kind'] | undefined {
  const [first] = run
  if (first === undefined || !first.content || run.at(-1)?.content !== true) return undefined
  const written = slice(question, spanOf(run))
  if (TIME.test(written)) return 'time'
  const named = known.get(written.toLowerCase())
  if (named !== undefined) return named
  if (isKnownPlace(written)) return 'place'
  const capitals = run.every(({ span }) => /^\p{Lu}/u.test(question.slice(span.start)))
  return at > 0 && capitals ? kindOf(written, []) : undefined
}

const namesOf = (article: Article): Map<string, Kind | null> =>
  new Map(
    entitiesIn(article).flatMap(({ mentions, kind }) =>
      mentions.map((span) => [slice(article.text, span).toLowerCase(), kind] as const),
    ),
  )

const spanOf = (run: readonly Token[]): Span => ({
  start: run[0]?.span.start ?? 0,
  end: run.at(-1)?.span.end ?? 0,
})

const TIME =
  /^(?:(?:\d{1,2}(?:st|nd|rd|th)? )?(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2}(?:st|nd|rd|th)?)?(?:,? \d{4})?|[12]\d{3}|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next) (?:day|week|month|year)|yesterday|today)$/iu
