/**
 * The three parts of `natural` that Verbatim uses, typed. Its index is never imported: that costs half a second and
 * 110 MB, reads `.env` and prints to stdout. `natural` has no `exports` map, so these paths are its files as they stand.
 */
import Spellcheck from 'natural/lib/natural/spellcheck/spellcheck.js'
import porter from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js'

const LONGEST_STEMMED = 40
const MOST_CACHED = 50_000
const stems = new Map<string, string>()

/**
 * @param word one folded word; longer ones than 40 characters come back as they are, for the stemmer is quadratic
 * @returns its Porter stem (Porter 1980), cached: uncached it costs about 5 µs
 */
export function stem(word: string): string {
  if (word.length > LONGEST_STEMMED) return word
  let found = stems.get(word)
  if (found === undefined) {
    if (stems.size >= MOST_CACHED) stems.clear() // members' words must not fill the memory
    found = porter.stem(word)
    stems.set(word, found)
  }
  return found
}

/** A dotted abbreviation (U.S.), a number with its commas and decimals, or a word with its apostrophes. */
const WORD = /(?:\p{L}\.){2,}\p{L}?|\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
const tokenizer = new RegexpTokenizer({ pattern: WORD, gaps: false })

/** @returns the words of `text` in order, each as it stands there */
export const wordsOf = (text: string): readonly string[] => tokenizer.tokenize(text) ?? []

const spellcheck = new Spellcheck([])

/** @returns every word that one letter left out, put in, exchanged or swapped with the next makes of a word of small Latin letters */
export const oneErrorFrom = (word: string): readonly string[] => spellcheck.edits(word)
