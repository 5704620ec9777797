import { termOf } from './tokens.js'
import type { Speller } from './typing-errors.js'

/** Shorter words have too many neighbours in a whole language. */
const SHORTEST = 4
/** A swap or a doubled letter is a typing error in a word of four letters already; "covid" is no "coved". */
const SHORTEST_OTHERWISE = 6
/** Each letter makes fifty words to try: eight unknown words of this length take some 20 ms. */
const LONGEST = 14
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

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
    for (const errors of ERRORS) {
      // forms of one word are one word: the first is shown, which lacks none of its letters where there is one
      const meant = new Map<string, string>()
      for (const other of errors(word)) {
        const term = termOf(other)
        if (!meant.has(term) && means(term)) meant.set(term, other)
      }
      if (meant.size > 1) return null
      const [one] = meant.values()
      if (one !== undefined) return one
    }
    return null
  },
})

/** What may have been written for a word, the likeliest error first: the first kind that makes a word is taken. */
const ERRORS: readonly ((word: string) => string[])[] = [
  swapped,
  (word) => without(word).filter((_, at) => word[at] === word[at + 1]),
  (word) =>
    word.length < SHORTEST_OTHERWISE ? [] : [...exchanged(word), ...withOneMore(word), ...without(word)],
]

const places = (word: string): number[] => [...word].map((_, at) => at)

function swapped(word: string): string[] {
  return places(word.slice(1)).map(
    (at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  )
}

const without = (word: string): string[] => places(word).map((at) => word.slice(0, at) + word.slice(at + 1))

const withOneMore = (word: string): string[] =>
  [...places(word), word.length].flatMap((at) =>
    LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at)),
  )

const exchanged = (word: string): string[] =>
  places(word).flatMap((at) => LETTERS.map((letter) => word.slice(0, at) + letter + word.slice(at + 1)))
