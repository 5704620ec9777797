import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import type { MessageView } from '../discord-double/message-view.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

/** A place, its toll given otherwise in each section; a source that can be linked to; and sentences longer than a quote. */
const FLOOD = `---
title: The flood at Vell
publisher: Harbour Gazette
url: https://example.org/flood
published: 2019-03-20
---

A flood struck the harbour town of Vell in March 2019. Officials said on Tuesday that 14 people died in the flood.

# The first night

The river rose by 3 metres within an hour. According to the Coast Courier, rescuer Nils Ek said that nine people were killed in the flood, among them two children.

# The toll

A week later the council counted 17 dead in the flood. On its list, 17 people are called dead in the flood.

# The inquiry

According to the Coast Courier, Mayor Ines Okoro said that ${'the keeper had warned the council in letters and in person, '.repeat(9)}that the council had answered none of them, and that the gates were opened on Sunday at noon.
`

/** Three sentences about lanterns, each as long as a quote may be, of marks that must be escaped. */
const LANTERNS = `The lanterns of Vell

${[1, 2, 3].map((number) => `Lanterns of *kind* ${number} hang **${'_*_ '.repeat(130)}** in Vell.`).join('\n\n')}
`

describe('an answer as members read it', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'flood.md'), FLOOD)
  writeFileSync(path.join(folder, 'lanterns.txt'), LANTERNS)
  const there = converse({ CORPUS_DIR: folder })
  const { general, tom } = scene(there)

  const ask = async (question: string, article = 'flood'): Promise<MessageView> =>
    (await tom().runs('/ask', { question, article }, { in: general() })).response()

  it('is plain content: the quotation, bold for the words that answer alone, then one small line that tells the place', async () => {
    const { content, embeds } = await ask('When did the flood strike Vell?')
    expect(embeds).toEqual([])
    expect(content.split('\n')).toEqual([
      '> A flood struck the harbour town of Vell in **March 2019**.',
      '-# The flood at Vell (Harbour Gazette, March 20, 2019) — Introduction, paragraph 1 · ' +
        '[open the source](<https://example.org/flood#:~:text=A%20flood%20struck,in%20March%202019%2E>) (example.org)',
    ])
  })

  it('tells who speaks and through whom, also where the quotation is cut before those words', async () => {
    const { content } = await ask('When were the gates opened?')
    const [quotation] = readQuotations(content)
    expect(quotation).toMatch(/opened on Sunday at noon\.$/)
    expect(quotation).not.toContain('Okoro')
    expect(content).toContain('-# Speaking: Mayor Ines Okoro, as reported by the Coast Courier')
  })

  it('has different numbers side by side, each with its section, in the order of the article', async () => {
    const { content } = await ask('How many people died in the flood?')
    expect(content).toContain('I find different numbers. Each stands with its place:')
    expect(content.match(/^(?:> .*|-# The flood.*paragraph \d)/gm)).toEqual([
      '> Officials said on Tuesday that **14** people died in the flood.',
      '-# The flood at Vell (Harbour Gazette, March 20, 2019) — Introduction, paragraph 1',
      expect.stringContaining('nine'),
      expect.stringContaining('section 1, “The first night”, paragraph 1'),
      expect.stringContaining('17'),
      expect.stringContaining('section 2, “The toll”, paragraph 1'),
    ])
  })

  it('has one number once, and none of something else', async () => {
    const { content } = await ask('How many metres did the river rise?')
    expect(readQuotations(content)).toEqual(['The river rose by 3 metres within an hour.'])
    expect(content).not.toContain('different numbers')
  })

  it('holds a quotation whole and with its citation, or leaves it out and says so, the best kept', async () => {
    const { content } = await ask('Which lanterns hang in Vell?', 'lanterns')
    const quotations = readQuotations(content)
    expect(content.length).toBeLessThanOrEqual(2000)
    expect(content).toMatch(/… and \d more that this message has no room for\.$/)
    expect(content.match(/^-# The lanterns of Vell — Introduction, paragraph \d$/gm)).toHaveLength(
      quotations.length,
    )
    for (const quotation of quotations) expect(quotation).toMatch(/^Lanterns .* in Vell\.$/)
  })

  it('names the articles where several were searched', async () => {
    const asked = await tom().runs('/ask', { question: 'Who won the World Cup in 2018?' }, { in: general() })
    const { content } = await asked.response()
    expect(content).toContain('“The flood at Vell” (edition ')
    expect(content).toContain('“The lanterns of Vell” (edition ')
  })
})

describe('several quotations', () => {
  const there = converse()
  const { general, tom } = scene(there)

  it.each(['What did Wang Yi say?', 'Which numbers are given?'])(
    '"%s": stand in the order of the article, each with its section',
    async (question) => {
      const asked = await tom().runs('/ask', { question }, { in: general() })
      const { content } = await asked.response()
      const places = [...content.matchAll(/section (\d), .*paragraph (\d)/g)].map(([, section, paragraph]) =>
        Number(`${section}${paragraph}`),
      )
      expect(places.length).toBe(3)
      expect(places).toEqual(places.toSorted((a, b) => a - b))
    },
  )
})

describe('the kinds of “no”', () => {
  const there = converse()
  const { general, tom } = scene(there)
  const ask = async (question: string): Promise<string> =>
    (await (await tom().runs('/ask', { question }, { in: general() })).response()).content

  it('have different words: near but no answer, nothing near, and no question', async () => {
    const near = await ask('How many people died in Almaty?')
    expect(near).toContain('The article does not say.\n')
    expect(near).toContain('-# The nearest passage, which does not seem to answer the question:\n> ')
    const far = await ask('Who won the World Cup in 2018?')
    expect(far).toContain('The article does not say: nothing in it comes near that question.')
    expect(readQuotations(far)).toEqual([])
    expect(await ask('???')).toContain('I found no word in that to look for')
  })

  it('name what was searched: the article and its edition', async () => {
    const note = /^-# Searched: “China supports deployment of .*” \(edition [0-9a-f]{12}\)\.$/m
    expect(await ask('How many people died in Almaty?')).toMatch(note)
    expect(await ask('Who won the World Cup in 2018?')).toMatch(note)
  })
})

describe('without an article', () => {
  const there = converse({ CORPUS_DIR: emptyFolder() })
  const { general, tom } = scene(there)

  it('says that there is none to answer from', async () => {
    const asked = await tom().runs('/ask', { question: 'When did it begin?' }, { in: general() })
    const { content, buttons } = await asked.response()
    expect(content).toBe('There is no article to answer from: none is loaded.')
    expect(buttons).toEqual([])
  })
})
