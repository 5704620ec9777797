import type { Answerer } from '../answering/answerer.js'
import { THRESHOLDS } from '../answering/confidence.js'
import { slice } from '../article/article.js'
import type { Candidate } from '../retrieval/candidate.js'
import { askedFor } from '../retrieval/question-kind.js'
import { tokenize } from '../retrieval/tokens.js'
import { type Outcome, outcomesOf } from './outcome.js'
import type { SetQuestion } from './question-set.js'
import { rankingFigures } from './ranking-figures.js'
import { areaUnderCurve, calibrationError, falseAnswersAt, precisionAt } from './refusal-figures.js'
import { sentenceBaseline } from './sentence-baseline.js'

export interface EvaluateOptions {
  /** Print the features of the chosen and of the right sentence where they are not one. */
  readonly failures?: boolean
  /** Measure MiniSearch's defaults on the same questions. */
  readonly compare?: boolean
}

/** Measures how well questions are answered and refused. Shares are from 0 to 1. */
export function evaluate(
  answerer: Answerer,
  questions: readonly SetQuestion[],
  options: EvaluateOptions,
): object {
  const outcomes = outcomesOf(answerer, questions, false)
  const answerable = outcomes.filter(({ question }) => !question.unanswerable)
  const refusable = outcomes.filter(({ question }) => question.unanswerable)
  const known = questions.filter(({ unanswerable }) => !unanswerable)
  return {
    within: rankingFigures(answerable),
    ...(answerer.articles.length > 1 ? { across: rankingFigures(outcomesOf(answerer, known, true)) } : {}),
    answers: answerFigures(answerable),
    ...(refusable.length > 0 ? { refusals: refusalFigures(answerable, refusable) } : {}),
    byType: byType(outcomes),
    ...(options.compare === true ? { miniSearchDefaults: sentenceBaseline(answerer.articles, known) } : {}),
    ...(options.failures === true ? { failures: answerable.filter(isMiss).map(describeMiss) } : {}),
  }
}

function answerFigures(answerable: readonly Outcome[]): object {
  const answers = answerable.map(({ confidence, sentencePlace }) => ({
    confidence,
    right: sentencePlace === 1,
  }))
  const unasked = answerable.filter(
    ({ answered, confidence }) => answered && confidence >= THRESHOLDS.unasked,
  )
  return {
    firstQuoteRight: share(answerable, ({ quoteIsRight }) => quoteIsRight),
    answered: share(answerable, ({ answered }) => answered),
    answeredUnasked: unasked.length / Math.max(1, answerable.length),
    rightOfAnsweredUnasked: share(unasked, ({ quoteIsRight }) => quoteIsRight),
    precision: {
      at50: precisionAt(0.5, answers),
      at80: precisionAt(0.8, answers),
      at100: precisionAt(1, answers),
    },
    calibrationError: calibrationError(answers),
  }
}

function refusalFigures(answerable: readonly Outcome[], refusable: readonly Outcome[]): object {
  const kept = answerable.map(({ confidence }) => confidence)
  const gone = refusable.map(({ confidence }) => confidence)
  return {
    questions: refusable.length,
    areaUnderCurve: kept.length === 0 ? null : areaUnderCurve(kept, gone),
    falseAnswersAt95: kept.length === 0 ? null : falseAnswersAt(0.95, kept, gone),
    falseAnswersAt90: kept.length === 0 ? null : falseAnswersAt(0.9, kept, gone),
    refused: share(refusable, ({ answered }) => !answered),
  }
}

/** By what the set calls a question, else by what its words ask for. */
function byType(outcomes: readonly Outcome[]): object {
  const types = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    const type = outcome.question.kind ?? askedFor(tokenize(outcome.question.question)).kind
    types.set(type, [...(types.get(type) ?? []), outcome])
  }
  return Object.fromEntries(
    [...types]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, own]) => {
        const answerable = own.filter(({ question }) => !question.unanswerable)
        const refusable = own.filter(({ question }) => question.unanswerable)
        return [
          type,
          {
            questions: own.length,
            ...(answerable.length > 0
              ? { sentenceFirst: share(answerable, ({ sentencePlace }) => sentencePlace === 1) }
              : {}),
            ...(refusable.length > 0 ? { refused: share(refusable, ({ answered }) => !answered) } : {}),
          },
        ]
      }),
  )
}

const isMiss = ({ sentencePlace }: Outcome): boolean => sentencePlace !== 1

const describeMiss = ({ question, confidence, sentencePlace, chosen, right }: Outcome): object => ({
  id: question.id,
  question: question.question,
  confidence,
  rightAt: sentencePlace,
  chosen: chosen && describeSentence(chosen),
  right: right && describeSentence(right),
})

const describeSentence = ({ article, span, score, features }: Candidate): object => ({
  words: slice(article.text, span),
  score: Number(score.toFixed(3)),
  features: Object.fromEntries(
    Object.entries(features)
      .filter(([, value]) => value !== 0)
      .map(([name, value]) => [name, Number(value.toFixed(3))]),
  ),
})

const share = <T>(of: readonly T[], has: (one: T) => boolean): number =>
  Number((of.filter(has).length / Math.max(1, of.length)).toFixed(4))
