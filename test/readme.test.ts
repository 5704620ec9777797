import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { commands } from '../commands/index.js'
import { run } from './end-to-end/bot-process.js'

/** What the README shows somebody type, and what it shows printed; a line with no more than `…` stands for any lines. */
interface Shown {
  readonly typed: string
  readonly printed: string
}

const TYPED = /^(?:\$ npm run --silent (?=ask )|> (?=\/))(.+)$/

function shownIn(markdown: string): Shown[] {
  const blocks = [...markdown.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block)
  return blocks.flatMap((block) => {
    const shown: { typed: string; lines: string[] }[] = []
    for (const line of block.split('\n')) {
      const [, typed] = TYPED.exec(line) ?? []
      if (typed !== undefined) shown.push({ typed, lines: [] })
      else shown.at(-1)?.lines.push(line)
    }
    return shown.map(({ typed, lines }) => ({ typed, printed: lines.join('\n').trim() }))
  })
}

describe('the README', () => {
  const shown = shownIn(readFileSync('README.md', 'utf8'))

  it('shows the ten most used commands', () => {
    const used = new Set(shown.map(({ typed }) => typed.replace('/', '').split(' ')[0]))
    expect(used.size).toBe(10)
    const known = commands.map(({ data }) => data.name)
    for (const name of used) expect(known).toContain(name)
  })

  it.each(shown)('shows what the program prints: $typed', async ({ typed, printed }) => {
    const [, question] = /^ask -- "(.+)"$/.exec(typed) ?? []
    const { stdout } = await (question === undefined ? run([], {}, `${typed}\n`) : run(['ask', question]))
    expect(stdout.trim()).toMatch(likeness(printed))
  })
})

/** An expression for exactly these lines, with any lines in place of each `…`. */
const likeness = (lines: string): RegExp => {
  const parts = lines.split(/^…$/m).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`)
}
