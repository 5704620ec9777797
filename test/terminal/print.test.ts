import { describe, expect, it } from 'vitest'
import { say } from '../../src/reply/reply.js'
import { ENGLISH } from '../../src/reply/wording/wording.js'
import { printReply, watchScreen } from '../../src/terminal/print.js'

const terminal = { isTTY: true, columns: 30, rows: 24 } as unknown as NodeJS.WriteStream
const pipe = {} as unknown as NodeJS.WriteStream

const screenOf = async (stream: NodeJS.WriteStream, environment: NodeJS.ProcessEnv) =>
  (await watchScreen(stream, environment))()

describe('a terminal page', () => {
  it('has colours only where somebody watches and NO_COLOR is not set', async () => {
    expect((await screenOf(terminal, {})).colours).toBe(true)
    expect((await screenOf(terminal, { NO_COLOR: '1' })).colours).toBe(false)
    expect((await screenOf(pipe, { CI: 'true' })).colours).toBe(false)
  })

  it('is wrapped at the width of the screen, and never in a pipe', async () => {
    const text = 'The light on the rock has been dark since the storm of March.'
    const lines = printReply(say(text), await screenOf(terminal, { NO_COLOR: '1' }), ENGLISH).split('\n')
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(30)
    expect(printReply(say(text), await screenOf(pipe, {}), ENGLISH)).toBe(text)
  })

  it('lets no control character of an article steer the terminal', async () => {
    expect(printReply(say('a\u001b[2Jb\u0007c'), await screenOf(pipe, {}), ENGLISH)).toBe('a[2Jbc')
  })
})
