import { expect, it } from 'vitest'
import { createLogOdds } from '../../src/answering/confidence.js'
import { EVIDENCE_NAMES } from '../../src/answering/evidence.js'

/** Trees that say one number, whatever the evidence is. */
const saying = (logOdds: number) => ({
  features: ['score'],
  depth: 1,
  trees: [`0 0 ${logOdds} ${logOdds}`],
})
const evidence = new Float64Array(EVIDENCE_NAMES.length)
const logOddsOf = (answerable: number, onArticle: number): number =>
  createLogOdds({ trees: saying(answerable), onArticle: saying(onArticle) })(evidence)

it('is as sure as the less sure of two opinions: that it is answered, and that it is on the article at all', () => {
  expect(createLogOdds({ trees: saying(1) })(evidence)).toBe(1)
  expect(logOddsOf(1, 20)).toBeCloseTo(1, 6)
  expect(logOddsOf(-2, 20)).toBeCloseTo(-2, 6)
  // the second counts one and a half times
  expect(logOddsOf(20, 2)).toBeCloseTo(3, 6)
  expect(logOddsOf(20, -2)).toBeCloseTo(-3, 6)
  // where they are alike there are two doubts
  expect(logOddsOf(1.5, 1)).toBeCloseTo(1.5 - Math.log(2), 6)
})

it('is a number however sure they are', () => {
  for (const a of [-1000, 1000])
    for (const b of [-1000, 1000]) expect(logOddsOf(a, b)).toBeCloseTo(Math.min(a, 1.5 * b), 0)
})
