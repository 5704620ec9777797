import type { Asked } from '../retrieval/asked.js'
import type { Match } from '../retrieval/match.js'
import { TAG } from '../retrieval/token-tags.js'
import type { Clue } from './clue.js'

/**
 * What the best sentence says of the noun whose like is asked for: "Which hospital …?" is answered by "St Mary's hospital", and
 * not by "another is in hospital"; "Who is the coach?" by "its coach, Marta Quiroga", and not by a name elsewhere in the
 * sentence.
 */
export const NOUN_CLUES: Readonly<Record<string, Clue>> = {
  nounAsked: ({ asked }) => (nounAskedAbout(asked) < 0 ? 0 : 1),
  nounMet: ({ asked, best }) => (placesOfNoun(asked, best.seen.match).length > 0 ? 1 : 0),
  /** It stands there as something without a name: "a bank", "one of its technicians", "three firms". */
  nounUnnamed: ({ asked, best: { seen } }) => {
    const places = placesOfNoun(asked, seen.match)
    const { tags } = seen.match.sentence
    return places.length > 0 && places.every((at) => ((tags[at] ?? 0) & TAG.unnamed) !== 0) ? 1 : 0
  },
  /** How near the next name is, and the next number, that the question does not have. */
  nameAtNoun: ({ asked, best }) => nearness(asked, best.seen.match, TAG.name),
  numberAtNoun: ({ asked, best }) => nearness(asked, best.seen.match, NUMBERS),
  /** "How many?" wants a number that counts it. */
  nounCounted: ({ asked, best: { seen } }) =>
    asked.kind === 'count' &&
    placesOfNoun(asked, seen.match).some((at) =>
      [1, 2, 3].some((back) => ((seen.match.sentence.tags[at - back] ?? 0) & TAG.number) !== 0),
    )
      ? 1
      : 0,
}

const NUMBERS = TAG.number | TAG.money | TAG.percent | TAG.measure

/** One over how many tokens it is from the noun to the nearest token of a kind that is no word of the question; else 0. */
function nearness(asked: Asked, match: Match, kind: number): number {
  const nouns = placesOfNoun(asked, match)
  let least = Number.POSITIVE_INFINITY
  match.sentence.tags.forEach((bits, at) => {
    if ((bits & kind) === 0 || match.places.includes(at)) return
    for (const noun of nouns) least = Math.min(least, Math.abs(at - noun))
  })
  return 1 / Math.max(1, least)
}

/** Where a sentence has the noun asked about, or a relative of it. */
function placesOfNoun(asked: Asked, { sentence: { terms } }: Match): number[] {
  const noun = nounAskedAbout(asked)
  return noun < 0 ? [] : [...terms.keys()].filter((at) => asked.standsFor.get(terms[at] ?? -1)?.slot === noun)
}

/**
 * The slot of the noun whose like is asked for: "Which *hospital* …?", "How many *windows* …?", "Who is the former *coach* of
 * …?", "What is the name of the *bank* in …?"; -1 where there is none.
 */
function nounAskedAbout({ kind, focus, question: { tokens }, slots }: Asked): number {
  const naming = tokens.findIndex(({ word }) => NAMING.has(word))
  const named = naming >= 0 && tokens[naming + 1]?.word === 'of'
  const isWho = kind === 'person' && BE.has(tokens[1]?.word ?? '')
  const place = named ? lastOfRun(naming + 2) : isWho ? lastOfRun(2) : focus
  return slots.findIndex(({ term }) => term === tokens[place]?.term)

  /** The last of the content words that follow, determiners left out. */
  function lastOfRun(from: number): number {
    let at = from
    while (DETERMINERS.has(tokens[at]?.word ?? '')) at++
    let last = -1
    for (; tokens[at]?.content === true; at++) last = at
    return last
  }
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const NAMING = words('name names')
const BE = words('is are was were')
const DETERMINERS = words('a an the this that these those his her its their')
