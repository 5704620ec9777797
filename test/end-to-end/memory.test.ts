import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const COLLECT_EARLY = path.resolve('dist/src/collect-early.js')

/** Keeps some 30 MB and turns over ten times as much that lives a while, as a bot's caches do. */
const TURN_OVER = `
  import { collectEarly } from '${COLLECT_EARLY}'
  collectEarly()
  const kept = Array.from({ length: 400_000 }, (_, at) => ({ at, words: 'w' + at }))
  const recent = []
  let most = 0
  for (let at = 0; at < 6_000_000; at++) {
    recent[at % 100_000] = { at, words: 'w' + at }
    if (at % 50_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal)
  }
  gc()
  console.log(JSON.stringify({ most, inUse: process.memoryUsage().heapUsed, kept: kept.length }))
`

describe('the memory of a bot that runs for long', () => {
  it('P3: stays near what is in use, where V8 would let garbage pile up to six times as much', () => {
    const words = ['--expose-gc', '--input-type=module', '-e', TURN_OVER]
    const { most, inUse } = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
    expect(most).toBeLessThan(2 * inUse)
  })
})
