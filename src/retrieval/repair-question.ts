import { longFormOf } from './chat-words.js'
import { editDistance } from './edit-distance.js'
import { isCapital, type NameWords } from './name-words.js'
import { type Question, readQuestion } from './question.js'
import type { Speller } from './typing-errors.js'

/** A word that was searched for instead of the one that was written. */
export interface Repair {
  readonly written: string
  readonly meant: string
}

export interface RepairGround {
  /** @returns whether the articles searched, or English, have a term */
  knows(term: string): boolean
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
  const repairs: Repair[] = []
  let text = ''
  let from = 0
  let looked = 0
  for (const [at, token] of question.tokens.entries()) {
    if (!token.content || !question.terms.includes(token.term) || knows(token.term)) continue
    if (++looked > MOST_LOOKED_AT) break
    const capital = isCapital(question.text, token)
    const near = longFormOf(token.word) ?? speller().repair(token.word)
    // a name that the articles do not have must go on lacking
    const meant = near ?? (capital ? null : english(token.word))
    if (meant === null || (at > 0 && capital && !mayNameTurnInto(token.word, meant, names))) continue
    const { start, end } = token.span
    repairs.push({ written: question.text.slice(start, end), meant })
    text +=
      question.text.slice(from, start) + (capital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant)
    from = end
  }
  // read anew, since what was meant may be chatter or a function word
  const mended = repairs.length === 0 ? question : readQuestion(text + question.text.slice(from))
  return typeof mended === 'string' ? { question, repairs: [] } : { question: mended, repairs }
}

/** Few names have a long word one error away: titles are written with capitals, too. */
const LONG = 7

/** "Putin" is no typing error for "putting": a name may only turn into a name, unless it is long and one error away. */
const mayNameTurnInto = (word: string, meant: string, names: readonly NameWords[]): boolean =>
  names.some((of) => of.has(meant)) || (word.length >= LONG && editDistance(word, meant, 1) <= 1)
