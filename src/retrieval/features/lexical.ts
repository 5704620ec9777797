import type { TermStatistics } from '../term-statistics.js'
import { type FeatureGroup, type Seen, shareOf, shareOfSlots } from './seen.js'

/** How much of the question a sentence has. */
export const lexical: FeatureGroup = {
  /** BM25, so a rare word counts more and a long sentence must have more. */
  bm25: ({ asked, match }) => bm25(asked, match, asked.statistics),
  /** The share of the question's rarity that the sentence has. */
  coverage: ({ asked, match }) => shareOf(asked, match.has),
  /** Sentences with nearly all of a question stand out more than in proportion. */
  coverageSquared: ({ asked, match }) => shareOf(asked, match.has) ** 2,
  /** The share of its words, a common one counting like a rare one. */
  matchedWords: ({ asked, match }) => shareOfSlots(asked, match.has),
  /** MiniSearch multiplies its BM25 by the number of terms matched; at sentence level that is most of its lead. */
  bm25TimesMatched: ({ asked, match }) =>
    bm25(asked, match, asked.statistics) * shareOfSlots(asked, match.has),
  /** The word as it was asked, not only its stem. */
  sameForm: ({ asked, match }) => shareOf(asked, match.sameForm),
  /** A question's rarest word is mostly what it is about. */
  rarestMatched: ({ asked, match }) => heaviest(asked, match.has) / heaviest(asked, -1),
  rarestMissing: ({ asked, match }) => heaviest(asked, ~match.has) / heaviest(asked, -1),
  /** Related words stand in for what is missing. */
  akin: ({ asked, match }) => shareOf(asked, match.akin),
  /** As much of the question as the sentence has in its own words or near ones. */
  covered: ({ asked, match }) => shareOf(asked, match.has | match.akin) ** 2,
  /** Nothing asked is missing. */
  everyWord: ({ asked, match }) => (match.has === (1 << asked.slots.length) - 1 ? 1 : 0),
}

const K1 = 0.9
const B = 0.4

/** BM25 of a sentence (Robertson, k1 0.9 and b 0.4, which suit short texts), over 10 to stay near 1. */
function bm25(
  { slots }: Seen['asked'],
  { slots: hits, sentence }: Seen['match'],
  statistics: TermStatistics,
): number {
  const norm = K1 * (1 - B + (B * sentence.length) / statistics.sentenceLength)
  let sum = 0
  for (let at = 0; at < hits.length; at++) {
    const slot = hits[at] ?? 0
    if (hits.indexOf(slot) !== at) continue
    let times = 1
    for (let later = at + 1; later < hits.length; later++) if (hits[later] === slot) times++
    sum += ((slots[slot]?.weight ?? 0) * times * (K1 + 1)) / (times + norm)
  }
  return sum / 10
}

function heaviest({ slots }: Seen['asked'], bits: number): number {
  let most = 0
  slots.forEach(({ weight }, slot) => {
    if (bits & (1 << slot) && weight > most) most = weight
  })
  return most
}
