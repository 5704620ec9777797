import { TAG } from '../token-tags.js'
import type { FeatureGroup, Seen } from './seen.js'

/** Whether the sentence has the kind of thing asked for, and near the question's words. */
export const answerKind: FeatureGroup = {
  supplies: ({ supply }) => (supply.tokens > 0 ? 1 : 0),
  /** Nothing of the kind beyond the question's own words. */
  lacks: ({ asked, supply }) => (asked.wanted !== 0 && supply.tokens === 0 ? 1 : 0),
  /** The answer mostly stands beside the words that were asked with. */
  supplyNear: ({ supply }) => 1 / (1 + supply.distance),
  /** Answers are new names and numbers far more often than not. */
  newNames: ({ supply }) => Math.min(supply.newNames, 5) / 5,
  newNumbers: ({ supply }) => Math.min(supply.newNumbers, 3) / 3,
  /** "What did X say?" is answered by a report or a quotation. */
  speech: ({ asked, match }) =>
    asked.kind === 'speech' && match.sentence.allTags & (TAG.speech | TAG.quoted) ? 1 : 0,
  /** "Which …s?" is often answered by a list. */
  lists: ({ asked, match }) => (asked.kind === 'thing' && match.sentence.allTags & TAG.list ? 1 : 0),
  /** "X is a …" with X at the start defines X. */
  defines: ({ asked, match }) => (asked.kind === 'definition' ? definition(match) : 0),
  definesAnyway: ({ match }) => definition(match),
  /** Where an abbreviation is explained, what it is stands too. */
  explains: ({ asked, match }) => (match.sentence.explains.some((term) => asked.slotOf.has(term)) ? 1 : 0),
}

/** Features with a weight of their own for each kind of question: a number answers "how many", and hardly "why". */
export const perKind: FeatureGroup = {
  supplies: ({ supply }) => (supply.tokens > 0 ? 1 : 0),
  /** Not for causes: the clause behind "because" stands far from the words that were asked with. */
  near: ({ asked, supply }) => (asked.kind === 'cause' ? 0 : 1 / (1 + supply.distance)),
  names: ({ supply }) => Math.min(supply.newNames, 5) / 5,
  numbers: ({ supply }) => Math.min(supply.newNumbers, 3) / 3,
}

/** How clearly a sentence defines what stands matched at its start: 1 over the copula's place, from 0 to 1. */
function definition({ sentence, places }: Seen['match']): number {
  const copula = sentence.tags.findIndex((bits) => (bits & TAG.copula) !== 0)
  const first = places[0]
  return first === undefined || copula < 0 || first > copula || copula > 9 ? 0 : 1 / (1 + first)
}
