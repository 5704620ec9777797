import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import assemble from 'wabt'
import products from '../../../src/answering/reading/products.json' with { type: 'json' }
import { Workspace } from '../../../src/answering/reading/workspace.js'

const FOLDER = 'src/answering/reading'

it('multiplies by what products.wat says', async () => {
  const { parseWat } = await assemble()
  const { buffer } = parseWat('products.wat', readFileSync(`${FOLDER}/products.wat`, 'utf8')).toBinary({})
  expect(
    products.wasm,
    `products.wat was changed: ${FOLDER}/products.json should have this "wasm" instead`,
  ).toBe(Buffer.from(buffer).toString('base64'))
})

describe('a workspace', () => {
  const size = fc.integer({ min: 1, max: 19 })
  const number = fc.integer({ min: -9, max: 9 })
  const numbers = (length: number) => fc.array(number, { minLength: length, maxLength: length })
  /** Two matrices whose product is wanted, and what stands where it is added to. */
  const given = fc.tuple(size, size, size).chain(([n, k, m]) =>
    fc.record({
      n: fc.constant(n),
      k: fc.constant(k),
      m: fc.constant(m),
      a: numbers(n * k),
      b: numbers(k * m),
      out: numbers(n * m),
    }),
  )
  const turned = (values: readonly number[], rows: number): number[] => {
    const columns = values.length / rows
    return values.map((_, at) => values[(at % rows) * columns + Math.floor(at / rows)] ?? Number.NaN)
  }
  const sums = (a: number[], b: number[], out: number[], [n, k, m]: [number, number, number]): number[] =>
    Array.from({ length: n * m }, (_, at) => {
      const [row, column] = [Math.floor(at / m), at % m]
      let sum = out[at] ?? Number.NaN
      for (let inner = 0; inner < k; inner++)
        sum += (a[row * k + inner] ?? Number.NaN) * (b[inner * m + column] ?? Number.NaN)
      return sum
    })

  it('adds products of matrices of any size to what is there, either one turned or none', () => {
    const space = new Workspace()
    fc.assert(
      fc.property(given, ({ n, k, m, a, b, out }) => {
        const expected = sums(a, b, out, [n, k, m])
        space.during(() => {
          const [plain, left, right] = [space.copy(out), space.copy(out), space.copy(out)]
          const matrix = (rows: number, columns: number, values: number[]) => ({
            rows,
            columns,
            values: space.copy(values),
          })
          space.multiply(matrix(n, k, a), matrix(k, m, b), plain)
          space.multiplyTransposed(matrix(k, n, turned(a, n)), matrix(k, m, b), left)
          space.multiplyByTransposed(matrix(n, k, a), matrix(m, k, turned(b, k)), right)
          expect([...plain]).toEqual(expected)
          expect([...left]).toEqual(expected)
          expect([...right]).toEqual(expected)
        })
      }),
    )
  })

  it('adds one row to another, and nothing to its neighbours', () => {
    fc.assert(
      fc.property(size, size, size, (rows, others, columns) => {
        const space = new Workspace()
        const counted = (rows: number) =>
          space.copy(Array.from({ length: rows * columns }, (_, at) => at + 1))
        const [to, other] = [counted(rows), counted(others)]
        const [row, from] = [rows >> 1, others - 1]
        const expected = [...to].map((value, at) =>
          Math.floor(at / columns) === row
            ? value + (other[from * columns + (at % columns)] ?? Number.NaN)
            : value,
        )
        space.addRow({ rows, columns, values: to }, row, { rows: others, columns, values: other }, from)
        expect([...to]).toEqual(expected)
        expect([...other]).toEqual([...counted(others)])
      }),
    )
  })

  it('adds no row that is not there, nor to one, nor one of another width', () => {
    const space = new Workspace()
    const [two, three] = [
      { rows: 2, columns: 2, values: space.numbers(4) },
      { rows: 2, columns: 3, values: space.numbers(6) },
    ]
    for (const [row, other, from] of [
      [2, two, 0],
      [-1, two, 0],
      [0, two, -1],
      [0, two, 2],
      [0, three, 0],
    ] as const)
      expect(() => space.addRow(two, row, other, from)).toThrow(RangeError)
  })

  it('keeps what stands beside a number above nought', () => {
    fc.assert(
      fc.property(
        size.chain((length) => fc.tuple(numbers(length), numbers(length))),
        ([values, signs]) => {
          const space = new Workspace()
          const kept = space.copy(values)
          space.keepPositive(kept, space.copy(signs))
          expect([...kept]).toEqual(values.map((value, at) => ((signs[at] ?? 0) > 0 ? value : 0)))
        },
      ),
    )
  })

  it('gives noughts, where others have stood too', () => {
    const space = new Workspace()
    space.during(() => space.numbers(3).fill(7))
    expect([...space.numbers(3)]).toEqual([0, 0, 0])
  })

  it('takes numbers back where the work failed, too', () => {
    const space = new Workspace()
    const moreThanHalf = 1_200_000
    for (let time = 0; time < 3; time++)
      expect(() =>
        space.during(() => {
          space.numbers(moreThanHalf)
          throw new Error('failed')
        }),
      ).toThrow('failed')
    expect(space.numbers(moreThanHalf)).toHaveLength(moreThanHalf)
  })

  it('says that it is full, and how to mend it', () => {
    expect(() => new Workspace().numbers(2 ** 21 + 1)).toThrow(
      '2097153 numbers more do not fit into a workspace of 2097152: raise PAGES in workspace.ts.',
    )
  })

  it('multiplies no numbers that stand elsewhere', () => {
    const [own, other] = [new Workspace(), new Workspace()]
    const one = { rows: 1, columns: 1, values: own.numbers(1) }
    for (const values of [other.numbers(1), new Float32Array(1)])
      expect(() => own.multiply(one, { ...one, values }, one.values)).toThrow(
        'stand in no memory of this workspace',
      )
  })

  it('multiplies no matrices that are of other sizes than it is told', () => {
    const space = new Workspace()
    const [one, two, next] = [space.numbers(1), space.copy([1, 2]), space.copy([5])]
    const [down, across] = [
      { rows: 2, columns: 1, values: two },
      { rows: 1, columns: 2, values: two },
    ]
    expect(() => space.multiply(down, across, one)).toThrow('A product needs 4 numbers here, not 1.')
    expect([...next]).toEqual([5])
  })
})
