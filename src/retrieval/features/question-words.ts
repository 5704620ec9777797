import { count } from '../match.js'
import { type FeatureGroup, type Seen, shareOf } from './seen.js'

/** Which of the question's words a sentence has: names, numbers and the noun asked about tell more than others. */
export const questionWords: FeatureGroup = {
  names: ({ asked, match }) => shareOf(asked, match.has & asked.nameBits),
  namesMissing: ({ asked, match }) => shareOf(asked, asked.nameBits & ~match.has),
  namesMissingInPassage: ({ asked, passage }) =>
    shareOf(asked, asked.nameBits & ~passage.has & ~passage.inTitle),
  others: ({ asked, match }) => shareOf(asked, match.has & ~asked.nameBits),
  othersMissing: ({ asked, match }) => shareOf(asked, allBits(asked) & ~asked.nameBits & ~match.has),
  numbers: ({ asked, match }) => count(match.has & asked.numberBits),
  numbersMissing: ({ asked, match }) => count(asked.numberBits & ~match.has),
  firstWord: ({ match }) => match.has & 1,
  lastWord: ({ asked, match }) => (match.has >> (asked.slots.length - 1)) & 1,
  focus: ({ asked, match }) => (match.has & asked.focusBit ? 1 : 0),
  focusMissing: ({ asked, match }) => (asked.focusBit & ~match.has ? 1 : 0),
  /** What a sentence has right before or behind the noun asked about may be the answer. */
}

const allBits = ({ slots }: Seen['asked']): number => (1 << slots.length) - 1
