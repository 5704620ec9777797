import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

const OIL = 'She lit the lamp with 12 litres of oil a night, and walked 1,204 steps to do so.'
const WHERE = '-# The light on Skerry Rock — section 1, “A keeper and her light”, paragraph 1'

describe('/quote', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  const there = converse({ CORPUS_DIR: folder })
  const { guild, general, mara } = scene(there)

  const check = async (text: string, article?: string) => {
    const asked = await mara().runs(
      '/quote',
      { text, ...(article === undefined ? {} : { article }) },
      { in: general() },
    )
    return asked.response()
  }

  it('says that a quotation is exact, in its sentence and with its citation, to the asker alone', async () => {
    const { content, ephemeral } = await check('“12 litres of oil a night”')
    expect(content).toContain('Exact: the article says so, word for word.')
    expect(content).toContain('> She lit the lamp with **12 litres of oil a night**, and walked')
    expect(readQuotations(content)).toEqual([OIL])
    expect(content).toContain(WHERE)
    expect(ephemeral).toBe(true)
  })

  it('names what it did not count: quotation marks, capital letters', async () => {
    const { content } = await check('SHE LIT the lamp')
    expect(content).toContain('Exact')
    expect(content).toContain('-# Not counted, though they differ: capital letters.')
  })

  it('says that a quotation is altered, shows what the article says with its citation, and each difference', async () => {
    const { content } = await check('He never lit the lamp with 21 litres of oil a night, and walked steps')
    expect(content).toContain('Altered: the article does not say it so. It says:')
    expect(readQuotations(content)).toEqual([OIL])
    expect(content).toContain('**12** litres')
    expect(content).toContain(WHERE)
    expect(content).toContain('- instead of “She” the quotation has “He never”')
    expect(content).toContain('- instead of “12” the quotation has “21”')
    expect(content).toContain('- the quotation leaves out “1,204”')
  })

  it('says that a quotation is not in the articles, or not in the one that is chosen', async () => {
    expect((await check('France won the World Cup in 2018')).content).toBe(
      'Not in the articles: nothing in them stands so, or nearly so.',
    )
    expect((await check(OIL, 'ledger')).content).toContain('Not in the articles')
    expect((await check(OIL, 'nowhere')).content).toContain('no such article')
    expect((await check('…')).content).toContain('no word in that to check')
  })

  it('checks long quotations too: what differs comes before what has no room', async () => {
    const ships = LONG.slice(LONG.indexOf('Ship 1 '), LONG.indexOf('Ship 40 ')).trim()
    const exact = await check(ships)
    expect(exact.content).toContain('Exact')
    expect(exact.content).toMatch(/… and \d+ more that this message has no room for\./)
    const { content } = await check(ships.replace('Ship 30 carried', 'Ship 30 sank with'))
    expect(content).toMatch(/^Altered: .* First what differs, then what it says:\n- instead of “carried”/)
    expect(content).toContain('- instead of “carried” the quotation has “sank with”')
    expect(readQuotations(content).length).toBeGreaterThan(3)
    expect((await check(`${'sank '.repeat(300)} ${OIL} ${'x'.repeat(900)}`)).content).toMatch(
      /Not in|Altered/,
    )
  })

  it('searches only the articles that moderators allow in a channel', async () => {
    const harbourless = guild().addChannel({ name: 'ledger-only' })
    for (const line of ['/channels add', '/channels articles']) {
      const more = line === '/channels add' ? { mode: 'mention' } : { allow: 'ledger' }
      await (await mara().runs(line, { channel: harbourless, ...more }, { in: general() })).response()
    }
    const asked = await mara().runs('/quote', { text: OIL }, { in: harbourless })
    expect((await asked.response()).content).toContain('Not in the articles')
  })

  it('offers articles while a member types', async () => {
    const choices = await mara().types(
      '/quote',
      { text: OIL, article: 'sk' },
      { focused: 'article', in: general() },
    )
    expect(choices.map(({ name }) => name)).toEqual(['The light on Skerry Rock'])
  })
})
