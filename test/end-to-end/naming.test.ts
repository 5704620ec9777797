import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { DEBATE, HARBOUR } from '../articles.js'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import type { Person } from '../discord-double/person.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe('asking for a name, a speaker or the dates', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'debate.txt'), DEBATE)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara, tom } = scene(there)

  const ask = (line: string, values: Record<string, string> = {}) =>
    mara().runs(line as never, values as never, { in: general() })
  const quoted = async (asked: InteractionHandle): Promise<(string | null)[]> =>
    readQuotations((await asked.response()).content)

  /** Turns to the last page. @returns every quotation of all pages, in order */
  async function readAll(person: Person, asked: InteractionHandle): Promise<(string | null)[]> {
    const words = await quoted(asked)
    let page = asked
    while ((await page.response()).buttons.some(({ label }) => label === 'Next page')) {
      page = await person.presses(page, 'Next page')
      words.push(...(await quoted(page)))
    }
    return words
  }

  it('quotes what the articles say of a person, however they are named, to the asker alone', async () => {
    const asked = await ask('/who', { name: 'venn' })
    const { content, ephemeral } = await asked.response()
    expect(content).toContain('**What the articles say of Mara Venn**')
    expect(readQuotations(content)).toEqual([
      'Mara Venn kept it for forty years.',
      'Mara Venn came to the rock in 1979.',
    ])
    expect(content).toContain('-# The light on Skerry Rock — Introduction, paragraph 1')
    expect(ephemeral).toBe(true)
  })

  it('gathers one name from several articles', async () => {
    const words = await readAll(mara(), await ask('/who', { name: 'the Harbour Gazette' }))
    expect(words).toEqual([
      'According to the Harbour Gazette, Nils Ek later called the debate a farce.',
      'According to the Harbour Gazette, the council said that it could not pay for repairs.',
    ])
  })

  it('quotes what somebody is reported to say, each with who speaks and through whom', async () => {
    const asked = await ask('/said', { speaker: 'Nils Ek' })
    const { content } = await asked.response()
    expect(content).toContain('**What Nils Ek is reported to say**')
    expect(readQuotations(content)).toEqual([
      'According to the Harbour Gazette, Nils Ek later called the debate a farce. He also said that nobody listened.',
    ])
    expect(content).toContain('-# Speaking: Nils Ek, as reported by the Harbour Gazette')
  })

  it('turns the pages of a long list, quotes all of it in order, and goes on after a restart', async () => {
    const said = DEBATE.split('\n\n').filter((words) => words.startsWith('Ola Brandt said'))
    const ofHarbour = '"We have no money for lamps," Mayor Ola Brandt said.'
    const asked = await ask('/said', { speaker: 'Ola Brandt' })
    await asked.response()
    expect(await there.restart()).toBe(0)
    expect(await readAll(mara(), asked)).toEqual([...said, ofHarbour])
    const stolen = await ask('/said', { speaker: 'Ola Brandt' })
    await stolen.response()
    const taken = await tom().forges({}).presses(stolen, 'Next page')
    expect((await taken.response()).content).toContain('belong to the member who asked')
  })

  it('puts dated statements in order, the earliest first, with their dates standing out', async () => {
    const years = (words: readonly (string | null)[]): number[] =>
      words.map((quotation) => Number(/\b(?:19|20)\d{2}\b/.exec(quotation ?? '')?.[0]))
    const all = years(await readAll(mara(), await ask('/timeline')))
    expect(all).toHaveLength(42)
    expect(all).toEqual(all.toSorted((a, b) => a - b))
    const { content } = await (await ask('/timeline', { article: 'harbour' })).response()
    expect(readQuotations(content)).toEqual([
      'Mara Venn came to the rock in 1979.',
      'The light on Skerry Rock has been dark since the storm of March 3, 2019.',
    ])
    expect(content).toContain('the storm of **March 3, 2019**')
  })

  it('offers names and speakers while a member types, by any way they are written', async () => {
    const typed = async (line: string, option: string, value: string): Promise<string[]> =>
      (
        await mara().types(line as never, { [option]: value } as never, { focused: option, in: general() })
      ).map(({ name }) => name)
    expect(await typed('/who', 'name', 'bra')).toEqual(['Ola Brandt'])
    expect(await typed('/who', 'name', '')).toEqual(
      expect.arrayContaining(['Ola Brandt', 'Mara Venn', 'Harbour Gazette', 'Skerry Rock']),
    )
    expect(await typed('/said', 'speaker', 'gaz')).toEqual(['Harbour Gazette'])
    expect(await typed('/said', 'speaker', 'venn')).toEqual([])
    expect(await typed('/timeline', 'article', 'skerry')).toEqual(['The light on Skerry Rock'])
  })

  it('answers to the name chosen from the list', async () => {
    const [choice] = await mara().types('/who', { name: 'brandt' }, { focused: 'name', in: general() })
    expect((await (await ask('/who', { name: String(choice?.value) })).response()).content).toContain(
      'Ola Brandt',
    )
  })

  it('says so when it finds no such name, and offers names near it to press', async () => {
    const asked = await ask('/who', { name: 'Mara Wenm' })
    const { content, buttons } = await asked.response()
    expect(content).toContain('no such name')
    expect(buttons.map(({ label }) => label)).toEqual(['Mara Venn'])
    const pressed = await mara().presses(asked, 'Mara Venn')
    expect((await pressed.response()).content).toContain('> Mara Venn kept it for forty years.')
    const { content: none, buttons: noButtons } = await (await ask('/said', { speaker: 'Xyzzy' })).response()
    expect(none).toContain('nobody of that name')
    expect(noButtons).toEqual([])
  })

  it('lets forged buttons expire', async () => {
    const asked = await ask('/timeline')
    await asked.response()
    for (const values of ['who:000000000000/1:1', 'said:x:1', 'timeline:000000000000:1', 'timeline:all:x']) {
      const [command, ...rest] = values.split(':')
      const custom_id = ['v1', command, mara().id, ...rest].join(':')
      const forged = await mara().forges({ data: { custom_id } }).presses(asked, 'Next page')
      expect((await forged.response()).content).toContain('expired')
    }
  })
})

describe('asking for names in articles of another language', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(
    path.join(folder, 'hafen.md'),
    '---\ntitle: Der Hafen\nlanguage: de\n---\n\nDer Bürgermeister Ola Brandt kam im April 1979 nach Vell.\n',
  )
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara } = scene(there)

  it('says that it finds them in English articles only', async () => {
    for (const [line, values] of [
      ['/who', { name: 'Brandt' }],
      ['/said', { speaker: 'Brandt' }],
      ['/timeline', {}],
    ] as const) {
      const asked = await mara().runs(line, values, { in: general() })
      expect((await asked.response()).content).toContain('in English articles only')
    }
  })
})
