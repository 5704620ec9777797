import { expect, it } from 'vitest'
import { forward, layout, type Pair, type Side } from '../../../src/answering/reading/network.js'
import { createNetwork, pack, shapeOf } from '../../../src/answering/reading/reader.js'
import { Tape, type Tensor } from '../../../src/answering/reading/tape.js'
import { Workspace } from '../../../src/answering/reading/workspace.js'
import { LEARNED } from '../../../src/retrieval/learned.js'
import { createRandom } from '../../../src/training/random.js'

const vectors = LEARNED.vectors()
const WIDTH = 5

/** Weights of whole steps, the largest 31, so that packing loses nothing. */
function drawn(seed: number) {
  const random = createRandom(seed)
  const space = new Workspace()
  const weights: Record<string, Tensor> = {}
  for (const [name, [rows, columns]] of Object.entries(layout(shapeOf(WIDTH, vectors)))) {
    const steps = Array.from({ length: rows * columns }, (_, at) =>
      at === 0 ? 31 : Math.round(62 * random() - 31),
    )
    weights[name] = { rows, columns, values: space.copy(steps.map((step) => step / 64)), slopes: null }
  }
  const side = (places: number[], marks: number): Side => ({
    length: places.length,
    functionWords: places.map((_, at) => at % 3),
    vectors: places,
    marks: Float32Array.from({ length: places.length * marks }, random),
  })
  const pair: Pair = {
    kind: 1,
    question: side([7, -1, 40], 12),
    sentence: side([7, 9000, -1, 40, 7], 20),
    same: Float32Array.from({ length: 15 }, random),
    like: Float32Array.from({ length: 15 }, random),
    shared: Float32Array.from({ length: 6 }, random),
  }
  return { space, weights, pair }
}

it('says what its weights say, and the same again: what it keeps of a word is what they make of its vector', () => {
  for (const seed of [1, 2, 3]) {
    const { space, weights, pair } = drawn(seed)
    const tape = new Tape(space)
    const expected = forward(tape, weights, pair, ({ length, vectors: places }) => ({
      of: [
        tape.given(
          length,
          vectors.dimensions,
          Array.from(places, (place) =>
            place < 0 ? Array<number>(vectors.dimensions).fill(0) : [...vectors.unitVector(place)],
          ).flat(),
        ),
      ],
      times: weights['vector'] as Tensor,
    })).values[0]
    const { judge } = createNetwork({ width: WIDTH, network: pack(weights) }, vectors)
    const said = judge(pair)
    expect(said).toBeCloseTo(expected ?? Number.NaN, 3)
    expect(judge(pair)).toBe(said)
  }
})
