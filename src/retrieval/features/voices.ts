import type { Asked } from '../asked.js'
import { TAG } from '../token-tags.js'
import type { FeatureGroup, Seen } from './seen.js'

/** Who speaks in the sentence, where the question asks what somebody says, or who says something. */
export const voices: FeatureGroup = {
  /** Whoever the question names speaks here, also as "he": "What did Wang Yi promise?" */
  voiceAsked: (seen) => (asksWhatIsSaid(seen.asked) && speaksHere(seen) ? 1 : 0),
  /** Only somebody else does. */
  otherVoice: (seen) => (asksWhatIsSaid(seen.asked) && voicesOf(seen).size > 0 && !speaksHere(seen) ? 1 : 0),
  /** "Who said that …?" */
  anyVoice: (seen) =>
    seen.asked.saying && seen.asked.kind === 'person' && (voicesOf(seen).size > 0 || reports(seen)) ? 1 : 0,
}

/** @returns whether a question asks what somebody says whom it names */
export const asksWhatIsSaid = ({ saying, kind, nameBits }: Asked): boolean =>
  saying && kind !== 'person' && nameBits !== 0

const voicesOf = ({ passage, match }: Seen): ReadonlySet<number> =>
  passage.passage.voices()[match.sentence.place] ?? NOBODY

const speaksHere = (seen: Seen): boolean => {
  const { slotOf, nameBits } = seen.asked
  for (const term of voicesOf(seen)) {
    const slot = slotOf.get(term)
    if (slot !== undefined && nameBits & (1 << slot)) return true
  }
  return false
}

const reports = ({ match }: Seen): boolean => (match.sentence.allTags & TAG.speech) !== 0

const NOBODY: ReadonlySet<number> = new Set()
