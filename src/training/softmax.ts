import type { Matrix } from './matrix.js'

/** A question's candidate sentences: rows `start` to `end` of a matrix, of which `gold` answers. */
export interface Choice {
  readonly start: number
  readonly end: number
  readonly gold: number
}

export interface SoftmaxOptions {
  readonly passes: number
  readonly rate: number
  /** L2 penalty on standardised weights. */
  readonly penalty: number
}

/**
 * Fits a linear model that gives the right sentence of each choice the highest score: multinomial softmax loss over its
 * candidates, Adam (Kingma and Ba 2015) on standardised features, in batches of 32 choices, in an order fixed by `random`.
 *
 * @returns one weight a column, for the features as they are
 */
export function fitSoftmax(
  { data, columns }: Matrix,
  choices: readonly Choice[],
  { passes, rate, penalty }: SoftmaxOptions,
  random: () => number,
): Float64Array {
  const scale = spread({ data, columns }, choices)
  const weights = new Float64Array(columns)
  const slope = new Float64Array(columns)
  const mean = new Float64Array(columns)
  const square = new Float64Array(columns)
  const order = choices.map((_, at) => at)
  let step = 0
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, random)
    for (let from = 0; from < order.length; from += BATCH) {
      slope.fill(0)
      const batch = order.slice(from, from + BATCH)
      for (const at of batch) addSlope(choices[at] as Choice, data, columns, scale, weights, slope)
      step++
      const now = rate * (1 - pass / passes) ** 0.5
      for (let column = 0; column < columns; column++) {
        const g = (slope[column] ?? 0) / batch.length + penalty * (weights[column] ?? 0)
        const m = 0.9 * (mean[column] ?? 0) + 0.1 * g
        const v = 0.999 * (square[column] ?? 0) + 0.001 * g * g
        mean[column] = m
        square[column] = v
        weights[column] =
          (weights[column] ?? 0) -
          (now * (m / (1 - 0.9 ** step))) / (Math.sqrt(v / (1 - 0.999 ** step)) + 1e-8)
      }
    }
  }
  return weights.map((weight, column) => weight * (scale[column] ?? 0))
}

const BATCH = 32

function addSlope(
  { start, end, gold }: Choice,
  data: Float32Array,
  columns: number,
  scale: Float64Array,
  weights: Float64Array,
  slope: Float64Array,
): void {
  const scores = new Float64Array(end - start)
  let best = Number.NEGATIVE_INFINITY
  for (let row = start; row < end; row++) {
    let sum = 0
    const base = row * columns
    for (let column = 0; column < columns; column++)
      sum += (data[base + column] as number) * (scale[column] as number) * (weights[column] as number)
    scores[row - start] = sum
    if (sum > best) best = sum
  }
  let total = 0
  for (let at = 0; at < scores.length; at++) total += scores[at] = Math.exp((scores[at] as number) - best)
  for (let row = start; row < end; row++) {
    const error = (scores[row - start] as number) / total - (row === gold ? 1 : 0)
    if (Math.abs(error) < 1e-4) continue
    const base = row * columns
    for (let column = 0; column < columns; column++)
      slope[column] =
        (slope[column] as number) + error * (data[base + column] as number) * (scale[column] as number)
  }
}

/** One over each column's standard deviation among the candidates of a choice; 0 where it never differs. */
function spread({ data, columns }: Matrix, choices: readonly Choice[]): Float64Array {
  const squares = new Float64Array(columns)
  let rows = 0
  for (const { start, end } of choices) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let sumOfSquares = 0
      for (let row = start; row < end; row++) {
        const value = data[row * columns + column] as number
        sum += value
        sumOfSquares += value * value
      }
      squares[column] = (squares[column] as number) + sumOfSquares - (sum * sum) / Math.max(1, end - start)
    }
    rows += end - start
  }
  return squares.map((sum) => (sum / rows > 1e-9 ? 1 / Math.sqrt(sum / rows) : 0))
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[order[at], order[other]] = [order[other] as number, order[at] as number]
  }
}
