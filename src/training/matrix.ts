/** Rows of features, one behind the other. */
export interface Matrix {
  readonly data: Float32Array
  readonly columns: number
}

/** A row-by-row builder, since how many rows there will be is not known before. */
export function createMatrixBuilder(columns: number): {
  add(row: ArrayLike<number>): number
  build(): Matrix
} {
  let data = new Float32Array(columns * 1024)
  let rows = 0
  return {
    add(row) {
      if ((rows + 1) * columns > data.length) {
        const larger = new Float32Array(data.length * 2)
        larger.set(data)
        data = larger
      }
      data.set(row, rows * columns)
      return rows++
    },
    build: () => ({ data: data.slice(0, rows * columns), columns }),
  }
}
