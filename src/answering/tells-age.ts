import { slice } from '../article/article.js'
import type { Asked } from '../retrieval/asked.js'
import type { Ranked } from '../retrieval/retrieval.js'

/** @returns whether a question asks how old somebody or something is */
export const asksAge = ({ question: { tokens } }: Asked): boolean =>
  tokens.some(({ word }, at) => word === 'old' && tokens[at - 1]?.word === 'how')

/** @returns whether an age is asked for, and neither the sentence nor its neighbours tell one */
export function lacksAge(asked: Asked, { seen: { match, before, after, passage } }: Ranked): boolean {
  const { text } = passage.passage.article
  return (
    asksAge(asked) &&
    ![before, match, after].some((one) => one !== undefined && tellsAge(slice(text, one.sentence.span)))
  )
}

/**
 * Tells whether words give an age, or a time from which it follows: "aged 58", "Echeverri, 58, is", "she is 16 and",
 * "founded in 1871". The two sons of somebody, or what she did in 2019, are numbers too and no age.
 */
export const tellsAge = (words: string): boolean => AGE.test(words)

const NUMBER = String.raw`(?:\d{1,3}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]{3,5})?|[a-z]{0,8}(?:teen|twelve|eleven))`
const LONG_AGO = String.raw`(?:\d{3,4}\b|centur|millenni|[a-z]{4,9} age\b)`
const AGE = new RegExp(
  [
    String.raw`\b(?:age[ds]?|years?[ -]old|birthday|infant|newborn|bab(?:y|ies)|toddlers?|teenagers?)\b`,
    String.raw`(?:, |\()${NUMBER}(?:[,)]| and\b|$)`,
    String.raw`\b(?:is|are|was|were|am|be|turn(?:s|ed)|at|of) (?:about |around |over |under |only |just |now |already )?${NUMBER}(?:[.,;:)]|$| (?:and|but|or|when|who)\b)`,
    String.raw`\bin (?:his|her|their) (?:(?:early|mid|late)[ -])?[a-z]{3,6}ties\b`,
    String.raw`\b(?:born|birth|built|founded|established|created|opened|launched|settled|dat(?:es?|ed|ing)|laid)\b[^.;]{0,60}${LONG_AGO}`,
    String.raw`\b(?:BCE?|BP)\b`,
  ].join('|'),
  'u',
)
