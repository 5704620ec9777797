import { expect, it } from 'vitest'
import { Tape, type Tensor } from '../../../src/answering/reading/tape.js'
import { Workspace } from '../../../src/answering/reading/workspace.js'
import { createRandom } from '../../../src/training/random.js'
import { exactSpace } from './exact-space.js'

const space = new Workspace()
const ones = () => ({
  rows: 1,
  columns: 1000,
  values: space.numbers(1000).fill(1),
  slopes: space.numbers(1000),
})

it('forgets its share of the numbers while a network learns, and doubles the others where it is a half', () => {
  const tape = new Tape(space, { share: 0.5, random: createRandom(1) })
  const given = ones()
  const kept = tape.partly(given)
  const sum = tape.times(kept, { rows: 1000, columns: 1, values: space.numbers(1000).fill(1), slopes: null })
  tape.backward(sum, 1)
  expect(new Set(kept.values)).toEqual(new Set([0, 2]))
  expect(kept.values.filter((value) => value === 0).length).toBeGreaterThan(400)
  expect(kept.values.filter((value) => value === 0).length).toBeLessThan(600)
  expect(given.slopes).toEqual(kept.values)
})

it('forgets nothing in use', () => {
  const given = ones()
  expect(new Tape(space).partly(given).values).toEqual(given.values)
})

const tensor = (rows: number, columns: number, values: number[]): Tensor => ({
  rows,
  columns,
  values: space.copy(values),
  slopes: null,
})

it('knows neither a mean nor a most of no rows: they are noughts', () => {
  for (const one of [exactSpace, space]) {
    const none = { rows: 0, columns: 2, values: one.numbers(0), slopes: null }
    const tape = new Tape(one)
    expect([...tape.mean(none).values]).toEqual([0, 0])
    expect([...tape.most(none).values]).toEqual([0, 0])
  }
})

it('adds up a bias, products of what stands side by side, neighbours, and rows of a table', () => {
  const tape = new Tape(space)
  const bias = tensor(1, 2, [1000, 2000])
  const [a, b] = [tensor(3, 1, [1, 2, 3]), tensor(3, 2, [1, 0, 0, 1, 1, 1])]
  const sum = (...summands: Parameters<Tape['sum']>[2]): number[] => [...tape.sum(3, bias, summands).values]
  // a times (1, 2), and the rows of b times (10, 20) and (100, 200)
  expect(sum({ of: [a, b], times: tensor(3, 2, [1, 2, 10, 20, 100, 200]) })).toEqual([
    1011, 2022, 1102, 2204, 1113, 2226,
  ])
  // the row before times 1, its own times 10, the one behind times 100
  expect(sum({ neighboursIn: a, times: tensor(3, 2, [1, 1, 10, 10, 100, 100]) })).toEqual([
    1210, 2210, 1321, 2321, 1032, 2032,
  ])
  expect(sum({ rowsOf: tensor(2, 2, [5, 6, 7, 8]), places: [0, -1, 1] })).toEqual([
    1005, 2006, 1000, 2000, 1007, 2008,
  ])
})

it('multiplies nothing by weights for more or fewer columns', () => {
  const tape = new Tape(space)
  const [bias, a] = [tensor(1, 1, [0]), tensor(2, 2, [1, 2, 3, 4])]
  for (const rows of [1, 3, 5]) {
    const times = tensor(rows, 1, Array(rows).fill(1))
    expect(() => tape.sum(2, bias, [{ of: [a], times }])).toThrow(RangeError)
    expect(() => tape.sum(2, bias, [{ neighboursIn: a, times }])).toThrow(RangeError)
  }
})
