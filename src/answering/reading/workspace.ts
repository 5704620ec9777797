import { once } from '../../retrieval/once.js'
import products from './products.json' with { type: 'json' }

/** 8 MB: a network of 84,000 weights with their slopes, and a reading of the longest sentence, take a third. */
const PAGES = 128
const BYTES = Float64Array.BYTES_PER_ELEMENT

/** Numbers row behind row. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly values: Float64Array
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
}

/**
 * Memory in which a network's numbers stand, and products of matrices in it: `products.wat`, which is seven times
 * as fast as the same loops in JavaScript. What products come to is added to what `out` has.
 */
export class Workspace {
  readonly #memory = new WebAssembly.Memory({ initial: PAGES })
  readonly #products: Products
  #taken = 0

  constructor() {
    const { exports } = new WebAssembly.Instance(assembled(), { js: { memory: this.#memory } })
    this.#products = exports as unknown as Products
  }

  /**
   * @returns noughts. Taken inside `during` they are lent: when it ends, others stand in their place. Taken outside they are kept
   * for good.
   * @throws RangeError where the memory is full
   */
  numbers(length: number): Float64Array {
    const { buffer } = this.#memory
    if (this.#taken + length * BYTES > buffer.byteLength)
      throw new RangeError(
        `${length} numbers more do not fit into a workspace of ${buffer.byteLength / BYTES}: raise PAGES in workspace.ts.`,
      )
    const numbers = new Float64Array(buffer, this.#taken, length).fill(0)
    this.#taken += length * BYTES
    return numbers
  }

  /** @returns a copy in this memory */
  copy(values: ArrayLike<number>): Float64Array {
    const numbers = this.numbers(values.length)
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

  /** Adds a (n × k) times b (k × m) to out (n × m). */
  multiply(a: Matrix, b: Matrix, out: Float64Array): void {
    const [n, k, m] = [a.rows, a.columns, b.columns]
    const [from, times, to] = [this.#at(a.values, n * k), this.#at(b.values, k * m), this.#at(out, n * m)]
    this.#products.multiply(from, k * BYTES, BYTES, times, to, n, k, m)
  }

  /** Adds a (n × k) turned times b (n × m) to out (k × m). */
  multiplyTransposed(a: Matrix, b: Matrix, out: Float64Array): void {
    const [n, k, m] = [a.rows, a.columns, b.columns]
    const [from, times, to] = [this.#at(a.values, n * k), this.#at(b.values, n * m), this.#at(out, k * m)]
    this.#products.multiply(from, BYTES, k * BYTES, times, to, k, n, m)
  }

  /** Adds a (n × k) times b (m × k) turned to out (n × m). */
  multiplyByTransposed(a: Matrix, b: Matrix, out: Float64Array): void {
    const [n, k, m] = [a.rows, a.columns, b.rows]
    const [from, times, to] = [this.#at(a.values, n * k), this.#at(b.values, m * k), this.#at(out, n * m)]
    this.#products.multiplyByTransposed(from, times, to, n, k, m)
  }

  /** Where numbers stand. Nothing else keeps a product from being written over its neighbours. */
  #at(numbers: Float64Array, length: number): number {
    if (numbers.length !== length)
      throw new RangeError(`A product needs ${length} numbers here, not ${numbers.length}.`)
    if (numbers.buffer !== this.#memory.buffer)
      throw new RangeError('These numbers stand in no memory of this workspace.')
    return numbers.byteOffset
  }
}

const assembled = once(() => new WebAssembly.Module(Buffer.from(products.wasm, 'base64')))

/** Typed arrays are never left here, so a missing number cannot be. */
export function num(values: Float64Array, at: number): number {
  return values[at] as number
}
