import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe('reading articles', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara, tom } = scene(there)

  it('lists the sections of every article, to the asker alone', async () => {
    const asked = await mara().runs('/sections', {}, { in: general() })
    const { content, ephemeral } = await asked.response()
    expect(content).toContain('**The light on Skerry Rock**')
    expect(content).toContain('- 1\\. A keeper and her light (2 paragraphs)')
    expect(content).toContain('**The long ledger**')
    expect(ephemeral).toBe(true)
  })

  it('lists the sections of one article', async () => {
    const asked = await mara().runs('/sections', { article: 'harbour' }, { in: general() })
    expect((await asked.response()).content).not.toContain('ledger')
  })

  it('offers sections while a member types, and reads the chosen one', async () => {
    const choices = await mara().types('/read', { section: 'what' }, { focused: 'section', in: general() })
    expect(choices.map(({ name }) => name)).toEqual(['2. What the harbour lost (The light on Skerry Rock)'])
    const asked = await mara().runs('/read', { section: String(choices[0]?.value) }, { in: general() })
    expect((await asked.response()).content).toContain('> Three boats ran aground in the first winter.')
  })

  it('reads a section named by number or heading', async () => {
    for (const section of ['2', 'what the harbour lost']) {
      const asked = await mara().runs('/read', { section, article: 'harbour' }, { in: general() })
      expect((await asked.response()).content).toContain('Three boats')
    }
  })

  it('says so when there is no such section', async () => {
    const asked = await mara().runs('/read', { section: '9' }, { in: general() })
    expect((await asked.response()).content).toContain('no such section')
  })

  it('turns the pages of a long section by buttons, and shows every word of it in order', async () => {
    const asked = await mara().runs('/read', { section: '1', article: 'ledger' }, { in: general() })
    let page = await asked.response()
    const shown = quotationsOf(page.content)
    let last: Awaited<ReturnType<ReturnType<typeof mara>['presses']>> | typeof asked = asked
    while (page.buttons.some(({ label }) => label === 'Next page')) {
      last = await mara().presses(last, 'Next page')
      page = await last.response()
      shown.push(...quotationsOf(page.content))
    }
    expect(shown.join('\n\n')).toBe(LONG.slice(LONG.indexOf('Ship 1 ')).trim())
    const back = await mara().presses(last, 'Previous page')
    expect((await back.response()).content).toContain('Page ')
  })

  it('turns pages after a restart, and refuses the buttons of others, forged ones and those of another edition', async () => {
    const asked = await mara().runs('/read', { section: '1', article: 'ledger' }, { in: general() })
    await asked.response()
    expect(await there.restart()).toBe(0)
    const turned = await mara().presses(asked, 'Next page')
    expect((await turned.response()).content).toContain('Page 2')

    const stolen = await mara().runs('/read', { section: '1', article: 'ledger' }, { in: general() })
    await stolen.response()
    const taken = await tom().forges({}).presses(stolen, 'Next page')
    expect((await taken.response()).content).toContain('belong to the member who asked')

    for (const custom_id of [
      'v0:read:1',
      `v1:read:${mara().id}:000000000000:1:2`,
      'x'.repeat(100),
      `v1:read:${mara().id}`,
    ]) {
      const forged = await mara().forges({ data: { custom_id } }).presses(stolen, 'Next page')
      expect((await forged.response()).content).toContain('expired')
    }
  })

  it('says what it is, which articles it has, and every command', async () => {
    const about = await mara().runs('/about', {}, { in: general() })
    expect((await about.response()).content).toContain('The light on Skerry Rock')
    const help = await mara().runs('/help', {}, { in: general() })
    const { content } = await help.response()
    for (const name of ['ask', 'sections', 'read', 'about', 'help', 'channels'])
      expect(content).toContain(`/${name}`)
  })
})

describe('/articles', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  for (let number = 10; number < 50; number++)
    writeFileSync(
      path.join(folder, `article-${number}.md`),
      `---\ntitle: Light ${number}\npublisher: Harbour Gazette\nurl: https://example.org/${number}\npublished: 2022-01-11\n---\n\nIt was dark.\n\n# Storm\n\nIt blew ${number} times.\n`,
    )
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara } = scene(there)

  it('lists the articles page by page: title, publisher, date, sections, edition and a link, to the asker alone', async () => {
    let page = await mara().runs('/articles', {}, { in: general() })
    expect(await page.response()).toMatchObject({ ephemeral: true })
    const listed: string[] = []
    for (;;) {
      const { content, buttons } = await page.response()
      expect(content).toContain('**40 articles**')
      listed.push(...content.split('\n').filter((line) => line.startsWith('- ')))
      if (!buttons.some(({ label }) => label === 'Next page')) break
      page = await mara().presses(page, 'Next page')
    }
    expect(listed).toHaveLength(40)
    expect(listed[39]).toMatch(
      /^- Light 49 \(Harbour Gazette, January 11, 2022, 2 sections, 2 paragraphs, edition [0-9a-f]{12}\) · \[open the source\]\(<https:\/\/example\.org\/49>\)/,
    )
  })
})

const quotationsOf = (content: string): string[] =>
  readQuotations(content).map((quotation) => quotation ?? 'unreadable')
