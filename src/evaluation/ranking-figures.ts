import type { Outcome } from './outcome.js'

/** Shares from 0 to 1; `reciprocalRank` is the mean of one over the place, 0 beyond the tenth. */
export interface RankingFigures {
  readonly questions: number
  readonly sentence: PlaceFigures
  readonly paragraph: PlaceFigures
}

interface PlaceFigures {
  readonly first: number
  readonly firstThree: number
  readonly reciprocalRank: number
}

/** @param outcomes of answerable questions */
export function rankingFigures(outcomes: readonly Outcome[]): RankingFigures {
  return {
    questions: outcomes.length,
    sentence: placeFigures(outcomes.map(({ sentencePlace }) => sentencePlace)),
    paragraph: placeFigures(outcomes.map(({ paragraphPlace }) => paragraphPlace)),
  }
}

/** @param places from 1; 0 where it was not found */
export function placeFigures(places: readonly number[]): PlaceFigures {
  const mean = (value: (place: number) => number): number =>
    Number(
      (
        places.reduce((sum, place) => sum + (place === 0 ? 0 : value(place)), 0) / Math.max(1, places.length)
      ).toFixed(4),
    )
  return {
    first: mean((place) => (place === 1 ? 1 : 0)),
    firstThree: mean((place) => (place <= 3 ? 1 : 0)),
    reciprocalRank: mean((place) => (place <= 10 ? 1 / place : 0)),
  }
}
