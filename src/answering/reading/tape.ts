import { type Matrix, type Numbers, num, type Space } from './workspace.js'

/** Numbers in rows, in the space of the tape that works with them; and while a network learns, how the loss rises with each. */
export interface Tensor extends Matrix {
  /** Null where nothing is learned. */
  readonly slopes: Numbers | null
}

/** What a layer adds up, row by row. */
export type Summand =
  /** Tensors of as many rows, which stand side by side, multiplied by weights. */
  | { readonly of: readonly Tensor[]; readonly times: Tensor }
  /** Each row with the one before and the one behind it, side by side (nought at the ends), multiplied by weights. */
  | { readonly neighboursIn: Tensor; readonly times: Tensor }
  /** Rows of a table, one for each place; none where a place is below nought. */
  | { readonly rowsOf: Tensor; readonly places: ArrayLike<number> }

/** Which share of the numbers `partly` forgets, and what draws them. */
export interface Forgetting {
  readonly share: number
  readonly random: () => number
}

/**
 * The steps of one forward pass. While a network learns, `backward` goes through them from the last to the first and adds up
 * slopes (reverse-mode differentiation, Linnainmaa 1976); in use nothing is remembered.
 */
export class Tape {
  readonly #steps: (() => void)[] = []

  readonly #space: Space
  readonly #learning: Forgetting | undefined

  /**
   * @param space where numbers are taken from
   * @param learning given where a network learns: slopes are wanted then, and this is forgotten meanwhile
   */
  constructor(space: Space, learning?: Forgetting) {
    this.#space = space
    this.#learning = learning
  }

  /** @returns numbers that are given, and never learned */
  given(rows: number, columns: number, values: ArrayLike<number>): Tensor {
    return { rows, columns, values: this.#space.copy(values), slopes: null }
  }

  /** @returns the product of `a` (n × k) and `b` (k × m) */
  times(a: Tensor, b: Tensor): Tensor {
    const out = this.#empty(a.rows, b.columns)
    this.#space.multiply(a, b, out.values)
    this.#step(out, (values) => {
      const slopes = { ...out, values }
      if (a.slopes !== null) this.#space.multiplyByTransposed(slopes, b, a.slopes)
      if (b.slopes !== null) this.#space.multiplyTransposed(a, slopes, b.slopes)
    })
    return out
  }

  /** @returns the product of `a` (n × k) and `b` (m × k) turned, each number times `scale` */
  likeness(a: Tensor, b: Tensor, scale: number): Tensor {
    const out = this.#empty(a.rows, b.rows)
    this.#space.multiplyByTransposed(a, b, out.values)
    multiplyEach(out.values, scale)
    this.#step(out, (values) => {
      // in place: steps go backwards, so nobody asks for these slopes again
      multiplyEach(values, scale)
      const slopes = { ...out, values }
      if (a.slopes !== null) this.#space.multiply(slopes, b, a.slopes)
      if (b.slopes !== null) this.#space.multiplyTransposed(slopes, a, b.slopes)
    })
    return out
  }

  turned(a: Tensor): Tensor {
    const out = this.#empty(a.columns, a.rows)
    for (let row = 0; row < a.rows; row++)
      for (let at = 0; at < a.columns; at++)
        out.values[at * a.rows + row] = num(a.values, row * a.columns + at)
    this.#step(out, (slopes) => {
      if (a.slopes === null) return
      for (let row = 0; row < a.rows; row++)
        for (let at = 0; at < a.columns; at++)
          a.slopes[row * a.columns + at] =
            num(a.slopes, row * a.columns + at) + num(slopes, at * a.rows + row)
    })
    return out
  }

  /** @returns the sum of two that are as large */
  plus(a: Tensor, b: Tensor): Tensor {
    const out = this.#empty(a.rows, a.columns)
    for (let at = 0; at < out.values.length; at++) out.values[at] = num(a.values, at) + num(b.values, at)
    this.#step(out, (slopes) => {
      if (a.slopes !== null) add(a.slopes, slopes)
      if (b.slopes !== null) add(b.slopes, slopes)
    })
    return out
  }

  /** @returns `a` and `given` times a number that is learned */
  plusScaled(a: Tensor, given: Numbers, scale: Tensor): Tensor {
    const out = this.#empty(a.rows, a.columns)
    const factor = num(scale.values, 0)
    for (let at = 0; at < out.values.length; at++)
      out.values[at] = num(a.values, at) + factor * num(given, at)
    this.#step(out, (slopes) => {
      let sum = 0
      for (let at = 0; at < slopes.length; at++) {
        if (a.slopes !== null) a.slopes[at] = num(a.slopes, at) + num(slopes, at)
        sum += num(slopes, at) * num(given, at)
      }
      if (scale.slopes !== null) scale.slopes[0] = num(scale.slopes, 0) + sum
    })
    return out
  }

  /** @returns their product, number by number; `b` may be one row that each of `a` is multiplied by */
  each(a: Tensor, b: Tensor): Tensor {
    const out = this.#empty(a.rows, a.columns)
    const { length } = b.values
    for (let start = 0; start < out.values.length; start += length)
      for (let at = 0; at < length; at++)
        out.values[start + at] = num(a.values, start + at) * num(b.values, at)
    this.#step(out, (slopes) => {
      for (let start = 0; start < slopes.length; start += length)
        for (let at = 0; at < length; at++) {
          const slope = num(slopes, start + at)
          if (a.slopes !== null) a.slopes[start + at] = num(a.slopes, start + at) + slope * num(b.values, at)
          if (b.slopes !== null) b.slopes[at] = num(b.slopes, at) + slope * num(a.values, start + at)
        }
    })
    return out
  }

  /** @returns how far they are apart, number by number */
  apart(a: Tensor, b: Tensor): Tensor {
    const out = this.#empty(a.rows, a.columns)
    for (let at = 0; at < out.values.length; at++)
      out.values[at] = Math.abs(num(a.values, at) - num(b.values, at))
    this.#step(out, (slopes) => {
      for (let at = 0; at < slopes.length; at++) {
        const slope = num(slopes, at) * Math.sign(num(a.values, at) - num(b.values, at))
        if (a.slopes !== null) a.slopes[at] = num(a.slopes, at) + slope
        if (b.slopes !== null) b.slopes[at] = num(b.slopes, at) - slope
      }
    })
    return out
  }

  /**
   * @returns the numbers themselves; while a network learns, some are nought and the others as much greater, so that it does not
   * lean on any one of them (dropout, Srivastava et al. 2014)
   */
  partly(a: Tensor): Tensor {
    if (this.#learning === undefined) return a
    const { share, random } = this.#learning
    const out = this.#empty(a.rows, a.columns)
    const { values } = out
    const factors = this.#space.numbers(values.length)
    for (let at = 0; at < values.length; at++) {
      const factor = random() < share ? 0 : 1 / (1 - share)
      factors[at] = factor
      values[at] = num(factors, at) * num(a.values, at)
    }
    this.#step(out, (slopes) => {
      if (a.slopes === null) return
      for (let at = 0; at < slopes.length; at++)
        a.slopes[at] = num(a.slopes, at) + num(slopes, at) * num(factors, at)
    })
    return out
  }

  /** @returns what is above nought of a sum (see `sum`), and nought where that is no number */
  layer(rows: number, bias: Tensor, summands: readonly Summand[]): Tensor {
    const out = this.#summed(rows, bias, summands)
    const { values } = out
    this.#space.keepPositive(values, values)
    this.#step(out, (slopes) => {
      // in place: steps go backwards, so nobody asks for these slopes again
      this.#space.keepPositive(slopes, values)
      this.#slopesOfSum({ ...out, values: slopes }, bias, summands)
    })
    return out
  }

  /**
   * @returns as many rows, each of which is `bias` (one row) and what the summands have for it
   * @throws RangeError where a summand's columns are not as many as its weights' rows
   */
  sum(rows: number, bias: Tensor, summands: readonly Summand[]): Tensor {
    const out = this.#summed(rows, bias, summands)
    this.#step(out, (slopes) => this.#slopesOfSum({ ...out, values: slopes }, bias, summands))
    return out
  }

  #summed(rows: number, bias: Tensor, summands: readonly Summand[]): Tensor {
    const out = this.#empty(rows, bias.columns)
    for (let row = 0; row < rows; row++) out.values.set(bias.values, row * bias.columns)
    for (const summand of summands) {
      if ('rowsOf' in summand) {
        const { rowsOf: table, places } = summand
        for (let row = 0; row < rows; row++) {
          const place = places[row] as number
          if (place >= 0) this.#space.addRow(out, row, table, place)
        }
      } else
        for (const { part, weights, into } of productsOf(summand, out))
          this.#space.multiply(part, weights, into.values)
    }
    return out
  }

  /** @param slopes of a sum, as a matrix */
  #slopesOfSum(slopes: Matrix, bias: Tensor, summands: readonly Summand[]): void {
    if (bias.slopes !== null)
      for (let row = 0; row < slopes.rows; row++)
        this.#space.addRow({ ...bias, values: bias.slopes }, 0, slopes, row)
    for (const summand of summands) {
      if ('rowsOf' in summand) {
        const { rowsOf: table, places } = summand
        if (table.slopes === null) continue
        const own = { ...table, values: table.slopes }
        for (let row = 0; row < slopes.rows; row++) {
          const place = places[row] as number
          if (place >= 0) this.#space.addRow(own, place, slopes, row)
        }
      } else
        for (const { part, weights, into } of productsOf(summand, slopes)) {
          if (part.slopes !== null) this.#space.multiplyByTransposed(into, weights, part.slopes)
          if (weights.slopes !== null) this.#space.multiplyTransposed(part, into, weights.slopes)
        }
    }
  }

  /** @returns shares that add up to one in each row, one of them left for `nothing` where it is given (Bridle 1990) */
  shares(a: Tensor, nothing?: Tensor): Tensor {
    const { rows, columns } = a
    const out = this.#empty(rows, columns)
    const lost = this.#space.numbers(rows)
    const none = nothing === undefined ? Number.NEGATIVE_INFINITY : num(nothing.values, 0)
    for (let row = 0; row < rows; row++) {
      const start = row * columns
      let most = none
      for (let at = 0; at < columns; at++) most = Math.max(most, num(a.values, start + at))
      let sum = Math.exp(none - most)
      lost[row] = sum
      for (let at = 0; at < columns; at++) {
        const share = Math.exp(num(a.values, start + at) - most)
        out.values[start + at] = share
        sum += share
      }
      lost[row] = num(lost, row) / sum
      for (let at = 0; at < columns; at++) out.values[start + at] = num(out.values, start + at) / sum
    }
    this.#step(out, (slopes) => {
      for (let row = 0; row < rows; row++) {
        const start = row * columns
        let mean = 0
        for (let at = 0; at < columns; at++) mean += num(slopes, start + at) * num(out.values, start + at)
        if (a.slopes !== null)
          for (let at = 0; at < columns; at++)
            a.slopes[start + at] =
              num(a.slopes, start + at) + num(out.values, start + at) * (num(slopes, start + at) - mean)
        if (nothing !== undefined && nothing.slopes !== null)
          nothing.slopes[0] = num(nothing.slopes, 0) - num(lost, row) * mean
      }
    })
    return out
  }

  /** @returns what each row lacks of one, as one column */
  rest(a: Tensor): Tensor {
    const { rows, columns } = a
    const out = this.#empty(rows, 1)
    for (let row = 0; row < rows; row++) {
      let sum = 0
      for (let at = row * columns; at < (row + 1) * columns; at++) sum += num(a.values, at)
      out.values[row] = 1 - sum
    }
    this.#step(out, (slopes) => {
      if (a.slopes === null) return
      for (let row = 0; row < rows; row++)
        for (let at = row * columns; at < (row + 1) * columns; at++)
          a.slopes[at] = num(a.slopes, at) - num(slopes, row)
    })
    return out
  }

  /** @returns the greatest of each column, as one row; nought where there is no row */
  most(a: Tensor): Tensor {
    const { rows, columns } = a
    const out = this.#empty(1, columns)
    if (rows === 0) return out
    const where = new Int32Array(columns)
    out.values.set(a.values.subarray(0, columns))
    for (let row = 1; row < rows; row++)
      for (let at = 0; at < columns; at++)
        if (num(a.values, row * columns + at) > num(out.values, at)) {
          out.values[at] = num(a.values, row * columns + at)
          where[at] = row
        }
    this.#step(out, (slopes) => {
      if (a.slopes === null) return
      for (let at = 0; at < columns; at++) {
        const place = (where[at] as number) * columns + at
        a.slopes[place] = num(a.slopes, place) + num(slopes, at)
      }
    })
    return out
  }

  /** @returns the mean of each column, as one row; nought where there is no row */
  mean(a: Tensor): Tensor {
    const { rows, columns } = a
    const out = this.#empty(1, columns)
    const share = 1 / Math.max(1, rows)
    for (let row = 0; row < rows; row++) this.#space.addRow(out, 0, a, row)
    multiplyEach(out.values, share)
    this.#step(out, (slopes) => {
      if (a.slopes === null) return
      // in place: steps go backwards, so nobody asks for these slopes again
      multiplyEach(slopes, share)
      const own = { ...a, values: a.slopes }
      for (let row = 0; row < rows; row++) this.#space.addRow(own, row, { ...out, values: slopes }, 0)
    })
    return out
  }

  /** Goes back from `last`, a single number, whose slope is `slope`. */
  backward(last: Tensor, slope: number): void {
    if (last.slopes === null) throw new RangeError('This tape does not learn.')
    last.slopes[0] = slope
    for (let at = this.#steps.length - 1; at >= 0; at--) this.#steps[at]?.()
  }

  #empty(rows: number, columns: number): Tensor {
    const size = rows * columns
    return {
      rows,
      columns,
      values: this.#space.numbers(size),
      slopes: this.#learning === undefined ? null : this.#space.numbers(size),
    }
  }

  #step(out: Tensor, back: (slopes: Numbers) => void): void {
    const { slopes } = out
    if (slopes !== null) this.#steps.push(() => back(slopes))
  }
}

/**
 * The products that a summand consists of: what is multiplied, by which rows of the weights, and which rows of `out` it is for.
 * They are views: what is added to them is added to the whole.
 */
function productsOf(
  summand: Exclude<Summand, { readonly rowsOf: Tensor }>,
  out: Matrix,
): { readonly part: Tensor; readonly weights: Tensor; readonly into: Matrix }[] {
  const { times: weights } = summand
  const columns =
    'of' in summand
      ? summand.of.reduce((sum, part) => sum + part.columns, 0)
      : 3 * summand.neighboursIn.columns
  if (columns !== weights.rows)
    throw new RangeError(`${columns} columns cannot be multiplied by ${weights.rows} rows of weights.`)
  if ('of' in summand) {
    let from = 0
    return summand.of.map((part) => {
      from += part.columns
      return { part, weights: rowsBetween(weights, from - part.columns, from), into: out }
    })
  }
  const { neighboursIn: whole } = summand
  return [-1, 0, 1].map((shift) => ({
    part: rowsBetween(whole, Math.max(0, shift), whole.rows + Math.min(0, shift)),
    weights: rowsBetween(weights, (1 + shift) * whole.columns, (2 + shift) * whole.columns),
    into: rowsBetween({ ...out, slopes: null }, Math.max(0, -shift), out.rows - Math.max(0, shift)),
  }))
}

/** Rows `from` to `end` of a tensor, as a view. */
function rowsBetween({ rows, columns, values, slopes }: Tensor, from: number, end: number): Tensor {
  if (from === 0 && end === rows) return { rows, columns, values, slopes }
  const [start, stop] = [from * columns, Math.max(from, end) * columns]
  return {
    rows: Math.max(0, end - from),
    columns,
    values: values.subarray(start, stop),
    slopes: slopes === null ? null : slopes.subarray(start, stop),
  }
}

function add(to: Numbers, values: Numbers): void {
  for (let at = 0; at < values.length; at++) to[at] = num(to, at) + num(values, at)
}

function multiplyEach(values: Numbers, factor: number): void {
  for (let at = 0; at < values.length; at++) values[at] = num(values, at) * factor
}
