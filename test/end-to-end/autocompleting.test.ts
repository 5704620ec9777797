import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEBATE, HARBOUR } from '../articles.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe('autocomplete', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  for (let number = 1; number <= 40; number++)
    writeFileSync(
      path.join(folder, `debate-${number}.txt`),
      DEBATE.replace('long debate', `debate ${number}`),
    )
  const there = converse({ CORPUS_DIR: folder })
  const { guild, general, mara } = scene(there)

  const typed = async (command: string, option: string, value: string, before = {}, place = general()) =>
    (await mara().types(command, { ...before, [option]: value }, { focused: option, in: place })).map(
      ({ name }) => name,
    )

  // The double, as Discord, takes no choice after three seconds and never more than 25.
  it.each([
    ['/ask', 'article', 'skerry', ['The light on Skerry Rock'], { question: 'When?' }],
    ['/search', 'article', 'skerry', ['The light on Skerry Rock'], { terms: 'lamp' }],
    ['/quote', 'article', 'skerry', ['The light on Skerry Rock'], { text: 'lamp' }],
    ['/sections', 'article', 'skerry', ['The light on Skerry Rock'], {}],
    ['/timeline', 'article', 'skerry', ['The light on Skerry Rock'], {}],
    ['/read', 'article', 'skerry', ['The light on Skerry Rock'], { section: '1' }],
    ['/read', 'section', 'keeper', ['1. A keeper and her light (The light on Skerry Rock)'], {}],
    ['/who', 'name', 'venn', ['Mara Venn'], {}],
    ['/said', 'speaker', 'nils', ['Nils Ek'], {}],
  ] as const)(
    'offers what fits for %s %s, from many articles',
    async (command, option, value, names, before) => {
      expect(await typed(command, option, value, before)).toEqual(names)
    },
  )

  it('offers at most 25 choices, each of which can be chosen', async () => {
    const choices = await mara().types(
      '/read',
      { section: 'speeches' },
      { focused: 'section', in: general() },
    )
    expect(choices).toHaveLength(25)
    const read = await mara().runs('/read', { section: String(choices[24]?.value) }, { in: general() })
    expect((await read.response()).content).toContain('section 1, “Speeches”')
  })

  it('offers only the articles, sections, names and speakers that moderators allow in a channel', async () => {
    const room = guild().addChannel({ name: 'harbour-only' })
    for (const [line, more] of [
      ['/channels add', { mode: 'mention' }],
      ['/channels articles', { allow: 'harbour' }],
    ] as const)
      await (await mara().runs(line, { channel: room, ...more }, { in: general() })).response()
    const here = (command: string, option: string, value: string) => typed(command, option, value, {}, room)
    expect(await here('/sections', 'article', '')).toEqual(['The light on Skerry Rock'])
    expect(await here('/read', 'section', 'speeches')).toEqual([])
    expect(await here('/who', 'name', 'nils')).toEqual([])
    expect(await here('/said', 'speaker', 'brandt')).toEqual(['Ola Brandt'])
  })
})
