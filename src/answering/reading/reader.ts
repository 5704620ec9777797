import type { Asked } from '../../retrieval/asked.js'
import { FUNCTION_WORDS } from '../../retrieval/function-words.js'
import type { IndexedSentence } from '../../retrieval/indexed-passage.js'
import { once } from '../../retrieval/once.js'
import { QUESTION_KINDS } from '../../retrieval/question-kind.js'
import type { WordVectors } from '../../retrieval/word-vectors.js'
import { forward, layout, type Shape } from './network.js'
import { pairOf, tokenReader } from './pair.js'
import { Tape, type Tensor } from './tape.js'

/** A network as it is shipped: each tensor's numbers as bytes (from -127 to 127) in base64, behind what one of them is worth. */
export interface ReaderWeights {
  readonly width: number
  readonly tensors: Readonly<Record<string, string>>
}

/** Reads a question and a sentence word by word. */
export interface Reader {
  /** @returns the log-odds that the sentence answers the question */
  read(asked: Asked, sentence: IndexedSentence): number
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
  { width, tensors }: ReaderWeights,
  vectors: WordVectors,
  words: readonly string[],
): Reader {
  const weights = Object.fromEntries(
    Object.entries(layout(shapeOf(width, vectors))).map(([name, [rows, columns]]) => [
      name,
      { rows, columns, values: unpack(name, tensors[name] ?? '', rows * columns), slopes: null },
    ]),
  )
  const tokens = once(() => tokenReader(vectors, words))
  return {
    read(asked, sentence) {
      const pair = pairOf(vectors, tokens().ofQuestion(asked), tokens().ofSentence(sentence))
      return forward(new Tape(false), weights, pair).values[0] ?? 0
    },
  }
}

/** @returns a tensor's numbers as they are shipped */
export function pack({ values }: Tensor): string {
  const worth = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9) / 127
  const bytes = Int8Array.from(values, (value) => Math.round(value / worth))
  return `${worth.toPrecision(6)} ${Buffer.from(bytes.buffer).toString('base64')}`
}

function unpack(name: string, packed: string, length: number): Float64Array {
  const [worth, base64 = ''] = packed.split(' ')
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== length)
    throw new RangeError(
      `reader.json has ${bytes.length} numbers of "${name}", not ${length}: \`npm run train\` makes it anew.`,
    )
  return Float64Array.from(new Int8Array(bytes), (byte) => byte * Number(worth))
}
