import { parseArgs } from 'node:util'
import { soak } from './soak.js'

const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '2' }, seed: { type: 'string', default: '1' } },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
if (!(minutes > 0 && minutes <= 1440) || !Number.isInteger(seed)) {
  console.error('Say npm run soak -- --minutes N --seed S, N up to a day, S a whole number.')
  process.exit(2)
}
const { report, violations, slowness } = await soak({ minutes, seed })
console.log(report)
process.exit(violations.length + slowness.length === 0 ? 0 : 1)
