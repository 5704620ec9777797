import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'

const LOGGER = pathToFileURL(path.resolve('dist/src/logger.js')).href

/** @returns the lines that a program of its own writes to stderr with the built logger */
async function linesOf(program: string): Promise<string[]> {
  const script = `import { createLogger } from '${LOGGER}'; const log = createLogger('info'); ${program}`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script])
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  expect((await once(child, 'close'))[0]).toBe(0)
  return said.trim().split('\n')
}

it('L7: logs one error ten thousand times in a line, and how often it came', async () => {
  const lines = await linesOf(`
    const err = Object.assign(new Error('canary'), { code: 'ECONNRESET' })
    for (let time = 0; time < 10_000; time++) log.child({ time }).warn({ err }, 'not sent')`)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toContain('ECONNRESET')
  expect(JSON.parse(lines[1] ?? '')).toMatchObject({ repeated: { message: 'not sent', times: 10_000 } })
  expect(lines.join('')).not.toContain('canary')
})

it('L7: logs each error that is another, and each line that tells of none', async () => {
  const lines = await linesOf(`
    for (const code of ['EPIPE', 'EIO']) log.warn({ err: Object.assign(new Error(), { code }) }, 'not sent')
    for (const refusal of ['a.md', 'b.md']) log.warn({ refusal }, 'article refused')`)
  expect(lines).toHaveLength(4)
})
