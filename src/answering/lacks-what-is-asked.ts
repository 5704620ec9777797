import { slice } from '../article/article.js'
import type { Asked } from '../retrieval/asked.js'
import type { Ranked } from '../retrieval/retrieval.js'

/**
 * Tells whether a question for a number, an age or a time meets a sentence that has none, nor its neighbours: then it
 * does not answer, whatever else it has of the question ("How old is …?", "When was … elected?"). The learned confidence
 * knows this too little, since encyclopedia questions nearly always meet a number. Of 8,000 answerable ones the rule
 * stops under 1 %.
 */
export function lacksWhatIsAsked(
  { kind, wanted }: Asked,
  { seen: { match, before, after, supply, passage } }: Ranked,
): boolean {
  if (!COUNTABLE.has(kind) || supply.tokens > 0) return false
  if ([before, after].some((beside) => ((beside?.sentence.allTags ?? 0) & wanted) !== 0)) return false
  const words = slice(passage.passage.article.text, match.sentence.span)
  return kind !== 'time' || !MOMENT.test(words.charAt(0).toLowerCase() + words.slice(1)) // and not "the Global Times"
}

const COUNTABLE: ReadonlySet<string> = new Set(['count', 'duration', 'percent', 'time'])

/** What tells a time without a date: "when the temperature falls", "after the war". */
const MOMENT =
  /\b(?:when|while|after|before|during|until|till|since|once|whenever|as|upon|following|time|times|ago|recently|first|early|late|later|now|then|always|never|usually|often|if|modern|ancient|birth|death|war)\b/u
