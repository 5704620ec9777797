import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Seen } from '../../retrieval/features/seen.js'
import { FUNCTION_WORDS } from '../../retrieval/function-words.js'
import { once } from '../../retrieval/once.js'
import { QUESTION_KINDS } from '../../retrieval/question-kind.js'
import type { WordVectors } from '../../retrieval/word-vectors.js'
import { forward, layout, type Pair, type Shape, type Side, type Weights } from './network.js'
import { pairOf, tokenReader } from './pair.js'
import { Tape, type Tensor } from './tape.js'
import { type Numbers, Workspace } from './workspace.js'

/** A network as it is shipped, and how wide it is. */
export interface ReaderWeights {
  readonly width: number
  readonly network: PackedNetwork
}

/** Each tensor's numbers as bytes (from -`MOST` to `MOST`), deflated, in base64, behind what one of them is worth. */
export type PackedNetwork = Readonly<Record<string, string>>

/** Reads a question and a sentence word by word. */
export interface Reader {
  /** @returns the log-odds that the sentence answers the question; remembered, since ranking and confidence both ask */
  read(seen: Seen): number
}

/** @returns the sizes of a network over these vectors */
export const shapeOf = (width: number, { dimensions }: WordVectors): Shape => ({
  width,
  vector: dimensions,
  functionWords: FUNCTION_WORDS.size,
  kinds: QUESTION_KINDS.length,
})

/** A network that has been unpacked, with what it makes of words' vectors: one for all that is read. */
export interface Network {
  readonly vectors: WordVectors
  /** @returns the log-odds that the sentence answers the question */
  judge(pair: Pair): number
}

/** @throws RangeError where a tensor has not as many numbers as it should */
export function createNetwork({ width, network: packed }: ReaderWeights, vectors: WordVectors): Network {
  const space = new Workspace()
  const { vector: projection, ...network } = unpack(packed, shapeOf(width, vectors), space)
  const projected = {
    rows: vectors.count,
    columns: width,
    values: space.numbers(vectors.count * width),
    slopes: null,
  }
  const isProjected = new Uint8Array(vectors.count)
  const project = (number: number): void => {
    if (number < 0 || isProjected[number] === 1) return
    space.during(() => {
      const own = { rows: 1, columns: vectors.dimensions, values: space.copy(vectors.unitVector(number)) }
      space.multiply(
        own,
        projection as Tensor,
        projected.values.subarray(number * width, (number + 1) * width),
      )
    })
    isProjected[number] = 1
  }
  return {
    vectors,
    judge(pair) {
      for (const { vectors: numbers } of [pair.question, pair.sentence])
        for (let at = 0; at < numbers.length; at++) project(numbers[at] as number)
      const meaning = ({ vectors: places }: Side) => ({ rowsOf: projected, places })
      return space.during(() => forward(new Tape(space), network, pair, meaning).values[0] ?? 0)
    },
  }
}

/**
 * @param network asked for when something is read, so that what is wrong with it shows then
 * @param words the articles' words and terms, by number
 */
export function createReader(network: () => Network, words: readonly string[]): Reader {
  const tokens = once(() => tokenReader(network().vectors, words))
  const remembered = new WeakMap<Seen, number>()
  const read = (seen: Seen): number => {
    const { vectors, judge } = network()
    const { ofQuestion, ofSentence } = tokens()
    return judge(pairOf(vectors, ofQuestion(seen), ofSentence(seen.match.sentence)))
  }
  return {
    read(seen) {
      const logOdds = remembered.get(seen) ?? read(seen)
      remembered.set(seen, logOdds)
      return logOdds
    },
  }
}

/** As many steps tell as much as 127 do, on questions held out: they take three fifths of the place (docs/answers.md). */
const MOST = 31

/** @returns a network as it is shipped */
export const pack = (network: Weights): PackedNetwork =>
  Object.fromEntries(Object.entries(network).map(([name, { values }]) => [name, packValues(values)]))

function packValues(values: Numbers): string {
  const worth = [...values].reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / MOST
  const bytes = Int8Array.from(values, (value) => Math.round(value / worth))
  return `${worth.toPrecision(6)} ${deflateRawSync(bytes, { level: 9 }).toString('base64')}`
}

const unpack = (packed: PackedNetwork, shape: Shape, space: Workspace): Weights =>
  Object.fromEntries(
    Object.entries(layout(shape)).map(([name, [rows, columns]]) => [
      name,
      {
        rows,
        columns,
        values: space.copy(unpackValues(name, packed[name] ?? '', rows * columns)),
        slopes: null,
      },
    ]),
  )

function unpackValues(name: string, packed: string, length: number): Float64Array {
  const [worth, base64 = ''] = packed.split(' ')
  const bytes = base64 === '' ? Buffer.alloc(0) : inflateRawSync(Buffer.from(base64, 'base64'))
  if (bytes.length !== length)
    throw new RangeError(
      `reader.json has ${bytes.length} numbers of "${name}", not ${length}: \`npm run train\` makes it anew.`,
    )
  return Float64Array.from(new Int8Array(bytes), (byte) => byte * Number(worth))
}
