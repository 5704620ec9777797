import { describe, expect, it } from 'vitest'
import { type HeldOut, heldOutFigures } from '../../src/training/held-out-figures.js'
import type { LabelledQuestion } from '../../src/training/labelled-question.js'

const held = (
  from: LabelledQuestion['from'],
  place: number,
  confidence: number,
  answerable = true,
): HeldOut => ({
  question: {
    words: 'Why?',
    article: 'a',
    group: 'a',
    gold: answerable ? { paragraph: 0, sentence: 0 } : null,
    from,
  },
  evidence: new Float64Array(),
  sentences: 30,
  place,
  confidence,
})

const { ranking, refusal, thresholds } = heldOutFigures([
  held('piece', 1, 0.95),
  held('piece', 2, 0.9),
  held('piece', 3, 0.6),
  held('piece', 0, 0.1),
  held('piece', 0, 0.5, false),
  held('piece', 0, 0.05, false),
  held('piece-misspelt', 1, 0.9),
])
const ofPieces = <T extends { readonly questions: string }>(figures: readonly T[]) =>
  figures.find(({ questions }) => questions === 'newspaper pieces')

describe('heldOutFigures', () => {
  it('tells how many questions have a right sentence first, or among three, by how they are asked', () => {
    expect(ofPieces(ranking)).toMatchObject({ first: 0.25, firstThree: 0.75 })
    expect(ranking.find(({ questions }) => questions.includes('typing error'))).toMatchObject({ first: 1 })
  })

  it('tells how well questions with an answer are told from those without', () => {
    // of the eight pairs of one with and one without, the refused one stands above one without, and the others above both
    // of those without, the one at 0.5 is answered to who asks, without a word of doubt, and the other to nobody
    expect(ofPieces(refusal)).toMatchObject({
      areaUnderCurve: 7 / 8,
      answered: { whoAsks: 0.5, withoutDoubt: 0.5, unasked: 0 },
    })
  })

  it('tells what is refused at one threshold, and what is answered and right at the other', () => {
    expect(ofPieces(thresholds)).toMatchObject({ refused: 0.25, answeredUnasked: 0.5, rightUnasked: 0.5 })
  })
})
