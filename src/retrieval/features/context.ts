import { weigh } from '../match.js'
import { type FeatureGroup, type Seen, shareOf } from './seen.js'

/** What the passage around a sentence has of the question: sentences lean on their neighbours. */
export const context: FeatureGroup = {
  passageCoverage: ({ asked, passage }) => shareOf(asked, passage.has),
  passageBm25: (seen) => passageBm25(seen),
  /** MiniSearch's opinion of the passage. */
  passageShare: ({ passage }) => passage.share,
  passageRank: ({ passage }) => 1 / (1 + passage.rank),
  /** What the neighbours have. */
  before: ({ asked, before }) => shareOf(asked, before?.has ?? 0),
  after: ({ asked, after }) => shareOf(asked, after?.has ?? 0),
  /** What the neighbours add to the sentence. */
  beforeAdds: ({ asked, match, before }) => shareOf(asked, (before?.has ?? 0) & ~match.has),
  afterAdds: ({ asked, match, after }) => shareOf(asked, (after?.has ?? 0) & ~match.has),
  passageAdds: ({ asked, match, passage }) => shareOf(asked, passage.has & ~match.has),
  passageAkin: ({ asked, passage }) => shareOf(asked, passage.akin),
  akinBefore: ({ asked, match, before }) => shareOf(asked, (before?.akin ?? 0) & ~match.has & ~match.akin),
  /** A pronoun at the start takes its meaning from the sentence before. */
  pronounThenBefore: ({ asked, match, before }) =>
    match.sentence.opensWithPronoun ? shareOf(asked, (before?.has ?? 0) & ~match.has) : 0,
  /** What only this sentence of its passage has. */
  alone: ({ asked, match, passage }) => {
    let others = 0
    for (const other of passage.matches) if (other !== match) others |= other.has
    return shareOf(asked, match.has & ~others)
  },
  /** How far it is ahead of the best other sentence of its passage. */
  lead: ({ asked, match, passage }) => {
    let best = 0
    for (const other of passage.matches) if (other !== match) best = Math.max(best, shareOf(asked, other.has))
    return shareOf(asked, match.has) - best
  },
  inTitle: ({ asked, match, passage }) => shareOf(asked, passage.inTitle & match.has),
  titleAdds: ({ asked, match, passage }) => shareOf(asked, passage.inTitle & ~match.has),
  headingAdds: ({ asked, match, passage }) => shareOf(asked, passage.inHeading & ~match.has),
}

/** BM25 of the passage with k1 1.2 and b 0.75, over 10; each term once a sentence. */
function passageBm25({ asked, passage }: Seen): number {
  const norm = 1.2 * (0.25 + (0.75 * passage.passage.length) / asked.statistics.passageLength)
  const sum = weigh(passage.has, (slot) => {
    let times = 0
    for (const { has } of passage.matches) if (has & (1 << slot)) times++
    return ((asked.slots[slot]?.passageWeight ?? 0) * times * 2.2) / (times + norm)
  })
  return sum / 10
}
