import { oneErrorFrom } from './natural.js'
import { termOf } from './tokens.js'
import { isSlip } from './typing-errors.js'

/** Mends a word that no article has, where English words are one error away. */
export interface EnglishSpeller {
  /**
   * @param likeness how like a term is to the likest one of what is searched, from 0 to 1
   * @returns the word that was probably meant; null where none is near, or several are as likely
   */
  repair(word: string, likeness: (term: string) => number): string | null
}

export interface EnglishGround {
  /** @returns whether it is known what a term means */
  means(term: string): boolean
  /** @returns whether a word of four letters or more is common in English */
  isCommon(word: string): boolean
  /** @returns how rare a term is in English at large */
  background(term: string): number
}

/** Shorter words have too many neighbours in a whole language. */
const SHORTEST = 4
/** From here on any error is taken for one, and before that slips: "peple" is "people", and "tarek" no "trek". */
const SHORTEST_OTHERWISE = 6
/** Each letter makes fifty words to try. */
const LONGEST = 14
/**
 * What makes a word likelier: the error is a slip (`isSlip`); its first letter is another one; its rarity in English; how like
 * it is to the likest word of what is searched. docs/answers.md says what that mends.
 */
const WORTH = { slip: 1.5, otherStart: -1.2, rarity: -0.3, likeness: 2 }
/** By so much a word must be likelier than any other. */
const PLAINLY = 0.3

/**
 * A question in other words than the article's ("pewalty" for its "fine") is found by what its words mean, so a word is worth
 * mending even where no article has it.
 */
export const createEnglishSpeller = ({ means, isCommon, background }: EnglishGround): EnglishSpeller => ({
  repair(word, likeness) {
    if (word.length < SHORTEST || word.length > LONGEST || !/^[a-z]+$/.test(word)) return null
    // many names mean something, too
    if (means(termOf(word))) return null
    // forms of one word are one word: the first is shown
    const meant = new Map<string, string>()
    for (const other of oneErrorFrom(word)) {
      if (!isCommon(other)) continue
      const term = termOf(other)
      const isLikely = word.length >= SHORTEST_OTHERWISE || isSlip(word, other)
      if (isLikely && !meant.has(term) && means(term)) meant.set(term, other)
    }
    const [best, second] = [...meant]
      .map(([term, other]) => ({
        other,
        score:
          (isSlip(word, other) ? WORTH.slip : 0) +
          (word[0] === other[0] ? 0 : WORTH.otherStart) +
          WORTH.rarity * background(term) +
          WORTH.likeness * likeness(term),
      }))
      .sort((a, b) => b.score - a.score)
    const isPlain = second === undefined || (best?.score ?? 0) - second.score >= PLAINLY
    return best !== undefined && isPlain ? best.other : null
  },
})
