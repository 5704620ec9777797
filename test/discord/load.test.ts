import { describe, expect, it } from 'vitest'
import { watchLoad } from '../../src/discord/load.js'

describe('the watch on load', () => {
  it('knows of a standstill before its timer is heard, and of none where there was none', () => {
    const load = watchLoad()
    expect(load.isTooMuch()).toBe(false)
    const until = performance.now() + 800
    while (performance.now() < until); // no timer runs meanwhile, nor before the next line
    expect(load.isTooMuch()).toBe(true)
    load.stop()
  })
})
