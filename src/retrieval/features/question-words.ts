import { count } from '../match.js'
import { type FeatureGroup, type Seen, shareOf } from './seen.js'

/** Which of the question's words a sentence has: names, numbers and the noun asked about tell more than others. */
export const questionWords: FeatureGroup = {
  /** Who and what it is about. */
  names: ({ asked, match }) => shareOf(asked, match.has & asked.nameBits),
  namesMissing: ({ asked, match }) => shareOf(asked, asked.nameBits & ~match.has),
  namesMissingInPassage: ({ asked, passage }) =>
    shareOf(asked, asked.nameBits & ~passage.has & ~passage.inTitle),
  /** What they did. */
  others: ({ asked, match }) => shareOf(asked, match.has & ~asked.nameBits),
  othersMissing: ({ asked, match }) => shareOf(asked, allBits(asked) & ~asked.nameBits & ~match.has),
  /** A year or a count that the question gives must be there: another one is another thing. */
  numbers: ({ asked, match }) => count(match.has & asked.numberBits),
  numbersMissing: ({ asked, match }) => count(asked.numberBits & ~match.has),
  /** Questions open with what they are about and end with what is asked of it. */
  firstWord: ({ match }) => match.has & 1,
  lastWord: ({ asked, match }) => (match.has >> (asked.slots.length - 1)) & 1,
  /** The noun behind "which": its sentence often names the kind and then the one. */
  focus: ({ asked, match }) => (match.has & asked.focusBit ? 1 : 0),
  focusMissing: ({ asked, match }) => (asked.focusBit & ~match.has ? 1 : 0),
}

const allBits = ({ slots }: Seen['asked']): number => (1 << slots.length) - 1
