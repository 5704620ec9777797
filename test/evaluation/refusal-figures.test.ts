import { describe, expect, it } from 'vitest'
import {
  areaUnderCurve,
  calibrationError,
  falseAnswersAt,
  precisionAt,
} from '../../src/evaluation/refusal-figures.js'

describe('areaUnderCurve', () => {
  it('is 1 when every kept question is above every gone one, 0.5 when they are alike', () => {
    expect(areaUnderCurve([0.8, 0.9], [0.1, 0.2])).toBe(1)
    expect(areaUnderCurve([0.5, 0.5], [0.5])).toBe(0.5)
  })

  it('is the share of pairs in the right order', () => {
    expect(areaUnderCurve([0.9, 0.4], [0.6, 0.1])).toBe(0.75)
  })
})

describe('falseAnswersAt', () => {
  it('counts what would be answered wrongly at the confidence that answers so many', () => {
    const kept = Array.from({ length: 11 }, (_, at) => at / 10)
    expect(falseAnswersAt(0.9, kept, [0, 0.05, 0.5, 0.9])).toBe(0.5)
  })
})

describe('precisionAt', () => {
  it('looks at the surest answers only', () => {
    const answers = [
      { confidence: 0.9, right: true },
      { confidence: 0.1, right: false },
    ]
    expect(precisionAt(0.5, answers)).toBe(1)
    expect(precisionAt(1, answers)).toBe(0.5)
  })
})

describe('calibrationError', () => {
  it('is 0 when as many are right as was promised', () => {
    const answers = Array.from({ length: 10 }, (_, at) => ({ confidence: 0.7, right: at < 7 }))
    expect(calibrationError(answers)).toBeCloseTo(0)
  })

  it('is how far the promise was off', () => {
    expect(calibrationError([{ confidence: 0.95, right: false }])).toBeCloseTo(0.95)
  })
})
