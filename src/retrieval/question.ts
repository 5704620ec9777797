import { withSmallWordsMended } from './chat-words.js'
import { withoutChatter } from './chatter.js'
import { type Token, tokenize } from './tokens.js'

/** A question that may go to the index. */
export interface Question {
  /** As it was asked, without controls and surrounding white space; after mending as it was meant. `tokens` stand in it. */
  readonly text: string
  readonly tokens: readonly Token[]
  /** Its content terms, each once, in the order they were asked; never empty. */
  readonly terms: readonly string[]
}

/** Why words cannot be searched for. */
export type Unaskable = 'empty' | 'too-long' | 'no-words'

/** Discord lets members write 2,000 or 4,000 characters; a question needs far fewer. */
export const MAX_QUESTION_LENGTH = 1000
/** The guard: a search costs by its distinct terms, and 24 keep it under 10 ms on 14,500 passages. */
const MAX_TERMS = 24
const MAX_TERM_LENGTH = 40

/**
 * Guards what members type before it reaches the index, where unguarded words can cost seconds and gigabytes.
 *
 * @param words what was typed
 * @returns the question, or why it is none: nothing in it, over 1,000 characters, or no word to search for
 */
export function readQuestion(words: string): Question | Unaskable {
  const text = visible(words)
  if (text === '') return 'empty'
  if (text.length > MAX_QUESTION_LENGTH) return 'too-long'
  return parseQuestion(text)
}

/** The same for text that has passed that guard. */
export function parseQuestion(text: string): Question | 'no-words' {
  const tokens = withSmallWordsMended(tokenize(withoutChatter(text)))
  const terms = contentTerms(tokens)
  return terms.length === 0 ? 'no-words' : { text, tokens, terms }
}

/**
 * Drops what cannot be seen and can mislead: controls, zero-width and direction marks, lone surrogates; folds
 * compatibility forms, as an old typewriter font is still letters.
 */
const visible = (words: string): string =>
  words
    .toWellFormed()
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/[\p{Cf}\uFFFD]+/gu, '')
    .trim()

/** The distinct terms a search may use. */
function contentTerms(tokens: readonly Token[]): string[] {
  const terms = new Set<string>()
  for (const { term, content } of tokens) {
    if (content && term.length <= MAX_TERM_LENGTH) terms.add(term)
    if (terms.size === MAX_TERMS) break
  }
  return [...terms]
}
