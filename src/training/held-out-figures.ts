import { THRESHOLDS } from '../answering/confidence.js'
import { LONG } from '../answering/rank-by-reading.js'
import { placeFigures } from '../evaluation/ranking-figures.js'
import { areaUnderCurve, falseAnswersAt } from '../evaluation/refusal-figures.js'
import type { Judged } from './fit-confidence.js'

/** A question, and how likely its first quote was held to answer, from 0 to 1, by trees that had not seen its article; the curve had. */
export interface HeldOut extends Judged {
  readonly confidence: number
}

/** @returns what held-out questions show; all shares are from 0 to 1 */
export function heldOutFigures(held: readonly HeldOut[]) {
  const among = (from: HeldOut['question']['from'], answerable: boolean): HeldOut[] =>
    held.filter(({ question }) => question.from === from && (question.gold !== null) === answerable)
  const [whole, short, pieces] = [among('whole', true), among('short', true), among('piece', true)]
  const [strangersToLong, strangersToShort] = [true, false].map((long) =>
    among('off-topic', false).filter(({ sentences }) => sentences >= LONG === long),
  ) as [HeldOut[], HeldOut[]]
  return {
    ranking: [
      ranking('encyclopedia', whole),
      ranking('short encyclopedia', short),
      ranking('written', among('written', true)),
      ranking('newspaper pieces', pieces),
      ranking('newspaper pieces, hard questions', among('piece-hard', true)),
      ranking('newspaper pieces, one typing error more', among('piece-misspelt', true)),
      ranking('newspaper pieces, those of a fold at once', among('piece-among-all', true)),
    ],
    refusal: [
      refusal('holes', among('holes', true), among('holes', false)),
      refusal('off-topic, long', whole, strangersToLong),
      refusal('off-topic, short', short, strangersToShort),
      refusal('short', short, among('short', false)),
      refusal('near-miss', short, among('near-miss', false)),
      refusal('written', among('written', true), among('written', false)),
      refusal('common', short, among('common', false)),
      refusal('newspaper pieces', pieces, among('piece', false)),
      refusal('newspaper pieces, hard questions', among('piece-hard', true), among('piece-hard', false)),
      refusal('newspaper pieces, paragraphs out', among('piece-holes', true), among('piece-holes', false)),
      refusal('newspaper pieces, off-topic', pieces, among('piece-strangers', false)),
    ],
    thresholds: [
      atThresholds('encyclopedia', whole),
      atThresholds('short encyclopedia', short),
      atThresholds('newspaper pieces', pieces),
    ],
  }
}

function ranking(questions: string, asked: readonly HeldOut[]) {
  return { questions, ...placeFigures(asked.map(({ place }) => place)) }
}

/** How well questions that have no answer are told from those that have one, and how many are answered all the same. */
function refusal(questions: string, kept: readonly HeldOut[], gone: readonly HeldOut[]) {
  const [own, its] = [kept, gone].map((some) => some.map(({ confidence }) => confidence)) as [
    number[],
    number[],
  ]
  return {
    questions,
    areaUnderCurve: round(areaUnderCurve(own, its)),
    falseAnswersAt95: round(falseAnswersAt(0.95, own, its)),
    falseAnswersAt90: round(falseAnswersAt(0.9, own, its)),
    answered: {
      whoAsks: shareFrom(THRESHOLDS.asked, its),
      withoutDoubt: shareFrom(THRESHOLDS.plain, its),
      unasked: shareFrom(THRESHOLDS.unasked, its),
    },
  }
}

const shareFrom = (threshold: number, confidences: readonly number[]): number =>
  round(confidences.filter((confidence) => confidence >= threshold).length / confidences.length)

/** Of answerable questions: how many are refused to who asks, and how many are answered unasked, and how many of these rightly. */
function atThresholds(questions: string, asked: readonly HeldOut[]) {
  const unasked = asked.filter(({ confidence }) => confidence >= THRESHOLDS.unasked)
  return {
    questions,
    refused: round(asked.filter(({ confidence }) => confidence < THRESHOLDS.asked).length / asked.length),
    answeredUnasked: round(unasked.length / asked.length),
    rightUnasked: round(unasked.filter(({ place }) => place === 1).length / unasked.length),
  }
}

const round = (value: number): number => Number(value.toFixed(4))
