import { longFormOf } from './chat-words.js'
import { editDistance } from './edit-distance.js'
import { FUNCTION_WORDS } from './function-words.js'
import { isCapital, type NameWords } from './name-words.js'
import type { Question } from './question.js'
import { termOf } from './tokens.js'
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
  /** Mends what is near no word of the articles. */
  readonly english: Speller
  readonly names: readonly NameWords[]
}

/** A word is compared with every form of every word of the articles; whoever errs more often writes no question. */
const MOST_LOOKED_AT = 8
/** Beside the articles' words, with hundreds of words one error away, some 5 ms each. */
const MOST_IN_ENGLISH = 3

/**
 * Mends a question's typing errors against the words of what is searched. A word that English has is left alone, so no
 * real word turns into another; what was mended is handed back, to be said.
 */
export function repairQuestion(
  question: Question,
  { knows, speller, english, names }: RepairGround,
): { question: Question; repairs: readonly Repair[] } {
  const repairs: Repair[] = []
  let looked = 0
  const tokens = question.tokens.map((token, at) => {
    if (!token.content || !question.terms.includes(token.term) || knows(token.term)) return token
    if (++looked > MOST_LOOKED_AT) return token
    const capital = isCapital(question.text, token)
    const near = longFormOf(token.word) ?? speller().repair(token.word)
    // a name that the articles do not have must go on lacking
    const meant = near ?? (capital || looked > MOST_IN_ENGLISH ? null : english.repair(token.word))
    if (meant === null) return token
    const written = question.text.slice(token.span.start, token.span.end)
    if (at > 0 && capital && !mayNameTurnInto(token.word, meant, names)) return token
    repairs.push({ written, meant })
    return { ...token, word: meant, term: termOf(meant), content: !FUNCTION_WORDS.has(meant) }
  })
  if (repairs.length === 0) return { question, repairs }
  const kept = new Set(question.terms)
  const terms = new Set(
    tokens.flatMap((token, at) =>
      token.content && kept.has(question.tokens[at]?.term ?? '') ? [token.term] : [],
    ),
  )
  if (terms.size === 0) return { question, repairs: [] }
  return { question: { ...question, tokens, terms: [...terms] }, repairs }
}

/** Few names have a long word one error away: titles are written with capitals, too. */
const LONG = 7

/** "Putin" is no typing error for "putting": a name may only turn into a name, unless it is long and one error away. */
const mayNameTurnInto = (word: string, meant: string, names: readonly NameWords[]): boolean =>
  names.some((of) => of.has(meant)) || (word.length >= LONG && editDistance(word, meant, 1) <= 1)
