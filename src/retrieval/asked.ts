import type { IndexedSentence } from './indexed-passage.js'
import type { Meanings } from './meanings.js'
import { isCapital, type NameWords } from './name-words.js'
import type { Question } from './question.js'
import { type AskedFor, askedFor } from './question-kind.js'
import { isSaying } from './saying.js'
import { rarity, type TermStatistics } from './term-statistics.js'
import type { Vocabulary } from './vocabulary.js'

/** A question made ready for the articles it is put to. */
export interface Asked extends AskedFor {
  readonly question: Question
  /** The question's content terms, in the order they were asked: at most 24, so a set of them is one integer's bits. */
  readonly slots: readonly Slot[]
  /** From a term's number to its slot. */
  readonly slotOf: ReadonlyMap<number, number>
  /** From the number of a term, its own or a related one, to the slot it stands for. */
  readonly standsFor: ReadonlyMap<number, StandIn>
  /** From the number of a term to the slots it is like: names and numbers are like nothing but themselves. */
  readonly alike: ReadonlyMap<number, readonly Alike[]>
  /** What the words that are no names mean together; null where nothing is known of them. */
  readonly gist: Float32Array | null
  /** @returns the same of a sentence */
  readonly gistOf: (sentence: IndexedSentence) => Float32Array | null
  /** Whether anything but the question's own words stands for it. */
  readonly hasRelatives: boolean
  /** Numbers of the words exactly as asked. */
  readonly words: ReadonlySet<number>
  /** The sums of the slots' weights. */
  readonly weight: number
  readonly passageWeight: number
  /** The question's tokens as term numbers, function words included; -1 where no article has the term. */
  readonly sequence: Int32Array
  /** From a term's number to its places in `sequence`. */
  readonly placesOf: ReadonlyMap<number, readonly number[]>
  /** Sets of slots: names, numbers, and the noun asked about. */
  readonly nameBits: number
  readonly numberBits: number
  readonly focusBit: number
  /** The verbs of saying: any sentence that reports what somebody says has a relative of them. */
  readonly sayingBits: number
  readonly statistics: TermStatistics
}

export interface Slot {
  readonly term: string
  /** Its rarity among sentences, and among passages, of what is searched. */
  readonly weight: number
  readonly passageWeight: number
  /** Its rarity in English at large: a short article's own statistics know only what it repeats. */
  readonly background: number
  readonly name: boolean
  readonly numeric: boolean
  /** Whether what is searched has it nowhere. */
  readonly absent: boolean
  /** Its place among the question's tokens. */
  readonly place: number
}

export interface StandIn {
  readonly slot: number
  readonly as: 'itself' | 'relative'
}

export interface Alike {
  readonly slot: number
  readonly likeness: number
}

export interface Ground {
  readonly vocabulary: Vocabulary
  readonly statistics: TermStatistics
  readonly names: readonly NameWords[]
  /** @returns the terms that may stand in for a word and its term */
  related(word: string, term: string): readonly string[]
  /** @returns how rare a term is in English at large */
  background(term: string): number
  readonly meanings: Meanings
}

/** Weighs a question's terms by what is searched. */
export function prepare(
  question: Question,
  { vocabulary, statistics, names, related, background, meanings }: Ground,
): Asked {
  const asks = askedFor(question.tokens)
  const toSlot = (term: string): Slot => {
    const place = question.tokens.findIndex((token) => token.term === term)
    const token = question.tokens[place]
    const number = vocabulary.find(term)
    const inSentences = number === undefined ? 0 : statistics.inSentences(number)
    const inPassages = number === undefined ? 0 : statistics.inPassages(number)
    const capital = token !== undefined && place > 0 && isCapital(question.text, token)
    const name = token !== undefined && (capital || names.some((of) => of.has(token.word)))
    const numeric = token !== undefined && /^\p{N}/u.test(token.word)
    return {
      term,
      weight: rarity(inSentences, statistics.sentences),
      passageWeight: rarity(inPassages, statistics.passages),
      background: background(term),
      name,
      numeric,
      absent: inSentences === 0,
      place,
    }
  }
  // pushed one by one: V8 gives what a compiled "map" makes another hidden class, and compiles all that reads it anew
  const slots: Slot[] = []
  for (const term of question.terms) slots.push(toSlot(term))
  const sequence = Int32Array.from(question.tokens, ({ term }) => vocabulary.find(term) ?? -1)
  const slotOf = new Map<number, number>()
  const standsFor = new Map<number, StandIn>()
  slots.forEach(({ term }, slot) => {
    const number = vocabulary.find(term)
    if (number !== undefined) slotOf.set(number, slot)
  })
  for (const [number, slot] of slotOf) standsFor.set(number, { slot, as: 'itself' })
  slots.forEach(({ term, place }, slot) => {
    for (const relative of related(question.tokens[place]?.word ?? '', term)) {
      const number = vocabulary.find(relative)
      if (number !== undefined && !standsFor.has(number)) standsFor.set(number, { slot, as: 'relative' })
    }
  })
  return {
    ...asks,
    question,
    slots,
    slotOf,
    standsFor,
    alike: alikeTo(slots, meanings),
    gist: meanings.gist(
      slots.flatMap(({ term, name }) => (name ? [] : [term])),
      background,
    ),
    gistOf: (sentence) => meanings.gistOf(sentence, sentence.contentTerms, background),
    hasRelatives: standsFor.size > slotOf.size,
    words: new Set(question.tokens.flatMap(({ word }) => vocabulary.find(word) ?? [])),
    weight: slots.reduce((sum, { weight }) => sum + weight, 0),
    passageWeight: slots.reduce((sum, { passageWeight }) => sum + passageWeight, 0),
    sequence,
    placesOf: placesIn(sequence),
    nameBits: bitsWhere(slots, ({ name }) => name),
    numberBits: bitsWhere(slots, ({ numeric }) => numeric),
    focusBit: bitsWhere(slots, ({ term }) => term === question.tokens[asks.focus]?.term),
    sayingBits: bitsWhere(slots, ({ place }) => isSaying(question.tokens[place]?.word ?? '')),
    statistics,
  }
}

function alikeTo(slots: readonly Slot[], { like }: Meanings): Map<number, Alike[]> {
  const alike = new Map<number, Alike[]>()
  slots.forEach(({ term, name, numeric }, slot) => {
    if (name || numeric) return
    for (const [number, likeness] of like(term)) {
      const known = alike.get(number)
      if (known === undefined) alike.set(number, [{ slot, likeness }])
      else known.push({ slot, likeness })
    }
  })
  return alike
}

const bitsWhere = (slots: readonly Slot[], is: (slot: Slot) => boolean): number =>
  slots.reduce((bits, slot, at) => (is(slot) ? bits | (1 << at) : bits), 0)

function placesIn(sequence: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const [place, term] of sequence.entries())
    if (term >= 0) places.set(term, [...(places.get(term) ?? []), place])
  return places
}
