import type { Asked } from '../retrieval/asked.js'
import { FEATURE_NAMES } from '../retrieval/feature-row.js'
import { count, weigh } from '../retrieval/match.js'
import type { Ranked, Ranking } from '../retrieval/retrieval.js'
import type { Clue } from './clue.js'
import { KIND_CLUES } from './kind-clues.js'
import { lacksWhatIsAsked, saysNothingOfTheDeed } from './lacks-what-is-asked.js'
import { NOUN_CLUES } from './noun-clues.js'
import { LONG, READ } from './rank-by-reading.js'
import type { Reader } from './reading/reader.js'
import { READING_CLUES } from './reading-clues.js'

/** What speaks for and against an answer: the best sentence's features, and what near-misses lack. */
export type Evidence = Float64Array

/** Clues beyond the best sentence's own features. Shares are of the question's background weight, from 0 to 1. */
const CLUES: Readonly<Record<string, Clue>> = {
  /** How far the best sentence is ahead: a question that is answered mostly has one clear winner. */
  score: ({ best }) => best.score,
  gap: ({ best, second }) => best.score - (second?.score ?? best.score - 5),
  chance: ({ ranked }) => chanceOfBest(ranked),
  /** What the best sentence, its passage and the whole of what is searched have of the question. */
  covered: ({ asked, best }) => share(asked, best.seen.match.has),
  coveredOrAkin: ({ asked, best: { seen } }) => share(asked, seen.match.has | seen.match.akin),
  passageCoveredOrAkin: ({ asked, best: { seen } }) =>
    share(asked, seen.passage.has | seen.passage.inTitle | seen.passage.akin),
  coveredHere: ({ asked, best }) =>
    share(asked, best.seen.match.has | (best.seen.before?.has ?? 0) | (best.seen.after?.has ?? 0)),
  coveredByPassage: ({ asked, best }) => coveredByPassage(asked, best),
  absent: ({ asked }) => share(asked, absentBits(asked)),
  absentWords: ({ asked }) => count(absentBits(asked)),
  absentNames: ({ asked }) => count(absentBits(asked) & asked.nameBits),
  absentNumbers: ({ asked }) => count(absentBits(asked) & asked.numberBits),
  /** The rarest word that is missing, in English at large: missing "Putin" tells more than missing "make". */
  rarestAbsent: ({ asked }) => heaviest(asked, absentBits(asked)),
  rarestMissing: ({ asked, best }) => heaviest(asked, ~best.seen.match.has),
  rarestMissingHere: ({ asked, best: { seen } }) =>
    heaviest(asked, ~(seen.passage.has | seen.passage.inTitle)),
  /** Names stand for who it is about; the other words for what they did, and near-misses lack the latter. */
  deedsCovered: ({ asked, best }) => share(asked, best.seen.match.has & ~asked.nameBits),
  deedsMissing: ({ asked, best }) => share(asked, ~best.seen.match.has & ~asked.nameBits & allBits(asked)),
  deedsAbsent: ({ asked }) => share(asked, absentBits(asked) & ~asked.nameBits),
  deedsBridged: ({ asked, best }) => share(asked, best.seen.match.akin & ~asked.nameBits),
  /** Deeds for which not even a related word stands in the sentence, or in its passage. */
  deedsUnmet: ({ asked, best: { seen } }) =>
    share(asked, allBits(asked) & ~asked.nameBits & ~seen.match.has & ~seen.match.akin),
  deedsUnmetHere: ({ asked, best: { seen } }) =>
    share(
      asked,
      allBits(asked) & ~asked.nameBits & ~seen.passage.has & ~seen.passage.akin & ~seen.passage.inTitle,
    ),
  /** The same counted by words: "old" is a common word, and all that "How old is Tokayev?" asks. */
  wordsUnmet: ({ asked, best: { seen } }) => count(allBits(asked) & ~seen.match.has & ~seen.match.akin),
  wordsUnmetHere: ({ asked, best: { seen } }) =>
    count(allBits(asked) & ~seen.passage.has & ~seen.passage.akin & ~seen.passage.inTitle),
  namesOnly: ({ asked, best }) =>
    best.seen.match.has !== 0 && (best.seen.match.has & ~asked.nameBits) === 0 ? 1 : 0,
  words: ({ asked }) => asked.slots.length,
  names: ({ asked }) => count(asked.nameBits),
  weight: ({ asked }) => asked.slots.reduce((sum, { background }) => sum + background, 0) / 40,
  /** How much better the best sentence is covered than the runner-up. */
  coverageLead: ({ asked, best, second }) =>
    share(asked, best.seen.match.has) - share(asked, second?.seen.match.has ?? 0),
  sameParagraph: ({ best, second }) => (second?.seen.passage === best.seen.passage ? 1 : 0),
  /** Sentences that have as much of the question as the best: many of them mean it is about the subject, not the point. */
  rivals: ({ asked, best, ranked }) => {
    const own = share(asked, best.seen.match.has)
    let rivals = 0
    for (const { seen } of ranked.slice(0, 20)) if (share(asked, seen.match.has) >= own - 0.05) rivals++
    return rivals / 10
  },
  /** How nearly the sentence, and its passage, say what is asked, by the likest words. */
  meant: ({ asked, best }) => shareMeant(asked, best.seen.match.meant, allBits(asked)),
  meantHere: ({ asked, best }) => shareMeant(asked, best.seen.passage.meant, allBits(asked)),
  deedsMeant: ({ asked, best }) => shareMeant(asked, best.seen.match.meant, allBits(asked) & ~asked.nameBits),
  deedsMeantHere: ({ asked, best }) =>
    shareMeant(asked, best.seen.passage.meant, allBits(asked) & ~asked.nameBits),
  /** The word that is least met: one deed that is nowhere makes a near-miss. */
  leastMeant: ({ asked, best }) => leastMeant(asked, best.seen.match.meant, 0),
  leastMeantHere: ({ asked, best }) => leastMeant(asked, best.seen.passage.meant, 0),
  secondLeastMeant: ({ asked, best }) => leastMeant(asked, best.seen.match.meant, 1),
  secondLeastMeantHere: ({ asked, best }) => leastMeant(asked, best.seen.passage.meant, 1),
  /** What is asked of the names mostly comes last ("When was X built?"), or is the noun asked about. */
  lastDeedMeant: ({ asked, best }) => lastMeant(asked, best.seen.match.meant),
  lastDeedMeantHere: ({ asked, best }) => lastMeant(asked, best.seen.passage.meant),
  focusMeant: ({ asked, best }) => focusMeant(asked, best.seen.match.meant),
  focusMeantHere: ({ asked, best }) => focusMeant(asked, best.seen.passage.meant),
  /** Common words tell as much as rare ones of what is asked. */
  deedsMeantPlainly: ({ asked, best }) => meanMeant(asked, best.seen.match.meant),
  deedsMeantPlainlyHere: ({ asked, best }) => meanMeant(asked, best.seen.passage.meant),
  /** The least said word, wherever else it is said. */
  leastMeantAnywhere: ({ asked, ranked }) => {
    const most = new Float64Array(asked.slots.length)
    for (const { seen } of ranked)
      for (let slot = 0; slot < most.length; slot++)
        most[slot] = Math.max(most[slot] ?? 0, seen.match.meant[slot] ?? 0)
    return leastMeant(asked, most, 0)
  },
  bestDeedMeant: ({ asked, best }) => mostMeant(asked, best.seen.match.meant),
  lacksWhatIsAsked,
  saysNothingOfTheDeed,
  mostCovered: ({ asked, ranked }) =>
    ranked.reduce((most, { seen }) => Math.max(most, share(asked, seen.match.has)), 0),
}

const CLUE_LIST = [CLUES, READING_CLUES, KIND_CLUES, NOUN_CLUES].flatMap((clues) => Object.entries(clues))

/** The names of the places of an `Evidence`. */
export const EVIDENCE_NAMES: readonly string[] = [
  ...CLUE_LIST.map(([name]) => name),
  ...FEATURE_NAMES.map((name) => `best.${name}`),
]

/** @returns what speaks for and against the best sentence; null when there is none */
export function evidenceOf({ asked, ranked }: Ranking, reader: Reader): Evidence | null {
  const [best, second] = ranked
  if (best === undefined) return null
  const evidence = new Float64Array(EVIDENCE_NAMES.length)
  const readings =
    asked.statistics.sentences < LONG ? ranked.slice(0, READ).map(({ seen }) => reader.read(seen)) : []
  CLUE_LIST.forEach(([, clue], at) => {
    evidence[at] = clue({ asked, best, second, ranked, readings })
  })
  evidence.set(best.row, CLUE_LIST.length)
  return evidence
}

/** @returns the share of the question's background weight that a sentence's passage and the article's title have, from 0 to 1 */
export const coveredByPassage = (asked: Asked, { seen: { passage } }: Ranked): number =>
  share(asked, passage.has | passage.inTitle)

const allBits = ({ slots }: Asked): number => (1 << slots.length) - 1

const absentBits = ({ slots }: Asked): number =>
  slots.reduce((bits, { absent }, slot) => (absent ? bits | (1 << slot) : bits), 0)

function share(asked: Asked, bits: number): number {
  const weightOf = (slot: number): number => asked.slots[slot]?.background ?? 0
  return weigh(bits & allBits(asked), weightOf) / weigh(allBits(asked), weightOf)
}

function heaviest({ slots }: Asked, bits: number): number {
  let most = 0
  slots.forEach(({ background }, slot) => {
    if (bits & (1 << slot) && background > most) most = background
  })
  return most / 10
}

/** The best sentence's share of the softmax over all scores: how sure the ranker is of it, from 0 to 1. */
function chanceOfBest(ranked: readonly Ranked[]): number {
  const best = ranked[0]?.score ?? 0
  return 1 / ranked.reduce((sum, { score }) => sum + Math.exp(score - best), 0)
}

/** How nearly the slots in `bits` are said, weighed by how rare they are in English; 1 where there are none. */
function shareMeant({ slots }: Asked, meant: Float64Array, bits: number): number {
  let sum = 0
  let all = 0
  slots.forEach(({ background }, slot) => {
    if ((bits & (1 << slot)) === 0) return
    all += background
    sum += background * (meant[slot] ?? 0)
  })
  return all === 0 ? 1 : sum / all
}

/** How nearly the least said word is said that is no name, or the one after it; 1 where there is none. */
function leastMeant({ slots }: Asked, meant: Float64Array, after: number): number {
  const sorted = [...meant].filter((_, slot) => slots[slot]?.name === false).sort((a, b) => a - b)
  return sorted[after] ?? 1
}

const mostMeant = ({ slots }: Asked, meant: Float64Array): number =>
  slots.reduce((most, { name }, slot) => (name ? most : Math.max(most, meant[slot] ?? 0)), 0)

/** How nearly the last word is said that is no name; 1 where there is none. */
function lastMeant({ slots }: Asked, meant: Float64Array): number {
  for (let slot = slots.length - 1; slot >= 0; slot--)
    if (slots[slot]?.name === false) return meant[slot] ?? 0
  return 1
}

const focusMeant = ({ focusBit }: Asked, meant: Float64Array): number =>
  focusBit === 0 ? 1 : (meant[31 - Math.clz32(focusBit)] ?? 1)

/** How nearly the words that are no names are said, in the mean; 1 where there are none. */
function meanMeant({ slots }: Asked, meant: Float64Array): number {
  const deeds = [...meant].filter((_, slot) => slots[slot]?.name === false)
  return deeds.length === 0 ? 1 : deeds.reduce((sum, one) => sum + one, 0) / deeds.length
}
