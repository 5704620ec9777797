import type { Features } from '../retrieval/candidate.js'
import type { Thresholds } from './answer.js'

/**
 * How likely the best sentence answers, from 0 to 1: a logistic curve over how much of the question it and its passage
 * hold. Its two constants were set by eye on `eval/`; the sentence's share counts most, since a question whose words
 * are scattered over a passage is mostly not answered there.
 */
export function confidenceOf(best: Features): number {
  const support = 0.7 * best.sentenceCoverage + 0.3 * best.passageCoverage - (best.answersKind < 0 ? 0.2 : 0)
  return 1 / (1 + Math.exp(-10 * (support - 0.5)))
}

/** The only place where the two thresholds are set. */
export const THRESHOLDS: Thresholds = { asked: 0.4, unasked: 0.85 }

/** Below this the articles have next to nothing of the question: it is about something else. */
export const ON_TOPIC = 0.12
