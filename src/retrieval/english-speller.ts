import { oneErrorFrom } from './natural.js'
import { termOf } from './tokens.js'
import { type Speller, sortedLetters } from './typing-errors.js'

/** Shorter words have too many neighbours in a whole language. */
const SHORTEST = 4
/** A swap or a doubled letter is a typing error in a word of four letters already; "covid" is no "coved". */
const SHORTEST_OTHERWISE = 6
/** Each letter makes fifty words to try. */
const LONGEST = 14

/**
 * Mends a word that no article has, where one error away is one English word of which something is known: a question in other
 * words than the article's ("pewalty" for its "fine") is found by what its words mean.
 *
 * @param means whether it is known what a term means
 */
export const createEnglishSpeller = (means: (term: string) => boolean): Speller => ({
  repair(word) {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return null
    // many names mean something, too
    if (means(termOf(word))) return null
    const near = oneErrorFrom(word).toSorted((a, b) => lastWhereShorter(word, a) - lastWhereShorter(word, b))
    for (const isLikely of ERRORS) {
      // forms of one word are one word: the first is shown
      const meant = new Map<string, string>()
      for (const other of near) {
        const term = isLikely(word, other) ? termOf(other) : ''
        if (term !== '' && !meant.has(term) && means(term)) meant.set(term, other)
      }
      if (meant.size > 1) return null
      const [one] = meant.values()
      if (one !== undefined) return one
    }
    return null
  },
})

/** What of a stem is no word ("machin") lacks a letter: as long first, then longer, then shorter. */
const lastWhereShorter = (word: string, other: string): number => (other.length - word.length + 3) % 3

/** Kinds of errors, the likeliest first: the first kind that makes a word is taken. */
const ERRORS: readonly ((word: string, other: string) => boolean)[] = [
  (word, other) => sortedLetters(word) === sortedLetters(other),
  (word, other) => other.length < word.length && undoubled(word) === undoubled(other),
  (word) => word.length >= SHORTEST_OTHERWISE,
]

const undoubled = (word: string): string => word.replace(/(.)\1/g, '$1')
