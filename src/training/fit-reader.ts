import { LONG } from '../answering/rank-by-reading.js'
import { forward, layout, type Side } from '../answering/reading/network.js'
import { type AskedTokens, pairOf, type SaidToken, tokenReader } from '../answering/reading/pair.js'
import { pack, type ReaderWeights, shapeOf } from '../answering/reading/reader.js'
import { Tape, type Tensor } from '../answering/reading/tape.js'
import { Workspace } from '../answering/reading/workspace.js'
import { readQuestion } from '../retrieval/question.js'
import type { Retrieval } from '../retrieval/retrieval.js'
import type { WordVectors } from '../retrieval/word-vectors.js'
import type { QuestionWeights } from './fit-confidence.js'
import { answersIt, type LabelledQuestion } from './labelled-question.js'
import { createRandom } from './random.js'

/** A question and a sentence, whether the one answers the other, and how much that counts. */
export interface Example {
  readonly asked: AskedTokens
  readonly said: readonly SaidToken[]
  readonly answers: boolean
  readonly weight: number
}

/** What each kind of question counts: what newspapers' readers ask, as for short articles' confidence. */
const WEIGHTS: QuestionWeights = {
  piece: 4,
  'piece-hard': 2.5,
  'piece-holes': 2.5,
  'piece-strangers': 2,
  short: 2,
  'off-topic': 2,
  written: 1.5,
  common: 1,
}
/** What a sentence counts that is not the best one: where it answers, and where it does not. */
const OTHER = { answers: 0.4, not: 0.25 }
/** The best sentences that are examples, beside the right one: a reader that saw no third one has no measure for it. */
const MOST = 3

/**
 * @param retrievalOf what searches the article of an id
 * @returns each question on a short article with its best sentences, and with the right one wherever it stands
 */
export function readerExamples(
  retrievalOf: (article: string) => Retrieval,
  questions: readonly LabelledQuestion[],
  vectors: WordVectors,
): Example[] {
  const tokensOf = new Map<Retrieval, ReturnType<typeof tokenReader>>()
  return questions.flatMap((question, number) => {
    const { words, article, from } = question
    const weight = WEIGHTS[from]
    // of the questions on something else and on any name, which are as many as all others, every second is enough
    if (weight === undefined || (/strangers|off-topic|common/.test(from) && number % 2 === 1)) return []
    const read = readQuestion(words)
    if (typeof read === 'string') return []
    const retrieval = retrievalOf(article)
    const { asked, ranked } = retrieval.rank(read)
    if (asked.statistics.sentences >= LONG) return []
    const tokens = tokensOf.get(retrieval) ?? tokenReader(vectors, retrieval.words)
    tokensOf.set(retrieval, tokens)
    const candidates = ranked.map(({ seen }) => ({
      seen,
      answers: answersIt(question, seen),
    }))
    const right = candidates.findIndex(({ answers }) => answers)
    return candidates
      .filter((_, at) => at < MOST || at === right)
      .map(({ seen, answers }, at) => ({
        asked: tokens.ofQuestion(seen),
        said: tokens.ofSentence(seen.match.sentence),
        answers,
        weight: at === 0 ? weight : weight * OTHER[answers ? 'answers' : 'not'],
      }))
  })
}

/** Numbers a word is thought of by: 84,000 weights. Wider is a little better on newspaper pieces, and slower (docs/answers.md). */
const WIDTH = 64
/** With more, and nothing forgotten, it learns its examples by heart. */
const PASSES = 8
const RATE = 3e-3
const BATCH = 128
/**
 * The share of words whose vector is withheld, so that a network does not learn by heart which words its questions had. How like
 * others they are it is told.
 */
const WITHHELD = 0.1
/** The share of the numbers between its layers that it forgets while it learns: see `Tape.partly`. */
const FORGOTTEN = 0.1

/**
 * Fits by logistic loss and Adam (Kingma and Ba 2015), whose rate rises over the first steps and then falls to nought. An
 * example that counts half as much is looked at half as often: as good as weighing its slopes, and faster.
 */
export function fitReader(examples: readonly Example[], vectors: WordVectors): ReaderWeights {
  const random = createRandom(11)
  const space = new Workspace()
  const weights: Record<string, Tensor> = {}
  for (const [name, [rows, columns]] of Object.entries(layout(shapeOf(WIDTH, vectors))))
    weights[name] = {
      rows,
      columns,
      values: space.copy(Array.from({ length: rows * columns }, () => start(name, rows, random))),
      slopes: space.numbers(rows * columns),
    }
  const projection = weights['vector'] as Tensor
  const all = Object.values(weights)
  const mean = all.map(({ values }) => new Float64Array(values.length))
  const square = all.map(({ values }) => new Float64Array(values.length))
  const most = examples.reduce((most, { weight }) => Math.max(most, weight), 0)
  let step = 0
  for (let pass = 0; pass < PASSES; pass++) {
    const looked = examples.filter(({ weight }) => random() < weight / most)
    shuffle(looked, random)
    for (let from = 0; from < looked.length; from += BATCH) {
      for (const { asked, said, answers } of looked.slice(from, from + BATCH)) {
        const pair = pairOf(vectors, asked, said)
        space.during(() => {
          const tape = new Tape(space, { share: FORGOTTEN, random })
          const logOdds = forward(tape, weights, pair, (side) => ({
            of: [tape.given(side.length, vectors.dimensions, told(side, vectors, random))],
            times: projection,
          }))
          const chance = 1 / (1 + Math.exp(-(logOdds.values[0] ?? 0)))
          tape.backward(logOdds, (chance - (answers ? 1 : 0)) / BATCH)
        })
      }
      step++
      const rate = RATE * Math.min(1, step / WARMING) * (1 - (pass + from / looked.length) / PASSES)
      for (const [at, tensor] of all.entries())
        adam(tensor, mean[at] as Float64Array, square[at] as Float64Array, step, rate)
    }
  }
  return { width: WIDTH, network: pack(weights) }
}

/** The words' vectors, one behind the other, some of which are withheld. */
function told({ vectors: numbers }: Side, vectors: WordVectors, random: () => number): Float32Array {
  const all = new Float32Array(numbers.length * vectors.dimensions)
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at] as number
    if (number >= 0 && random() >= WITHHELD) all.set(vectors.unitVector(number), at * vectors.dimensions)
  }
  return all
}

const WARMING = 300

/** Evenly spread as Glorot and Bengio (2010) do; words' vectors have length 1, so they start larger. */
function start(name: string, rows: number, random: () => number): number {
  const spread = (random() * 2 - 1) * Math.sqrt(3)
  if (name.endsWith('Bias') || name === 'nothing') return 0
  if (name === 'same') return 3
  if (name === 'like') return 2
  if (name === 'functionWord' || name === 'kind') return 0.1 * spread
  if (name === 'vector') return (1.7 * spread) / Math.sqrt(rows)
  return (0.8 * spread) / Math.sqrt(rows)
}

function adam(
  { values, slopes }: Tensor,
  mean: Float64Array,
  square: Float64Array,
  step: number,
  rate: number,
): void {
  if (slopes === null) return
  const [m1, m2] = [1 - 0.9 ** step, 1 - 0.999 ** step]
  for (let at = 0; at < values.length; at++) {
    const slope = slopes[at] as number
    const m = 0.9 * (mean[at] as number) + 0.1 * slope
    const v = 0.999 * (square[at] as number) + 0.001 * slope * slope
    mean[at] = m
    square[at] = v
    values[at] = (values[at] as number) - (rate * (m / m1)) / (Math.sqrt(v / m2) + 1e-8)
    slopes[at] = 0
  }
}

function shuffle<T>(list: T[], random: () => number): void {
  for (let at = list.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = list[at] as T
    list[at] = list[other] as T
    list[other] = kept
  }
}
