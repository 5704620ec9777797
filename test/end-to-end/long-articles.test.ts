import { copyFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, SHIPPED_CORPUS } from './bot-process.js'
import { converse, scene } from './conversation.js'

/** The shipped article, beside one whose paragraphs are so long that a question might hold up the bot. */
function longCorpus(): string {
  const folder = emptyFolder()
  copyFileSync(path.join(SHIPPED_CORPUS, 'kazakhstan-2022.txt'), path.join(folder, 'kazakhstan-2022.txt'))
  const year = (number: number): string =>
    `In ${1700 + number} the keeper of the light on Skerry Rock counted ${(number * 7).toLocaleString('en')} ships before the winter. `
  const paragraph = (number: number): string =>
    Array.from({ length: 60 }, (_, line) => year(number * 60 + line))
      .join('')
      .trim()
  writeFileSync(
    path.join(folder, 'log.txt'),
    `The log of Skerry Rock\n\n${Array.from({ length: 35 }, (_, number) => paragraph(number)).join('\n\n')}\n`,
  )
  return folder
}

describe('a bot with long articles', () => {
  const there = converse({ CORPUS_DIR: longCorpus() })
  const { general, tom } = scene(there)
  const asks = async (question: string): Promise<string> =>
    (await (await tom().runs('/ask', { question }, { in: general() })).response()).content

  it('looks questions up in a thread of its own, and quotes and cites as ever', async () => {
    expect(there.bot().output()).toContain('in a thread of their own')
    expect(await asks('When did the protests begin?')).toContain('January 2, 2022')
    // an answer or the nearest passage: how sure it is of numbers is tried elsewhere
    expect((await asks('How many ships did the keeper count in 1850?')).replaceAll('*', '')).toContain(
      '1,050 ships',
    )
    expect(await asks('Hello')).not.toContain('>')
    await tom().directMessage('When did the protests begin?')
    expect((await there.discord.nextMessage({ in: tom() })).content).toContain('January 2, 2022')
  })

  it('lists, reads and ends as ever', async () => {
    const sections = await (await tom().runs('/sections', {}, { in: general() })).response()
    expect(sections.content).toContain('Skerry Rock')
    expect(await there.restart()).toBe(0)
    expect(await asks('When did the protests begin?')).toContain('January 2, 2022')
  })
})
