import { once } from '../../retrieval/once.js'
import products from './products.json' with { type: 'json' }

/** 8 MB: a network of 84,000 weights, the 14,000 words' vectors as it projects them, and a reading of the longest sentence take half. */
const PAGES = 128
const BYTES = Float32Array.BYTES_PER_ELEMENT
/** Four numbers are worked with at once, fastest where they start at a multiple of their bytes. */
const STEP = 4 * BYTES

/** Numbers of one precision or the other. */
export type Numbers = Float32Array | Float64Array

/** Numbers row behind row. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Numbers
}

/**
 * Where a network's numbers stand, and what multiplies them. What products come to is added to what `out` has; matrices that are not as
 * large as they say throw a RangeError.
 */
export interface Space {
  /** @returns noughts */
  numbers(length: number): Numbers
  /** @returns a copy in this space */
  copy(values: ArrayLike<number>): Numbers
  /** Adds a (n × k) times b (k × m) to out (n × m). */
  multiply(a: Matrix, b: Matrix, out: Numbers): void
  /** Adds a (n × k) turned times b (n × m) to out (k × m). */
  multiplyTransposed(a: Matrix, b: Matrix, out: Numbers): void
  /** Adds a (n × k) times b (m × k) turned to out (n × m). */
  multiplyByTransposed(a: Matrix, b: Matrix, out: Numbers): void
  /**
   * Adds row `from` of one matrix to row `row` of another that has as many columns.
   *
   * @throws RangeError where there is no such row
   */
  addRow(to: Matrix, row: number, other: Matrix, from: number): void
  /** Makes nought of the numbers beside which there is none above nought in `signs` (`NaN` is not), which may be themselves. */
  keepPositive(numbers: Numbers, signs: Numbers): void
}

interface Products {
  multiply(
    a: number,
    across: number,
    along: number,
    b: number,
    out: number,
    n: number,
    k: number,
    m: number,
  ): void
  multiplyByTransposed(a: number, b: number, out: number, n: number, k: number, m: number): void
  add(to: number, from: number, n: number): void
  keepPositive(of: number, signs: number, n: number): void
}

/** Memory of numbers of 32 bits, and products of matrices in it: `products.wat`, many times as fast as loops in JavaScript. */
export class Workspace implements Space {
  /** Of a memory that never grows. */
  readonly #buffer: ArrayBuffer
  readonly #products: Products
  #taken = 0

  constructor() {
    const memory = new WebAssembly.Memory({ initial: PAGES })
    const { exports } = new WebAssembly.Instance(assembled(), { js: { memory } })
    this.#buffer = memory.buffer
    this.#products = exports as unknown as Products
  }

  /**
   * @returns noughts. Taken inside `during` they are lent: when it ends, others stand in their place. Taken outside they are kept
   * for good.
   * @throws RangeError where the memory is full
   */
  numbers(length: number): Float32Array {
    return this.#take(length).fill(0)
  }

  copy(values: ArrayLike<number>): Float32Array {
    const numbers = this.#take(values.length)
    numbers.set(values)
    return numbers
  }

  /**
   * @param work what takes numbers and is done with them when it returns: not asynchronous, and returning none of them
   * @returns what it returns
   */
  during<T>(work: () => T): T {
    const taken = this.#taken
    try {
      return work()
    } finally {
      this.#taken = taken
    }
  }

  multiply(a: Matrix, b: Matrix, out: Numbers): void {
    const [n, k, m] = [a.rows, a.columns, b.columns]
    const [from, times, to] = [this.#at(a.values, n * k), this.#at(b.values, k * m), this.#at(out, n * m)]
    this.#products.multiply(from, k * BYTES, BYTES, times, to, n, k, m)
  }

  multiplyTransposed(a: Matrix, b: Matrix, out: Numbers): void {
    const [n, k, m] = [a.rows, a.columns, b.columns]
    const [from, times, to] = [this.#at(a.values, n * k), this.#at(b.values, n * m), this.#at(out, k * m)]
    this.#products.multiply(from, BYTES, k * BYTES, times, to, k, n, m)
  }

  multiplyByTransposed(a: Matrix, b: Matrix, out: Numbers): void {
    const [n, k, m] = [a.rows, a.columns, b.rows]
    const [from, times, to] = [this.#at(a.values, n * k), this.#at(b.values, m * k), this.#at(out, n * m)]
    this.#products.multiplyByTransposed(from, times, to, n, k, m)
  }

  addRow(to: Matrix, row: number, other: Matrix, from: number): void {
    const { columns } = to
    const isRow = (at: number, { rows }: Matrix): boolean => at >= 0 && at < rows
    if (!isRow(row, to) || !isRow(from, other) || other.columns !== columns)
      throw new RangeError(`There is no row ${from} of ${columns} numbers to add to a row ${row}.`)
    const [start, by] = [this.#at(to.values, to.rows * columns), this.#at(other.values, other.rows * columns)]
    this.#products.add(start + row * columns * BYTES, by + from * columns * BYTES, columns)
  }

  keepPositive(numbers: Numbers, signs: Numbers): void {
    const { length } = numbers
    this.#products.keepPositive(this.#at(numbers, length), this.#at(signs, length), length)
  }

  #take(length: number): Float32Array {
    const { byteLength } = this.#buffer
    if (this.#taken + length * BYTES > byteLength)
      throw new RangeError(
        `${length} numbers more do not fit into a workspace of ${byteLength / BYTES}: raise PAGES in workspace.ts.`,
      )
    const numbers = new Float32Array(this.#buffer, this.#taken, length)
    this.#taken += Math.ceil((length * BYTES) / STEP) * STEP
    return numbers
  }

  /** Where numbers stand. Nothing else keeps a product from being written over its neighbours. */
  #at(numbers: Numbers, length: number): number {
    if (numbers.length !== length)
      throw new RangeError(`A product needs ${length} numbers here, not ${numbers.length}.`)
    if (numbers.buffer !== this.#buffer)
      throw new RangeError('These numbers stand in no memory of this workspace.')
    return numbers.byteOffset
  }
}

const assembled = once(() => new WebAssembly.Module(Buffer.from(products.wasm, 'base64')))

/** Typed arrays are never left here, so a missing number cannot be. */
export function num(values: Numbers, at: number): number {
  return values[at] as number
}
