import { createForest, type TreeWeights } from '../retrieval/trees.js'
import { EVIDENCE_NAMES, type Evidence } from './evidence.js'
import { LONG } from './rank-by-reading.js'

/** What training leaves of the question "should this be answered?" */
export interface ConfidenceWeights {
  /**
   * In a short article few sentences compete and words alike by chance are few, so one in other words than the question's
   * may be trusted; in a long one something is like anything.
   */
  readonly short: LengthWeights
  readonly long: LengthWeights
}

export interface LengthWeights extends AnswerableWeights {
  /** "log-odds probability" that the first quote is right, rising in both; straight lines between. */
  readonly calibration: readonly string[]
}

export interface AnswerableWeights {
  /** Their sum is the log-odds that the question should be answered. */
  readonly trees: TreeWeights
  /**
   * In a short article: the sum is the log-odds that the question is on it at all. Trees that tell near-misses from answers take
   * questions in other words than the article's for answerable ones, on whatever they are.
   */
  readonly onArticle?: TreeWeights
}

/**
 * @returns how likely the best sentence answers, from 0 to 1, by what speaks for and against it and by how many sentences
 * were searched
 */
export function createConfidence({
  short,
  long,
}: ConfidenceWeights): (evidence: Evidence, sentences: number) => number {
  const [ofShort, ofLong] = [createCalibrated(short), createCalibrated(long)]
  return (evidence, sentences) => (sentences < LONG ? ofShort : ofLong)(evidence)
}

function createCalibrated(weights: LengthWeights): (evidence: Evidence) => number {
  const logOdds = createLogOdds(weights)
  const probability = createCalibration(weights.calibration)
  return (evidence) => probability(logOdds(evidence))
}

/**
 * What the log-odds that a question is on the article count: a steeper one refuses more questions on something else, and more that
 * are put in other words than the article's (docs/answers.md).
 */
const STEEPNESS = 1.5

/**
 * @returns the log-odds that the question should be answered: the smaller of two opinions, smoothly, `-ln(e^-a + e^-b)`, where `a` is
 * what `trees` say and `b` what `onArticle` say times `STEEPNESS`; `a` where there is no `onArticle`
 */
export function createLogOdds({ trees, onArticle }: AnswerableWeights): (evidence: Evidence) => number {
  const answerable = createForest(trees, EVIDENCE_NAMES)
  if (onArticle === undefined) return answerable
  const isOnIt = createForest(onArticle, EVIDENCE_NAMES)
  return (evidence) => {
    const [a, b] = [answerable(evidence), STEEPNESS * isOnIt(evidence)]
    return Math.min(a, b) - Math.log1p(Math.exp(-Math.abs(a - b)))
  }
}

/**
 * @param calibration as in `LengthWeights`
 * @returns what log-odds mean: a probability from 0 to 1
 */
export function createCalibration(calibration: readonly string[]): (logOdds: number) => number {
  const knots = calibration.map((knot) => knot.split(' ').map(Number))
  return (logOdds) => interpolate(knots, logOdds)
}

function interpolate(knots: readonly (readonly number[])[], x: number): number {
  const next = knots.findIndex(([at = 0]) => at >= x)
  const [right, top] = knots[next] ?? [0, 1]
  const [left, bottom] = knots[next - 1] ?? [0, 0]
  if (next === 0) return 0
  if (next < 0) return 1
  return (bottom ?? 0) + (((top ?? 1) - (bottom ?? 0)) * (x - (left ?? 0))) / ((right ?? 1) - (left ?? 0))
}

/**
 * The only place where thresholds are set: how sure an answer must be, from 0 to 1. `asked`: to somebody who asked; below it,
 * the articles do not say. `unasked`: to nobody in particular, where moderators let the bot listen; below it, silence.
 * `confident`: the same where they want fewer and surer ones. `plain`: from here on an answer is given without saying that it
 * may be none: half of those just below it are none (docs/answers.md has the figures).
 */
export const THRESHOLDS = { asked: 0.2, plain: 0.5, unasked: 0.88, confident: 0.95 }
