import { readdirSync } from 'node:fs'
import path from 'node:path'
import { check } from 'recheck'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Built, builtBy, type Expression, expressionsIn } from './regular-expressions.js'

/** What is built in functions, by file: an example of each, in the order they stand there. */
const BUILT_IN_FUNCTIONS: Readonly<Record<string, readonly Pick<Expression, 'pattern' | 'flags'>[]>> = {
  'src/answering/follow-up.ts': [{ pattern: '\\bin\\s+$', flags: 'iu' }],
  'src/discord/heard.ts': [{ pattern: '<@!?900000000000000001>', flags: 'g' }],
}

describe('the regular expressions in the code', () => {
  const written: Expression[] = []
  const built: Built[] = []

  beforeAll(() => {
    for (const folder of ['src', 'commands']) {
      for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!file.endsWith('.ts')) continue
        const found = expressionsIn(path.join(folder, file))
        written.push(...found.written)
        built.push(...found.built)
      }
    }
  })

  it('Q2: take time that grows with the text, and no faster', async () => {
    const onLoad = built.filter(({ onLoad }) => onLoad)
    const files = [...new Set(onLoad.map(({ file }) => file))]
    const loaded = await builtBy(() => Promise.all(files.map((file) => import(path.resolve(file)))))
    expect(loaded.length).toBeGreaterThanOrEqual(onLoad.length)
    const examples = Object.entries(BUILT_IN_FUNCTIONS).flatMap(([file, ones]) =>
      ones.map((one) => ({ place: file, ...one })),
    )
    const later = built.filter(({ onLoad }) => !onLoad).map(({ file }) => file)
    expect(later.sort()).toEqual(examples.map(({ place }) => place).sort())
    expect(written.length).toBeGreaterThan(300)

    const all = [...written, ...loaded, ...examples]
    const different = new Map(all.map((one) => [`/${one.pattern}/${one.flags}`, one]))
    const slow: unknown[] = []
    for (const [expression, { place, pattern, flags }] of different) {
      const found = await check(pattern, flags, { randomSeed: 1, timeout: 60_000 })
      if (found.status === 'safe') continue
      slow.push({
        place,
        expression,
        why: found.status === 'unknown' ? found.error : found.complexity.summary,
      })
    }
    expect(slow).toEqual([])
  }, 600_000)
})
