import { describe, expect, it } from 'vitest'
import {
  forward,
  layout,
  type Pair,
  QUESTION_MARKS,
  SENTENCE_MARKS,
} from '../../../src/answering/reading/network.js'
import { Tape, type Tensor } from '../../../src/answering/reading/tape.js'
import { Workspace } from '../../../src/answering/reading/workspace.js'
import { createRandom } from '../../../src/training/random.js'

const shape = { width: 3, vector: 4, functionWords: 2, kinds: 2 }
const space = new Workspace()

/** Weights, and a question of three words with a sentence of four, all drawn from `seed`. */
function drawn(seed: number): { weights: Record<string, Tensor>; pair: Pair } {
  const random = createRandom(seed)
  const numbers = (length: number) => Float64Array.from({ length }, () => random() * 2 - 1)
  const side = (length: number, marks: number) => ({
    length,
    functionWords: Array.from({ length }, (_, at) => at % 3),
    vectors: numbers(length * shape.vector),
    marks: numbers(length * marks),
  })
  const weights = Object.fromEntries(
    Object.entries(layout(shape)).map(([name, [rows, columns]]) => [
      name,
      {
        rows,
        columns,
        values: space.copy(numbers(rows * columns)),
        slopes: space.numbers(rows * columns),
      },
    ]),
  )
  const pair = {
    kind: 1,
    question: side(3, QUESTION_MARKS),
    sentence: side(4, SENTENCE_MARKS),
    same: numbers(12),
    like: numbers(12),
    shared: numbers(6),
  }
  return { weights, pair }
}

describe('what a network says of a question and a sentence', () => {
  it.each([
    { seed: 3, share: 0 },
    { seed: 7, share: 0 },
    { seed: 16, share: 0 },
    { seed: 6, share: 0.2 },
  ])('rises with each weight as the tape says it does (seed $seed, $share forgotten)', ({ seed, share }) => {
    const { weights, pair } = drawn(seed)
    const forgetting = () => ({ share, random: createRandom(seed) })
    const tape = new Tape(space, forgetting())
    tape.backward(forward(tape, weights, pair), 1)
    const said = (): number =>
      space.during(() => forward(new Tape(space, forgetting()), weights, pair).values[0] ?? Number.NaN)
    for (const [name, { values, slopes }] of Object.entries(weights)) {
      expect(
        slopes?.some((slope) => slope !== 0),
        name,
      ).toBe(true)
      for (let at = 0; at < values.length; at++) {
        const value = values[at] ?? 0
        values[at] = value + 1e-6
        const above = said()
        values[at] = value - 1e-6
        const below = said()
        values[at] = value
        expect(slopes?.[at], `${name}[${at}]`).toBeCloseTo((above - below) / 2e-6, 4)
      }
    }
  })

  it('cannot be learned from without a tape that learns', () => {
    const { weights, pair } = drawn(6)
    const tape = new Tape(space)
    const said = forward(tape, weights, pair)
    expect(() => tape.backward(said, 1)).toThrow(RangeError)
  })

  it('is not said where a tensor is missing', () => {
    const { weights, pair } = drawn(7)
    delete weights['judge']
    expect(() => forward(new Tape(space), weights, pair)).toThrow('"judge"')
  })

  it('is a number where a sentence has no words', () => {
    const { weights, pair } = drawn(3)
    const empty = new Float64Array(0)
    const sentence = { length: 0, functionWords: [], vectors: empty, marks: empty }
    const said = forward(new Tape(space), weights, { ...pair, sentence, same: empty, like: empty })
    expect(said.values[0]).toBeTypeOf('number')
    expect(said.values[0]).not.toBeNaN()
  })
})
