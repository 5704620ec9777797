import type { Matrix, Numbers, Space } from '../../../src/answering/reading/workspace.js'

/**
 * A space of 64-bit numbers, which plain loops multiply: what a tape does with slopes can be held against it to many digits. It throws where
 * a matrix is not as large as it says.
 */
export const exactSpace: Space = {
  numbers: (length) => new Float64Array(length),
  copy: (values) => Float64Array.from(values),
  multiply(a, b, out) {
    addProducts(out, a.rows, a.columns, b.columns, (row, inner) => row * a.columns + inner, a.values, {
      at: (inner, column) => inner * b.columns + column,
      values: b.values,
    })
  },
  multiplyTransposed(a, b, out) {
    addProducts(out, a.columns, a.rows, b.columns, (row, inner) => inner * a.columns + row, a.values, {
      at: (inner, column) => inner * b.columns + column,
      values: b.values,
    })
  },
  multiplyByTransposed(a, b, out) {
    addProducts(out, a.rows, a.columns, b.rows, (row, inner) => row * a.columns + inner, a.values, {
      at: (inner, column) => column * b.columns + inner,
      values: b.values,
    })
  },
  addRow(to, row, other, from) {
    for (let at = 0; at < to.columns; at++)
      to.values[row * to.columns + at] =
        number(to.values, row * to.columns + at) + number(other.values, from * to.columns + at)
  },
  keepPositive(numbers, signs) {
    for (let at = 0; at < numbers.length; at++) if (!(number(signs, at) > 0)) numbers[at] = 0
  },
}

function addProducts(
  out: Numbers,
  rows: number,
  inners: number,
  columns: number,
  at: (row: number, inner: number) => number,
  values: Matrix['values'],
  b: { readonly at: (inner: number, column: number) => number; readonly values: Numbers },
): void {
  if (
    out.length !== rows * columns ||
    values.length !== rows * inners ||
    b.values.length !== inners * columns
  )
    throw new RangeError('A matrix is not as large as it says.')
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      for (let inner = 0; inner < inners; inner++) {
        const place = row * columns + column
        out[place] =
          number(out, place) + number(values, at(row, inner)) * number(b.values, b.at(inner, column))
      }
}

function number(values: Numbers, at: number): number {
  const value = values[at]
  if (value === undefined) throw new RangeError(`There is no number ${at} of ${values.length}.`)
  return value
}
