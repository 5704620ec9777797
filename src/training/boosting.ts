import type { TreeWeights } from '../retrieval/trees.js'
import type { Matrix } from './matrix.js'

export interface BoostingOptions {
  readonly trees: number
  readonly depth: number
  readonly rate: number
  /** L2 penalty on leaves. */
  readonly penalty: number
  /** The least sum of second derivatives in a leaf. */
  readonly leastWeight: number
  /** The share of columns each tree may use. */
  readonly columnShare: number
}

/** Sets slope and curve of the loss at each row, for the scores as they stand. */
export type Loss = (scores: Float64Array, slope: Float64Array, curve: Float64Array) => void

/**
 * Fits gradient-boosted trees with Newton leaves (Friedman 2001; Chen and Guestrin 2016), on columns cut into at most
 * 64 bins, each tree full to its depth, so that it ships as a plain list of numbers.
 *
 * @param start the rows' scores before the first tree; left as they are after the last
 */
export function fitTrees(
  matrix: Matrix,
  names: readonly string[],
  scores: Float64Array,
  loss: Loss,
  options: BoostingOptions,
  random: () => number,
): TreeWeights {
  const { columns } = matrix
  const rows = scores.length
  const { bins, edges } = cut(matrix, rows)
  const inner = 2 ** options.depth - 1
  const slope = new Float64Array(rows)
  const curve = new Float64Array(rows)
  const node = new Uint8Array(rows)
  const trees: string[] = []
  const used = new Map<number, number>()
  const placeOf = (column: number): number => {
    if (!used.has(column)) used.set(column, used.size)
    return used.get(column) ?? 0
  }
  for (let tree = 0; tree < options.trees; tree++) {
    loss(scores, slope, curve)
    node.fill(0)
    const allowed = Array.from({ length: columns }, (_, column) => column).filter(
      (column) => (edges[column]?.length ?? 0) > 0 && random() < options.columnShare,
    )
    const splits: { column: number; bin: number }[] = []
    for (let level = 0; level < options.depth; level++) {
      const width = 2 ** level
      const found = bestSplits(bins, rows, allowed, node, width, slope, curve, options)
      splits.push(...found)
      for (let row = 0; row < rows; row++) {
        const at = node[row] as number
        const { column, bin } = found[at] as { column: number; bin: number }
        node[row] = 2 * at + (column >= 0 && (bins[column * rows + row] as number) > bin ? 1 : 0)
      }
    }
    const leaves = leafValues(node, 2 ** options.depth, slope, curve, options)
    for (let row = 0; row < rows; row++)
      scores[row] = (scores[row] as number) + (leaves[node[row] as number] as number)
    const numbers = splits.flatMap(({ column, bin }) =>
      column < 0 ? [0, 1e9] : [placeOf(column), short(edges[column]?.[bin] ?? 0)],
    )
    trees.push([...numbers, ...leaves.map(short)].join(' '))
    if (splits.length !== inner) throw new RangeError('A tree is not full.')
  }
  return { features: [...used.keys()].map((column) => names[column] ?? ''), depth: options.depth, trees }
}

/** Three digits tell apart what 64 bins do, and keep what is shipped small. */
const short = (value: number): number => Number(value.toPrecision(3))
const BINS = 64

/** Bins by quantiles; `edges[column][bin]` is the highest value of a bin but the last. */
function cut({ data, columns }: Matrix, rows: number): { bins: Uint8Array; edges: number[][] } {
  const bins = new Uint8Array(rows * columns)
  const edges: number[][] = []
  const every = Math.max(1, Math.floor(rows / 20_000))
  for (let column = 0; column < columns; column++) {
    const sample: number[] = []
    for (let row = 0; row < rows; row += every) sample.push(data[row * columns + column] as number)
    sample.sort((a, b) => a - b)
    const at = new Set<number>()
    for (let bin = 1; bin < BINS; bin++) {
      const value = sample[Math.floor((bin * sample.length) / BINS)] as number
      if (value < (sample.at(-1) as number)) at.add(short(value))
    }
    // the sample's distinct low values matter where a column is nearly always one value
    const cuts = [...at].sort((a, b) => a - b)
    if (cuts.length === 0 && (sample[0] as number) < (sample.at(-1) as number))
      cuts.push(short(sample[0] as number))
    if (cuts.length > 0 && (sample[0] as number) < (cuts[0] as number))
      cuts.unshift(short(sample[0] as number))
    edges.push(cuts)
    for (let row = 0; row < rows; row++) {
      const value = data[row * columns + column] as number
      let low = 0
      let high = cuts.length
      while (low < high) {
        const middle = (low + high) >> 1
        if (value > (cuts[middle] as number)) low = middle + 1
        else high = middle
      }
      bins[column * rows + row] = low
    }
  }
  return { bins, edges }
}

function bestSplits(
  bins: Uint8Array,
  rows: number,
  allowed: readonly number[],
  node: Uint8Array,
  width: number,
  slope: Float64Array,
  curve: Float64Array,
  { penalty, leastWeight }: BoostingOptions,
): { column: number; bin: number }[] {
  const best = Array.from({ length: width }, () => ({ column: -1, bin: 0, gain: 1e-6 }))
  const slopes = new Float64Array(width * BINS)
  const curves = new Float64Array(width * BINS)
  for (const column of allowed) {
    slopes.fill(0)
    curves.fill(0)
    const base = column * rows
    for (let row = 0; row < rows; row++) {
      const at = (node[row] as number) * BINS + (bins[base + row] as number)
      slopes[at] = (slopes[at] as number) + (slope[row] as number)
      curves[at] = (curves[at] as number) + (curve[row] as number)
    }
    for (let one = 0; one < width; one++) {
      let allSlope = 0
      let allCurve = 0
      for (let bin = 0; bin < BINS; bin++) {
        allSlope += slopes[one * BINS + bin] as number
        allCurve += curves[one * BINS + bin] as number
      }
      const whole = allSlope ** 2 / (allCurve + penalty)
      let leftSlope = 0
      let leftCurve = 0
      for (let bin = 0; bin < BINS - 1; bin++) {
        leftSlope += slopes[one * BINS + bin] as number
        leftCurve += curves[one * BINS + bin] as number
        const rightCurve = allCurve - leftCurve
        if (leftCurve < leastWeight || rightCurve < leastWeight) continue
        const gain =
          leftSlope ** 2 / (leftCurve + penalty) +
          (allSlope - leftSlope) ** 2 / (rightCurve + penalty) -
          whole
        const leader = best[one] as { column: number; bin: number; gain: number }
        if (gain > leader.gain) best[one] = { column, bin, gain }
      }
    }
  }
  return best
}

function leafValues(
  node: Uint8Array,
  leaves: number,
  slope: Float64Array,
  curve: Float64Array,
  { penalty, rate }: BoostingOptions,
): number[] {
  const slopes = new Float64Array(leaves)
  const curves = new Float64Array(leaves)
  for (let row = 0; row < node.length; row++) {
    const leaf = node[row] as number
    slopes[leaf] = (slopes[leaf] as number) + (slope[row] as number)
    curves[leaf] = (curves[leaf] as number) + (curve[row] as number)
  }
  return Array.from(slopes, (sum, leaf) => (-rate * sum) / ((curves[leaf] as number) + penalty))
}
