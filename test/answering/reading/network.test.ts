import { describe, expect, it } from 'vitest'
import {
  forward,
  layout,
  type Pair,
  QUESTION_MARKS,
  SENTENCE_MARKS,
} from '../../../src/answering/reading/network.js'
import { Tape, type Tensor } from '../../../src/answering/reading/tape.js'
import { createRandom } from '../../../src/training/random.js'

const shape = { width: 3, vector: 4, functionWords: 2, kinds: 2 }

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
      { rows, columns, values: numbers(rows * columns), slopes: new Float64Array(rows * columns) },
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
  it.each([1, 2, 3])('rises with each weight as the tape says it does (seed %i)', (seed) => {
    const { weights, pair } = drawn(seed)
    const tape = new Tape(true)
    tape.backward(forward(tape, weights, pair), 1)
    const said = (): number => forward(new Tape(false), weights, pair).values[0] ?? Number.NaN
    for (const [name, { values, slopes }] of Object.entries(weights)) {
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
    const tape = new Tape(false)
    const said = forward(tape, weights, pair)
    expect(() => tape.backward(said, 1)).toThrow(RangeError)
  })

  it('is not said where a tensor is missing', () => {
    const { weights, pair } = drawn(7)
    delete weights['judge']
    expect(() => forward(new Tape(false), weights, pair)).toThrow('"judge"')
  })
})
