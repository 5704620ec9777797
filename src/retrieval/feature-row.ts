import { answerKind } from './features/answer-kind.js'
import { context } from './features/context.js'
import { lexical } from './features/lexical.js'
import { phrase } from './features/phrase.js'
import { questionWords } from './features/question-words.js'
import type { Feature, FeatureGroup, Seen } from './features/seen.js'
import { shape } from './features/shape.js'

/** The groups in the order of the ablation table in docs/answers.md. */
export const FEATURE_GROUPS: Readonly<Record<string, FeatureGroup>> = {
  lexical,
  context,
  phrase,
  questionWords,
  answerKind,
  shape,
}

const FEATURES: readonly (readonly [string, Feature])[] = Object.values(FEATURE_GROUPS).flatMap((group) =>
  Object.entries(group),
)

const COMPUTE = FEATURES.map(([, feature]) => feature)

/** The names of a row's places. */
export const FEATURE_NAMES: readonly string[] = FEATURES.map(([name]) => name)

/** @returns a sentence's features, one a name of `FEATURE_NAMES` */
export function featureRow(seen: Seen): Float64Array {
  const row = new Float64Array(FEATURES.length)
  for (let at = 0; at < FEATURES.length; at++) row[at] = COMPUTE[at]?.(seen) ?? 0
  return row
}
