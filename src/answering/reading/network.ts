import type { Summand, Tape, Tensor } from './tape.js'

/** Sizes of the tables a network learns, and how wide it is. */
export interface Shape {
  /** Numbers a word is thought of by. */
  readonly width: number
  readonly vector: number
  readonly functionWords: number
  readonly kinds: number
}

/** Numbers beside each token: see `pairOf`. */
export const QUESTION_MARKS = 12
export const SENTENCE_MARKS = 20

/** A question and a sentence, made ready to be compared. */
export interface Pair {
  readonly kind: number
  readonly question: Side
  readonly sentence: Side
  /** For each question token, then each sentence token: 1 where they are the same word. */
  readonly same: Float32Array
  /** The same: how like they are, from -1 to 1. */
  readonly like: Float32Array
  /** For each question token 1 where the sentence has it, and how like its likest word there is, from -1 to 1. */
  readonly shared: Float32Array
}

export interface Side {
  readonly length: number
  /** Which function word each token is; 0 for none. */
  readonly functionWords: ArrayLike<number>
  /** Which word vector each token has; -1 for none. */
  readonly vectors: ArrayLike<number>
  readonly marks: Float32Array
}

/** What the vectors of a side's words add to what is thought of them. */
export type Meaning = (side: Side) => Summand

/** What is learned, by name. */
export type Weights = Readonly<Record<string, Tensor>>

/** @returns the rows and columns of what is learned, by name */
export function layout({ width: d, vector, functionWords, kinds }: Shape): Record<string, [number, number]> {
  return {
    vector: [vector, d],
    functionWord: [functionWords + 1, d],
    questionMarks: [QUESTION_MARKS, d],
    questionBias: [1, d],
    sentenceMarks: [SENTENCE_MARKS, d],
    sentenceBias: [1, d],
    kind: [kinds, d],
    window: [3 * d, d],
    windowBias: [1, d],
    same: [1, 1],
    like: [1, 1],
    nothing: [1, 1],
    compare: [4 * d + 3, d],
    compareBias: [1, d],
    answer: [3 * d, d],
    answerBias: [1, d],
    judge: [5 * d, d],
    judgeBias: [1, d],
    last: [d, 1],
    lastBias: [1, 1],
  }
}

/**
 * How likely a sentence answers a question, as log-odds: every word of the question looks for what stands for it in the
 * sentence (attention and comparison, Parikh et al. 2016), and every word of the sentence is looked at as an answer.
 */
export function forward(
  tape: Tape,
  w: Weights,
  { kind, question, sentence, same, like, shared }: Pair,
  meaning: Meaning,
): Tensor {
  const of = (name: string): Tensor => {
    const tensor = w[name]
    if (tensor === undefined) throw new RangeError(`The network has no "${name}".`)
    return tensor
  }
  const embed = (side: Side, name: string): Tensor => {
    const [marks, bias] = [of(`${name}Marks`), of(`${name}Bias`)]
    return tape.partly(
      tape.layer(side.length, bias, [
        meaning(side),
        { rowsOf: of('functionWord'), places: side.functionWords },
        { of: [tape.given(side.length, marks.rows, side.marks)], times: marks },
      ]),
    )
  }
  const x = embed(question, 'question')
  const alone = embed(sentence, 'sentence')
  const z = tape.plus(
    alone,
    tape.layer(alone.rows, of('windowBias'), [{ neighboursIn: alone, times: of('window') }]),
  )
  const scores = tape.plusScaled(
    tape.plusScaled(tape.likeness(x, z, 1 / Math.sqrt(x.columns)), same, of('same')),
    like,
    of('like'),
  )
  const looked = tape.shares(scores, of('nothing'))
  const found = tape.times(looked, z)
  const given = tape.given(question.length, 2, shared)
  const compared = tape.layer(x.rows, of('compareBias'), [
    {
      of: [x, found, tape.each(x, found), tape.apart(x, found), given, tape.rest(looked)],
      times: of('compare'),
    },
  ])
  const gist = tape.sum(1, tape.mean(x), [{ rowsOf: of('kind'), places: [kind] }])
  const back = tape.times(tape.shares(tape.turned(scores)), x)
  const answering = tape.layer(z.rows, of('answerBias'), [
    { of: [z, back, tape.each(z, gist)], times: of('answer') },
  ])
  const all = [tape.most(compared), tape.mean(compared), tape.most(answering), tape.mean(answering), gist]
  const judged = tape.partly(
    tape.layer(1, of('judgeBias'), [{ of: all.map((one) => tape.partly(one)), times: of('judge') }]),
  )
  return tape.sum(1, of('lastBias'), [{ of: [judged], times: of('last') }])
}
