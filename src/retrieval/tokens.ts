import type { Span } from '../article/article.js'
import { FUNCTION_WORDS, NUMBER_WORDS } from './function-words.js'
import { IRREGULAR_FORMS } from './irregular-forms.js'
import { stem, wordsOf } from './natural.js'

/** One word of an article or a question, and what it is compared by. */
export interface Token {
  /** Its place in the text that was read. */
  readonly span: Span
  /** Small letters, no diacritics, no possessive; a number without commas, also where it was written as a word. */
  readonly word: string
  /** What the index knows it by: the stem of `word`, or of what it is an irregular form of. */
  readonly term: string
  /** False for function and question words, which say nothing of what a text is about. */
  readonly content: boolean
}

/**
 * Reads text as tokens, the same way for articles and questions.
 *
 * @param text any text; time grows linearly with its length
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let from = 0
  for (const written of wordsOf(text)) {
    const start = text.indexOf(written, from)
    from = start + written.length
    const word = fold(written)
    if (word === '') continue
    tokens.push({
      span: { start, end: from },
      word,
      term: termOf(word),
      content: !FUNCTION_WORDS.has(word),
    })
  }
  return tokens
}

/** @returns what the index knows a folded word by: the stem of it, or of what it is an irregular form of */
export const termOf = (word: string): string => stem(IRREGULAR_FORMS.get(word) ?? word)

/** @returns the form in which a written word is compared */
export function fold(written: string): string {
  if (UNITED_STATES.test(written)) return 'usa' // and not the pronoun
  const plain = written
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/['’]/gu, '')
  if (/^\p{N}/u.test(plain)) return plain.replaceAll(',', '')
  if (plain.includes('.')) return plain.replaceAll('.', '')
  return NUMBER_WORDS.get(plain) ?? plain
}

const UNITED_STATES = /^(?:U\.S\.(?:A\.?)?|USA?)(?:['’]s)?$/
