import { expect, it } from 'vitest'
import { soak } from './soak.js'

/** By hand, an hour: npm run soak -- --minutes 60 */
const MINUTES = process.env['CI'] ? 2 : 0.5

it('loses nothing and answers nothing twice under mixed traffic and faults', async () => {
  const { report, violations } = await soak({ minutes: MINUTES, seed: 1 })
  console.log(report)
  expect(violations).toEqual([])
}, 400_000)
