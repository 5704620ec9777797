import { slice } from '../article/article.js'
import type { Clue } from './clue.js'
import { asksAge, lacksAge } from './tells-age.js'

/**
 * 1 where a question for a number, an age or a time meets a sentence that has none, nor its neighbours: then it seldom
 * answers, whatever else it has of the question ("How old is …?", "When was … elected?"). Any number will do but for an age,
 * which few numbers are. Of 8,000 answerable questions under 1 % are so.
 */
export const lacksWhatIsAsked: Clue = ({ asked, best }) => {
  const { kind, wanted } = asked
  const { match, before, after, supply, passage } = best.seen
  if (!COUNTABLE.has(kind)) return 0
  if (asksAge(asked)) return lacksAge(asked, best) ? 1 : 0
  if (supply.tokens > 0) return 0
  if ([before, after].some((beside) => ((beside?.sentence.allTags ?? 0) & wanted) !== 0)) return 0
  const words = slice(passage.passage.article.text, match.sentence.span)
  const told = kind === 'time' && MOMENT.test(words.charAt(0).toLowerCase() + words.slice(1)) // and not "the Global Times"
  return told ? 0 : 1
}

/**
 * 1 where a question names somebody ("Where was X born?"), and the sentence has X, and neither it nor its neighbours a word like
 * any of the others: near-misses are made of names. Of 8,000 answerable questions under 1 % are so.
 */
export const saysNothingOfTheDeed: Clue = ({ asked: { slots }, best }) => {
  const { match, before, after } = best.seen
  const deeds = [...slots.keys()].filter((slot) => slots[slot]?.name === false)
  const named = deeds.length > 0 && deeds.length < slots.length
  const unsaid = (slot: number): boolean =>
    [match, before, after].every((one) => (one?.meant[slot] ?? 0) < LEAST_SAID)
  return named && deeds.every(unsaid) ? 1 : 0
}

const LEAST_SAID = 0.4

const COUNTABLE: ReadonlySet<string> = new Set(['count', 'amount', 'duration', 'percent', 'time'])

/** What tells a time without a date: "when the temperature falls", "after the war". */
const MOMENT =
  /\b(?:when|while|after|before|during|until|till|since|once|whenever|as|upon|following|time|times|ago|recently|first|early|late|later|now|then|always|never|usually|often|if|modern|ancient|birth|death|war)\b/u
