import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Keeps some 40 MB and turns over ten times as much that lives a while, as a bot's caches do; prints the largest heap in MB. */
const TURN_OVER = `
  const kept = Array.from({ length: 400_000 }, (_, at) => ({ at, words: 'w' + at }))
  const recent = []
  let most = 0
  for (let at = 0; at < 6_000_000; at++) {
    recent[at % 100_000] = { at, words: 'w' + at }
    if (at % 50_000 === 0) most = Math.max(most, process.memoryUsage().heapTotal)
  }
  console.log(Math.round(most / 1e6), kept.length)
`
const COLLECT_EARLY = path.resolve('dist/src/collect-early.js')

const largestHeap = (before: string): number =>
  Number.parseInt(
    execFileSync(process.execPath, ['--input-type=module', '-e', before + TURN_OVER], { encoding: 'utf8' }),
    10,
  )

describe('the memory of a bot that runs for long', () => {
  it('P3: stays near what is in use, where V8 would let garbage pile up', () => {
    const early = largestHeap(`import { collectEarly } from '${COLLECT_EARLY}'; collectEarly();`)
    expect(early).toBeLessThan(0.6 * largestHeap(''))
  })
})
