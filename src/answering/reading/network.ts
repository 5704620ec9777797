import type { Tape, Tensor } from './tape.js'

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
  readonly same: Float64Array
  /** The same: how like they are, from -1 to 1. */
  readonly like: Float64Array
  /** For each question token 1 where the sentence has it, and how like its likest word there is, from -1 to 1. */
  readonly shared: Float64Array
}

export interface Side {
  readonly length: number
  /** Which function word each token is; 0 for none. */
  readonly functionWords: readonly number[]
  readonly vectors: Float64Array
  readonly marks: Float64Array
}

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
): Tensor {
  const of = (name: string): Tensor => {
    const tensor = w[name]
    if (tensor === undefined) throw new RangeError(`The network has no "${name}".`)
    return tensor
  }
  const embed = ({ length, functionWords, vectors, marks }: Side, name: string): Tensor => {
    const meaning = tape.times(tape.given(length, of('vector').rows, vectors), of('vector'))
    const grammar = tape.rowsOf(of('functionWord'), functionWords)
    const marked = tape.times(tape.given(length, of(`${name}Marks`).rows, marks), of(`${name}Marks`))
    return tape.partly(
      tape.positive(tape.plus(tape.plus(tape.plus(meaning, grammar), marked), of(`${name}Bias`))),
    )
  }
  const x = embed(question, 'question')
  const alone = embed(sentence, 'sentence')
  const z = tape.plus(
    alone,
    tape.positive(tape.plus(tape.times(tape.neighbours(alone), of('window')), of('windowBias'))),
  )
  const scores = tape.plusScaled(
    tape.plusScaled(tape.likeness(x, z, 1 / Math.sqrt(x.columns)), same, of('same')),
    like,
    of('like'),
  )
  const looked = tape.shares(scores, of('nothing'))
  const found = tape.times(looked, z)
  const compared = tape.positive(
    tape.plus(
      tape.times(
        tape.beside([
          x,
          found,
          tape.each(x, found),
          tape.apart(x, found),
          tape.given(question.length, 2, shared),
          tape.rest(looked),
        ]),
        of('compare'),
      ),
      of('compareBias'),
    ),
  )
  const gist = tape.plus(tape.mean(x), tape.rowsOf(of('kind'), [kind]))
  const back = tape.times(tape.shares(tape.turned(scores)), x)
  const answering = tape.positive(
    tape.plus(tape.times(tape.beside([z, back, tape.each(z, gist)]), of('answer')), of('answerBias')),
  )
  const all = tape.partly(
    tape.beside([tape.most(compared), tape.mean(compared), tape.most(answering), tape.mean(answering), gist]),
  )
  const judged = tape.partly(tape.positive(tape.plus(tape.times(all, of('judge')), of('judgeBias'))))
  return tape.plus(tape.times(judged, of('last')), of('lastBias'))
}
