/** Boosted trees as plain numbers. */
export interface TreeWeights {
  readonly features: readonly string[]
  readonly depth: number
  /**
   * Each a full binary tree of `depth` levels, as numbers parted by blanks: level by level a place in `features` and the
   * highest value that goes left, then the leaves.
   */
  readonly trees: readonly string[]
}

/** @returns the sum of what the trees say of a row whose places are named `names` */
export function createForest(
  { features, depth, trees }: TreeWeights,
  names: readonly string[],
): (row: Float64Array) => number {
  const inner = 2 ** depth - 1
  const columns = features.map((name) => names.indexOf(name))
  const numbers = trees.map((tree) => tree.split(' ').map(Number))
  // one flat array for all trees: nested ones cost three times as long to walk
  const split = Int16Array.from({ length: numbers.length * inner }, (_, at) => {
    const feature = numbers[Math.floor(at / inner)]?.[2 * (at % inner)] ?? 0
    return columns[feature] ?? 0
  })
  const threshold = Float64Array.from(
    split,
    (_, at) => numbers[Math.floor(at / inner)]?.[2 * (at % inner) + 1] ?? 0,
  )
  const leaves = Float64Array.from(numbers.flatMap((tree) => tree.slice(2 * inner)))
  return (row) => {
    let sum = 0
    for (let tree = 0; tree < numbers.length; tree++) {
      const root = tree * inner
      let node = 0
      while (node < inner) {
        const value = row[split[root + node] ?? 0] ?? 0
        node = 2 * node + (value > (threshold[root + node] ?? 0) ? 2 : 1)
      }
      sum += leaves[tree * (inner + 1) + node - inner] ?? 0
    }
    return sum
  }
}
