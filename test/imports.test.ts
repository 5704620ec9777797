import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Lints a file with one import in it, put where the import is to stand. */
function lint(folder: string, specifier: string): string {
  const file = `${folder}/imports-probe-${process.pid}.ts`
  writeFileSync(file, `import '${specifier}'\n`)
  try {
    const { stdout, stderr } = spawnSync(
      'node_modules/.bin/biome',
      ['lint', '--vcs-use-ignore-file=false', file],
      { encoding: 'utf8' },
    )
    return stdout + stderr
  } finally {
    rmSync(file)
  }
}

describe('the rooms', () => {
  it.each([
    ['src/article', '../retrieval/question.js'],
    ['src/article', '../mentions/speech.js'],
    ['src/mentions', '../retrieval/question.js'],
    ['src/retrieval', '../answering/quote.js'],
    ['src/retrieval', 'node:fs'],
    ['src/answering', '../reply/reply.js'],
    ['src/reply', '../discord/render.js'],
    ['src/store', '../reply/reply.js'],
    ['src/discord', '../retrieval/question.js'],
    ['src/terminal', '../discord/render.js'],
    ['src/discord', '../../commands/ask.js'],
    ['src/discord', '../metrics/metrics.js'],
    ['src/metrics', '../store/store.js'],
    ['src/worker', '../discord/bot.js'],
    ['commands', '../src/retrieval/question.js'],
    ['src/retrieval', 'natural'],
  ])('%s may not import %s', (folder, specifier) => {
    expect(lint(folder, specifier)).toContain('noRestrictedImports')
  })

  it('may import what lies before them on the way', () => {
    expect(lint('src/answering', '../retrieval/question.js')).not.toContain('noRestrictedImports')
  })
})
