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
  const split = numbers.map((tree) =>
    Int16Array.from({ length: inner }, (_, node) => columns[tree[2 * node] ?? 0] ?? 0),
  )
  const threshold = numbers.map((tree) =>
    Float64Array.from({ length: inner }, (_, node) => tree[2 * node + 1] ?? 0),
  )
  const leaves = numbers.map((tree) => Float64Array.from(tree.slice(2 * inner)))
  return (row) => {
    let sum = 0
    for (let at = 0; at < numbers.length; at++) {
      let node = 0
      while (node < inner)
        node = 2 * node + ((row[split[at]?.[node] ?? 0] ?? 0) > (threshold[at]?.[node] ?? 0) ? 2 : 1)
      sum += leaves[at]?.[node - inner] ?? 0
    }
    return sum
  }
}
