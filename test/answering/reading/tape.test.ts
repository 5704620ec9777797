import { expect, it } from 'vitest'
import { Tape } from '../../../src/answering/reading/tape.js'
import { Workspace } from '../../../src/answering/reading/workspace.js'
import { createRandom } from '../../../src/training/random.js'

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
