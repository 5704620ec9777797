import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe('/search', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara, tom } = scene(there)

  const search = (terms: string, article?: string) =>
    mara().runs('/search', { terms, ...(article === undefined ? {} : { article }) }, { in: general() })
  const quoted = async (asked: InteractionHandle): Promise<(string | null)[]> =>
    readQuotations((await asked.response()).content)

  it('quotes every passage that holds a word in any form, each with its citation, to the asker alone', async () => {
    const { content, ephemeral } = await (await search('litre')).response()
    expect(content).toContain('**1 passage with: litre**')
    expect(content).toContain('She lit the lamp with 12 **litres** of oil')
    expect(content).toContain(
      '-# The light on Skerry Rock — section 1, “A keeper and her light”, paragraph 1',
    )
    expect(ephemeral).toBe(true)
  })

  it('finds several words in one sentence, and else those that a paragraph holds together', async () => {
    expect(await quoted(await search('council lamps'))).toEqual([
      'According to the Harbour Gazette, the council said that it could not pay for repairs. "We have no money for lamps," Mayor Ola Brandt said.',
    ])
    expect(await quoted(await search('the council said'))).toEqual([
      'According to the Harbour Gazette, the council said that it could not pay for repairs.',
    ])
  })

  it('turns the pages, and shows each passage once, in order, also after a restart', async () => {
    const asked = await search('toll paid')
    const words = await quoted(asked)
    expect((await asked.response()).content).toContain('60 passages with: toll, paid')
    expect(await there.restart()).toBe(0)
    let page = asked
    while ((await page.response()).buttons.some(({ label }) => label === 'Next page')) {
      page = await mara().presses(page, 'Next page')
      words.push(...(await quoted(page)))
    }
    expect(words.map((quotation) => Number(/^Ship (\d+) /.exec(quotation ?? '')?.[1]))).toEqual(
      Array.from({ length: 60 }, (_, at) => at + 1),
    )
  })

  it('keeps to one article, also on the next page, and offers articles while a member types', async () => {
    expect((await (await search('harbour', 'harbour')).response()).content).not.toContain('ledger')
    const [choice] = await mara().types(
      '/search',
      { terms: 'Vell', article: 'led' },
      { focused: 'article', in: general() },
    )
    const asked = await search('harbour', choice?.value as string)
    const turned = await mara().presses(asked, 'Next page')
    expect((await turned.response()).content).toContain('Page 2')
    expect((await turned.response()).content).not.toContain('Skerry')
    expect((await (await search('harbour', 'nowhere')).response()).content).toContain('no such article')
  })

  it('says that nothing is found, and how often each of several words stands there', async () => {
    expect((await (await search('xyzzy')).response()).content).toBe(
      'No passage holds that word, in any form.',
    )
    const { content } = await (await search('lamp xyzzy')).response()
    expect(content).toContain('- “lamp”: 2 paragraphs')
    expect(content).toContain('- “xyzzy”: 0 paragraphs')
    expect((await (await search('!?')).response()).content).toContain('Say which words')
  })

  it('takes words with marks in them, and as many as its buttons can carry', async () => {
    const asked = await search('toll: paid :: MASTER `*_> ')
    expect((await asked.response()).content).toContain('60 passages')
    expect((await (await mara().presses(asked, 'Next page')).response()).content).toContain('Page 2')
    expect(await quoted(await search('toll '.repeat(10)))).not.toEqual([])
    const longer = mara().forges((payload) => {
      Object(payload['data']).options[0].value = 'toll '.repeat(11)
      return payload
    })
    const { content } = await (await longer.runs('/search', { terms: 'toll' }, { in: general() })).response()
    expect(content).toContain('look for fewer')
  })

  it('lets the buttons of others and forged ones expire', async () => {
    const asked = await search('toll')
    await asked.response()
    const taken = await tom().forges({}).presses(asked, 'Next page')
    expect((await taken.response()).content).toContain('belong to the member who asked')
    for (const values of ['000000000000:toll:2', 'all:toll', 'all:toll:x']) {
      const custom_id = `v1:search:${mara().id}:${values}`
      const forged = await mara().forges({ data: { custom_id } }).presses(asked, 'Next page')
      expect((await forged.response()).content).toContain('expired')
    }
  })
})
