import type { Alike, Asked } from './asked.js'
import type { IndexedPassage, IndexedSentence } from './indexed-passage.js'
import { TAG } from './token-tags.js'

/** Which of a question's terms a sentence has, and where. */
export interface Match {
  readonly sentence: IndexedSentence
  /** A bit for each slot whose term the sentence has; else of which it has a relative. */
  readonly has: number
  readonly akin: number
  /** A bit for each slot whose very form it has. */
  readonly sameForm: number
  /** For each slot how nearly the sentence says it, from 0 to 1: 1 for the word itself, else by the likest word. */
  readonly meant: Float64Array
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
    } else akin |= 1 << slot
  }
  if (sentence.allTags & TAG.speech) akin |= asked.sayingBits
  akin &= ~has
  return { sentence, has, akin, sameForm, meant: meantBy(sentence, asked, has, akin), slots, places }
}

/** A near relative counts at least this much, like words or not. */
const RELATIVE = 0.7

function meantBy({ contentTerms }: IndexedSentence, { slots, alike }: Asked, has: number, akin: number) {
  const meant = new Float64Array(slots.length)
  for (let slot = 0; slot < meant.length; slot++)
    meant[slot] = has & (1 << slot) ? 1 : akin & (1 << slot) ? RELATIVE : 0
  for (const term of contentTerms)
    for (const { slot, likeness } of alike.get(term) ?? NOTHING)
      if (likeness > (meant[slot] ?? 1)) meant[slot] = likeness
  return meant
}

const NOTHING: readonly Alike[] = []

/** How a passage compares with a question, as its sentences do. */
export interface PassageMatch {
  readonly passage: IndexedPassage
  readonly matches: readonly Match[]
  readonly has: number
  readonly akin: number
  /** For each slot how nearly its sentences say it. */
  readonly meant: Float64Array
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
    meant: Float64Array.from(asked.slots, (_, slot) =>
      matches.reduce((most, { meant }) => Math.max(most, meant[slot] ?? 0), 0),
    ),
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
