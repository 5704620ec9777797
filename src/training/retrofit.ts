import { dot, scaleToUnit, type Vector } from './vector.js'

/** What a dictionary says of terms. */
export interface Relations {
  readonly near: ReadonlyMap<string, ReadonlySet<string>>
  readonly far: ReadonlyMap<string, ReadonlySet<string>>
  readonly opposite: ReadonlyMap<string, ReadonlySet<string>>
}

const ROUNDS = 6
const NEAR = 1
const FAR = 0.6
const OPPOSITE = 0.5
/** Words of the same synset that texts use quite differently are of a rare sense; a more general word tells little. */
const LEAST_NEAR = 0.05
const LEAST_FAR = 0.25

/**
 * Draws vectors to those of related words and away from those of opposite ones (retrofitting, Faruqui et al. 2015; the
 * push as in counter-fitting, Mrkšić et al. 2016): texts use "oppose" as they use "support", and rarely "react" as
 * "response".
 *
 * @param vectors of length 1
 */
export function retrofit(
  vectors: ReadonlyMap<string, Vector>,
  { near, far, opposite }: Relations,
): ReadonlyMap<string, Vector> {
  let fitted = vectors
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Map<string, Vector>()
    for (const [term, own] of vectors) {
      const vector = own.slice()
      const pull = (others: Iterable<string>, strength: number, least: number): void => {
        const known = [...others].flatMap((other) => {
          const written = vectors.get(other)
          const now = fitted.get(other)
          const alike = written === undefined ? 0 : dot(own, written)
          return now === undefined || alike <= least ? [] : [{ now, alike }]
        })
        const all = known.reduce((sum, { alike }) => sum + alike, 0)
        const share = strength * Math.min(1, known.length / 2) // one relative alone may be a chance one
        for (const { now, alike } of known) add(vector, now, (share * alike) / all)
      }
      const relatives = near.get(term) ?? new Set()
      pull(relatives, NEAR, LEAST_NEAR)
      pull(
        [...(far.get(term) ?? [])].filter((other) => !relatives.has(other)),
        FAR,
        LEAST_FAR,
      )
      for (const other of opposite.get(term) ?? []) {
        const now = fitted.get(other)
        if (now !== undefined) add(vector, now, -OPPOSITE)
      }
      next.set(term, scaleToUnit(vector))
    }
    fitted = next
  }
  return fitted
}

function add(to: Vector, other: Vector, times: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + times * (other[at] ?? 0)
}
