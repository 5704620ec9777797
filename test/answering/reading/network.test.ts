import { describe, expect, it } from 'vitest'
import {
  forward,
  layout,
  type Pair,
  QUESTION_MARKS,
  SENTENCE_MARKS,
} from '../../../src/answering/reading/network.js'
import { Tape, type Tensor } from '../../../src/answering/reading/tape.js'
import { type Space, Workspace } from '../../../src/answering/reading/workspace.js'
import { createRandom } from '../../../src/training/random.js'
import { exactSpace } from './exact-space.js'

const shape = { width: 3, vector: 4, functionWords: 2, kinds: 2 }

/** Weights, vectors, and a question of three words with a sentence of four, all drawn from `seed`, in a space. */
function drawn(
  seed: number,
  space: Space = exactSpace,
): { weights: Record<string, Tensor>; pair: Pair; read: (tape: Tape) => Tensor } {
  const random = createRandom(seed)
  const numbers = (length: number) => Float32Array.from({ length }, () => random() * 2 - 1)
  const side = (length: number, marks: number) => ({
    length,
    functionWords: Array.from({ length }, (_, at) => at % 3),
    vectors: Array.from({ length }, (_, at) => at - 1),
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
  const vectors = numbers(3 * shape.vector)
  const read = (tape: Tape): Tensor =>
    forward(tape, weights, pair, ({ length, vectors: places }) => ({
      of: [
        tape.given(
          length,
          shape.vector,
          Array.from({ length: length * shape.vector }, (_, at) => {
            const place = places[Math.floor(at / shape.vector)] ?? -1
            return place < 0 ? 0 : (vectors[place * shape.vector + (at % shape.vector)] ?? Number.NaN)
          }),
        ),
      ],
      times: weights['vector'] as Tensor,
    }))
  return { weights, pair, read }
}

describe('what a network says of a question and a sentence', () => {
  it.each([
    { seed: 3, share: 0 },
    { seed: 7, share: 0 },
    { seed: 16, share: 0 },
    { seed: 6, share: 0.2 },
  ])('rises with each weight as the tape says it does (seed $seed, $share forgotten)', ({ seed, share }) => {
    const { weights, read } = drawn(seed)
    const forgetting = () => ({ share, random: createRandom(seed) })
    const tape = new Tape(exactSpace, forgetting())
    tape.backward(read(tape), 1)
    const said = (): number => read(new Tape(exactSpace, forgetting())).values[0] ?? Number.NaN
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
    const { read } = drawn(6)
    const tape = new Tape(exactSpace)
    const said = read(tape)
    expect(() => tape.backward(said, 1)).toThrow(RangeError)
  })

  it('is not said where a tensor is missing', () => {
    const { weights, read } = drawn(7)
    delete weights['judge']
    expect(() => read(new Tape(exactSpace))).toThrow('"judge"')
  })

  it.each([3, 6, 7, 16])(
    'is nearly the same in numbers of 32 bits, and so are its slopes (seed %d)',
    (seed) => {
      const [exact, single] = [exactSpace, new Workspace()].map((space) => {
        const { weights, read } = drawn(seed, space)
        const tape = new Tape(space, { share: 0.2, random: createRandom(seed) })
        const said = read(tape)
        tape.backward(said, 1)
        return { logOdds: said.values[0] ?? Number.NaN, weights }
      })
      expect(single?.logOdds).toBeCloseTo(exact?.logOdds ?? Number.NaN, 4)
      for (const [name, { slopes }] of Object.entries(exact?.weights ?? {})) {
        const own = single?.weights[name]?.slopes
        expect(own, name).toHaveLength(slopes?.length ?? -1)
        slopes?.forEach((slope, at) => {
          expect(own?.[at], `${name}[${at}]`).toBeCloseTo(slope, 4)
        })
      }
    },
  )

  it.each([
    ['64', exactSpace],
    ['32', new Workspace()],
  ])('is a number where a sentence has no words (%s bits)', (_, space) => {
    const { weights, pair } = drawn(3, space)
    const empty = new Float32Array(0)
    const sentence = { length: 0, functionWords: [], vectors: [], marks: empty }
    const said = forward(
      new Tape(space),
      weights,
      { ...pair, sentence, same: empty, like: empty },
      ({ vectors: places }) => ({ rowsOf: weights['functionWord'] as Tensor, places }),
    )
    expect(said.values[0]).toBeTypeOf('number')
    expect(said.values[0]).not.toBeNaN()
  })
})
