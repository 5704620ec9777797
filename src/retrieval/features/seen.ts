import type { Asked } from '../asked.js'
import { count, type Match, type PassageMatch, weigh } from '../match.js'

/** A sentence as one question sees it: what every feature is computed from. */
export interface Seen {
  readonly asked: Asked
  readonly passage: PassageMatch
  readonly match: Match
  /** The sentences beside it in its paragraph. */
  readonly before: Match | undefined
  readonly after: Match | undefined
  readonly supply: Supply
}

/** What a sentence has of the kind of thing asked for, beyond the question's own words. */
export interface Supply {
  /** How many tokens. */
  readonly tokens: number
  /** Tokens between the nearest of them and the nearest word of the question; infinite where there is none. */
  readonly distance: number
  /** The tokens of the whole sentence, question words left out, that are names, and that are numbers. */
  readonly newNames: number
  readonly newNumbers: number
}

/** A named reason to rank a sentence higher or lower. Values stay within about -1 to 3, most within 0 to 1. */
export type Feature = (seen: Seen) => number
export type FeatureGroup = Readonly<Record<string, Feature>>

/** @returns the share of the question's weight that lies on the slots in `bits`, from 0 to 1 */
export const shareOf = ({ slots, weight }: Asked, bits: number): number =>
  weight === 0 ? 0 : weigh(bits, (slot) => slots[slot]?.weight ?? 0) / weight

/** @returns the share of the question's slots that are in `bits`, from 0 to 1 */
export const shareOfSlots = ({ slots }: Asked, bits: number): number => count(bits) / slots.length
