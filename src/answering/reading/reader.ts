import type { Seen } from '../../retrieval/features/seen.js'
import { FUNCTION_WORDS } from '../../retrieval/function-words.js'
import { once } from '../../retrieval/once.js'
import { QUESTION_KINDS } from '../../retrieval/question-kind.js'
import type { WordVectors } from '../../retrieval/word-vectors.js'
import { forward, layout, type Shape, type Weights } from './network.js'
import { pairOf, tokenReader } from './pair.js'
import { Tape } from './tape.js'
import { Workspace } from './workspace.js'

/** A network as it is shipped, and how wide it is. */
export interface ReaderWeights {
  readonly width: number
  readonly network: PackedNetwork
}

/** Each tensor's numbers as bytes (from -127 to 127) in base64, behind what one of them is worth. */
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

/**
 * @param words the articles' words and terms, by number
 * @throws RangeError where a tensor has not as many numbers as it should
 */
export function createReader(
  { width, network: packed }: ReaderWeights,
  vectors: WordVectors,
  words: readonly string[],
): Reader {
  const space = new Workspace()
  const network = unpack(packed, shapeOf(width, vectors), space)
  const tokens = once(() => tokenReader(vectors, words))
  const remembered = new WeakMap<Seen, number>()
  const read = (seen: Seen): number => {
    const pair = pairOf(vectors, tokens().ofQuestion(seen), tokens().ofSentence(seen.match.sentence))
    return space.during(() => forward(new Tape(space), network, pair).values[0] ?? 0)
  }
  return {
    read(seen) {
      const logOdds = remembered.get(seen) ?? read(seen)
      remembered.set(seen, logOdds)
      return logOdds
    },
  }
}

/** @returns a network as it is shipped */
export const pack = (network: Weights): PackedNetwork =>
  Object.fromEntries(Object.entries(network).map(([name, { values }]) => [name, packValues(values)]))

function packValues(values: Float64Array): string {
  const worth = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127
  const bytes = Int8Array.from(values, (value) => Math.round(value / worth))
  return `${worth.toPrecision(6)} ${Buffer.from(bytes.buffer).toString('base64')}`
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
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== length)
    throw new RangeError(
      `reader.json has ${bytes.length} numbers of "${name}", not ${length}: \`npm run train\` makes it anew.`,
    )
  return Float64Array.from(new Int8Array(bytes), (byte) => byte * Number(worth))
}
