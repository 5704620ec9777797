import { slice } from '../article/article.js'
import { longFormOf } from './chat-words.js'
import { editDistance } from './edit-distance.js'
import { isCapital, type NameWords } from './name-words.js'
import { parseQuestion, type Question } from './question.js'
import type { Token } from './tokens.js'
import type { Speller } from './typing-errors.js'

/** A word that was searched for instead of the one that was written. */
export interface Repair {
  readonly written: string
  readonly meant: string
}

export interface RepairGround {
  /** @returns whether the articles searched, or English, have a word and its term */
  knows(term: string, word: string): boolean
  /** Made when the first word needs it: reading all forms of the articles' words takes as long as loading them. */
  readonly speller: () => Speller
  /** Mends what is near no word of the articles: see `EnglishSpeller`. */
  english(word: string): string | null
  readonly names: readonly NameWords[]
}

/** A word is compared with every form of the articles' words, and those of English; whoever errs more often writes no question. */
const MOST_LOOKED_AT = 8

/**
 * Mends a question's typing errors against the words of what is searched. A word that English has is left alone, so no
 * real word turns into another; what was mended is handed back, to be said.
 */
export function repairQuestion(
  question: Question,
  { knows, speller, english, names }: RepairGround,
): { question: Question; repairs: readonly Repair[] } {
  const { text, tokens, terms } = question
  const shouts = !/\p{Ll}/u.test(text)
  const repairs = new Map<Token, Repair>()
  let looked = 0
  for (const [at, token] of tokens.entries()) {
    const { word, term, content, span } = token
    if (!content || !terms.includes(term)) continue
    const long = longFormOf(word)
    if (long === null && knows(term, word)) continue
    if (++looked > MOST_LOOKED_AT) break
    const mayBeName = at > 0 && !shouts && isCapital(text, token)
    const near = long ?? speller().repair(word)
    // a name that the articles do not have must go on lacking
    const meant = near ?? (mayBeName ? null : english(word))
    if (meant === null || (mayBeName && !mayNameTurnInto(word, meant, names))) continue
    repairs.set(token, { written: slice(text, span), meant })
  }
  const mended = asMeant(question, (token) => repairs.get(token)?.meant ?? null)
  return { question: mended, repairs: mended === question ? [] : [...repairs.values()] }
}

/**
 * @param meantBy what a token was meant to be; null where it is what it should be
 * @returns the question with these words instead, read anew, since they may be chatter or function words; the question itself
 * where no word is another one, or nothing would be left to search for
 */
export function asMeant(question: Question, meantBy: (token: Token) => string | null): Question {
  let text = ''
  let from = 0
  for (const token of question.tokens) {
    const meant = meantBy(token)
    if (meant === null) continue
    const { start, end } = token.span
    const capital = isCapital(question.text, token)
    text +=
      question.text.slice(from, start) + (capital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant)
    from = end
  }
  const mended = from === 0 ? question : parseQuestion(text + question.text.slice(from))
  return mended === 'no-words' ? question : mended
}

/** Few names have a long word one error away: titles are written with capitals, too. */
const LONG = 7

/** "Putin" is no typing error for "putting": a name may only turn into a name, unless it is long and one error away. */
const mayNameTurnInto = (word: string, meant: string, names: readonly NameWords[]): boolean =>
  names.some((of) => of.has(meant)) || (word.length >= LONG && editDistance(word, meant, 1) <= 1)
