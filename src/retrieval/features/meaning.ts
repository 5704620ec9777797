import type { Asked } from '../asked.js'
import type { FeatureGroup } from './seen.js'

/** How nearly a sentence says what is asked in other words, by word vectors. */
export const meaning: FeatureGroup = {
  meant: ({ asked, match }) => shareMeant(asked, match.meant, 1),
  /** Words that are only a little alike mostly have nothing to do with each other. */
  meantSquared: ({ asked, match }) => shareMeant(asked, match.meant, 2),
  meantByPassage: ({ asked, passage }) => shareMeant(asked, passage.meant, 2),
  meantBefore: ({ asked, match, before }) =>
    before === undefined ? 0 : shareAdded(asked, match.meant, before.meant),
  meantAfter: ({ asked, match, after }) =>
    after === undefined ? 0 : shareAdded(asked, match.meant, after.meant),
  /** What the passage says more nearly than the sentence. */
  passageMeansMore: ({ asked, match, passage }) => shareAdded(asked, match.meant, passage.meant),
  leastMeant: ({ match }) => match.meant.reduce((least, one) => Math.min(least, one), 1),
  /** What question and sentence are about, all words together. */
  gist: ({ asked, match }) => Math.max(0, cosine(asked.gist, asked.gistOf(match.sentence))),
  /** The noun asked about. */
  focusMeant: ({ asked, match }) =>
    asked.focusBit === 0 ? 0 : (match.meant[31 - Math.clz32(asked.focusBit)] ?? 0),
}

function shareMeant({ slots, weight }: Asked, meant: Float64Array, power: number): number {
  let sum = 0
  for (let slot = 0; slot < slots.length; slot++)
    sum += (slots[slot]?.weight ?? 0) * (meant[slot] ?? 0) ** power
  return weight === 0 ? 0 : sum / weight
}

/** By how much `other` says the question more nearly than `own`. */
function shareAdded({ slots, weight }: Asked, own: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let slot = 0; slot < slots.length; slot++)
    sum += (slots[slot]?.weight ?? 0) * Math.max(0, (other[slot] ?? 0) - (own[slot] ?? 0))
  return weight === 0 ? 0 : sum / weight
}

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (a === null || b === null) return 0
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
