import type { Asked } from './asked.js'
import type { IndexedPassage, IndexedSentence } from './indexed-passage.js'

/** Which of a question's terms a sentence has, and where. */
export interface Match {
  readonly sentence: IndexedSentence
  /**
   * A bit for each slot whose term the sentence has; else of which it has a near relative; else a far one.
   */
  readonly has: number
  readonly akin: number
  readonly bridged: number
  /** A bit for each slot whose very form it has. */
  readonly sameForm: number
  /** Slot and token place of each occurrence, in order. */
  readonly slots: readonly number[]
  readonly places: readonly number[]
}

/** Compares a question with a sentence in one pass over its tokens. */
function matchSentence(asked: Asked, sentence: IndexedSentence): Match {
  const { terms, words } = sentence
  const slots: number[] = []
  const places: number[] = []
  let has = 0
  let akin = 0
  let bridged = 0
  let sameForm = 0
  for (let place = 0; place < terms.length; place++) {
    const standIn = asked.standsFor.get(terms[place] ?? -1)
    if (standIn === undefined) continue
    const { slot, as } = standIn
    if (as === 'itself') {
      has |= 1 << slot
      if (asked.words.has(words[place] ?? -1)) sameForm |= 1 << slot
      slots.push(slot)
      places.push(place)
    } else if (as === 'near relative') akin |= 1 << slot
    else bridged |= 1 << slot
  }
  return { sentence, has, akin: akin & ~has, bridged: bridged & ~has & ~akin, sameForm, slots, places }
}

/** How a passage compares with a question, as its sentences do. */
export interface PassageMatch {
  readonly passage: IndexedPassage
  readonly matches: readonly Match[]
  readonly has: number
  readonly akin: number
  readonly bridged: number
  /** MiniSearch's score as a share of the best passage's, and the place in its ranking, from 0. */
  readonly share: number
  readonly rank: number
  /** Bits of the slots whose terms stand in the section's heading, or in the article's title. */
  readonly inHeading: number
  readonly inTitle: number
}

export function matchPassage(
  asked: Asked,
  passage: IndexedPassage,
  share: number,
  rank: number,
): PassageMatch {
  const matches = passage.sentences.map((sentence) => matchSentence(asked, sentence))
  const has = matches.reduce((all, match) => all | match.has, 0)
  const akin = matches.reduce((all, match) => all | match.akin, 0) & ~has
  return {
    passage,
    matches,
    has,
    akin,
    bridged: matches.reduce((all, match) => all | match.bridged, 0) & ~has & ~akin,
    share,
    rank,
    inHeading: bitsOf(asked, passage.headingTerms),
    inTitle: bitsOf(asked, passage.titleTerms),
  }
}

function bitsOf(asked: Asked, terms: ReadonlySet<number>): number {
  let bits = 0
  for (const term of terms) {
    const slot = asked.slotOf.get(term)
    if (slot !== undefined) bits |= 1 << slot
  }
  return bits
}

/** @returns the number of bits set */
export function count(bits: number): number {
  let left = bits
  let counted = 0
  while (left !== 0) {
    left &= left - 1
    counted++
  }
  return counted
}

/** @returns the sum of `weights` at the bits set */
export function weigh(bits: number, weights: (slot: number) => number): number {
  let sum = 0
  for (let left = bits; left !== 0; left &= left - 1) sum += weights(31 - Math.clz32(left & -left))
  return sum
}
