import type { Asked } from '../retrieval/asked.js'
import type { Match } from '../retrieval/match.js'
import type { QuestionKind } from '../retrieval/question-kind.js'
import type { Ranked, Ranking } from '../retrieval/retrieval.js'
import { TAG } from '../retrieval/token-tags.js'

/**
 * Finds the sentences that give other numbers than the best one does, where a question asks for a number: "14 people died"
 * in one section, "nine people were killed" in another. The ranker knows only which of them is likelier, and a reader who
 * is shown one of two numbers is misled. By rules, since a number of something else misleads as much: it must say all that
 * the question asks, as the best sentence does.
 *
 * @returns the likelier first; none where the question asks for no number, or the best sentence does not say all it asks
 */
export function otherNumbers({ asked, ranked }: Ranking): Ranked[] {
  const [best, ...others] = ranked.slice(0, LOOKED_AT)
  if (best === undefined || !COUNTED.has(asked.kind) || namesNumber(asked) || !answers(asked, best)) return []
  const found: Ranked[] = []
  for (const other of others) {
    const numbers = numbersIn(asked, other.seen.match)
    const known = [best, ...found].some((one) => isSubset(numbers, numbersIn(asked, one.seen.match)))
    if (!known && answers(asked, other)) found.push(other)
  }
  return found
}

const LOOKED_AT = 20

const COUNTED: ReadonlySet<QuestionKind> = new Set(['count', 'amount', 'percent'])

/**
 * Whether a sentence says all that is asked, with a number for it. What is counted tells that it is the number; where
 * nothing is, as in "how much", the sentence must have the very words.
 */
function answers(asked: Asked, { seen: { match, passage } }: Ranked): boolean {
  if (numbersIn(asked, match).size === 0) return false
  const isCount = asked.kind === 'count'
  const said = isCount ? match.has | match.akin : match.has
  const names = isCount ? passage.has | passage.inHeading | passage.inTitle : 0
  return asked.slots.every(
    ({ name, place }, slot) =>
      isMeasure(asked, place) || (((name ? said | names : said) >> slot) & 1) !== 0 || isPeople(asked, place), // "17 dead": they go without saying where no other noun is counted
  )
}

/** "How much did ship 30 carry?": another sentence has the 30 for an amount. A year is no amount. */
const namesNumber = ({ slots }: Asked): boolean =>
  slots.some(({ numeric, term }) => numeric && !/^[12]\d{3}$/.test(term))

/** "Many" and "much", which ask for the number. */
const isMeasure = ({ question }: Asked, place: number): boolean =>
  /^(?:many|much)$/.test(question.tokens[place]?.word ?? '')

const isPeople = ({ question }: Asked, place: number): boolean => question.tokens[place]?.word === 'people'

const numbersIn = (asked: Asked, match: Match): Set<number> =>
  new Set(numberPlaces(asked, match).map((at) => match.sentence.words[at] ?? -1))

/** Where a sentence has numbers of what is asked for, no dates, and none that the question names itself. */
const numberPlaces = (asked: Asked, match: Match): number[] => {
  const { tags } = match.sentence
  return [...tags.keys()].filter((at) => {
    const bits = tags[at] ?? 0
    const isNumber = (bits & asked.wanted) !== 0 && (bits & TAG.date) === 0 && !match.places.includes(at)
    return isNumber && (asked.kind !== 'count' || counts(asked, match, at))
  })
}

/** Words that may stand between a number and what it counts: "350 badly damaged houses". */
const BETWEEN = 2

/** Whether a number counts the noun asked about: "26 protesters"; or people, as "17 dead". */
function counts(asked: Asked, { sentence: { terms, content } }: Match, at: number): boolean {
  const stands = (place: number): 'noun' | 'other' | null => {
    const slot = asked.standsFor.get(terms[place] ?? -1)?.slot
    if (slot === undefined) return null
    return asked.focusBit === 1 << slot ? 'noun' : 'other'
  }
  for (let place = at + 1; place <= at + 1 + BETWEEN; place++) if (stands(place) === 'noun') return true
  return isPeople(asked, asked.focus) && (content[at + 1] !== 1 || stands(at + 1) === 'other')
}

const isSubset = (one: ReadonlySet<number>, other: ReadonlySet<number>): boolean =>
  [...one].every((number) => other.has(number))
