import { answerKind, perKind } from './features/answer-kind.js'
import { context } from './features/context.js'
import { lexical } from './features/lexical.js'
import { meaning } from './features/meaning.js'
import { phrase } from './features/phrase.js'
import { questionWords } from './features/question-words.js'
import type { Feature, FeatureGroup, Seen } from './features/seen.js'
import { shape } from './features/shape.js'
import { voices } from './features/voices.js'
import { QUESTION_KINDS } from './question-kind.js'

/** The groups in the order of the ablation table in docs/answers.md. */
const FEATURE_GROUPS: Readonly<Record<string, FeatureGroup>> = {
  lexical,
  context,
  phrase,
  questionWords,
  answerKind,
  shape,
  meaning,
  voices,
}

const PLAIN = Object.values(FEATURE_GROUPS).flatMap((group) => Object.entries(group))
const COMPUTE: readonly Feature[] = PLAIN.map(([, feature]) => feature)
const PER_KIND: readonly Feature[] = Object.values(perKind)

/** The names of a row's places: the plain features, then for each kind of question its own ones, such as `near.time`. */
export const FEATURE_NAMES: readonly string[] = [
  ...PLAIN.map(([name]) => name),
  ...QUESTION_KINDS.flatMap((kind) => Object.keys(perKind).map((name) => `${name}.${kind}`)),
]

/** @returns sentences' features, a row each, one a name of `FEATURE_NAMES`; those of other kinds of question are 0 */
export function featureRows(seen: readonly Seen[]): Float64Array[] {
  const width = FEATURE_NAMES.length
  // cut from one array: a hundred small ones give the garbage collector more to do than all else
  const all = new Float64Array(seen.length * width)
  return seen.map((one, at) => fill(all.subarray(at * width, (at + 1) * width), one))
}

function fill(row: Float64Array, seen: Seen): Float64Array {
  for (let at = 0; at < COMPUTE.length; at++) row[at] = COMPUTE[at]?.(seen) ?? 0
  const own = COMPUTE.length + QUESTION_KINDS.indexOf(seen.asked.kind) * PER_KIND.length
  for (let at = 0; at < PER_KIND.length; at++) row[own + at] = PER_KIND[at]?.(seen) ?? 0
  return row
}
