import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands, menu } from '../../commands/index.js'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import type { Person } from '../discord-double/person.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

const OIL = 'She lit the lamp with 12 litres of oil a night, and walked 1,204 steps to do so.'

describe('the menu of a message', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  const there = converse({ CORPUS_DIR: folder })
  const { guild, general, mara, tom } = scene(there)

  /** Somebody writes a message, and another one, who never did before, picks an entry of its menu. */
  async function pick(entry: string, words: string, who: Person = guild().addMember({ name: 'nils' })) {
    const message = await tom().says(general(), words)
    return (await who.usesOnMessage(entry, message)).response()
  }

  it('Find in the articles: quotes the passages about that message, each with its citation, to the one who asked alone', async () => {
    const { content, ephemeral } = await pick(
      'Find in the articles',
      `hey <@${mara().id}>, I heard that **Mara Venn** came to the rock long ago! Three boats ran aground in winter, see https://example.org/boats`,
    )
    expect(content).toContain('-# Nearest to that message in the articles:')
    expect(readQuotations(content)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('Mara Venn came to the rock in 1979.'),
        'Three boats ran aground in the first winter.',
      ]),
    )
    expect(content).toContain('-# The light on Skerry Rock — section 2, “What the harbour lost”, paragraph 1')
    expect(ephemeral).toBe(true)
  })

  it('Find in the articles: says so where nothing is near, and where there are no words', async () => {
    expect((await pick('Find in the articles', 'France won the football World Cup')).content).toBe(
      'Nothing in the articles comes near that message.',
    )
    expect((await pick('Find in the articles', '🎉🎉')).content).toContain('no word in that message')
    expect((await pick('Find in the articles', `<@${mara().id}>`)).content).toContain('no word')
    const picture = await tom().says(general(), '', { raw: { content: '' } })
    expect(
      (await (await mara().usesOnMessage('Find in the articles', picture)).response()).content,
    ).toContain('no word')
  })

  it.each([
    ['a block quotation', `look:\n> ${OIL}\nwow`],
    ['words in quotation marks', `She wrote “${OIL}” I think`],
    ['a whole message', OIL],
    ['marks of Markdown', OIL.replace('12 litres', '**12 litres**')],
  ])(
    'Check this quote: finds %s exact, as /quote does, with its citation, to the one who asked alone',
    async (_what, words) => {
      const { content, ephemeral } = await pick('Check this quote', words)
      expect(content).toContain('Exact: the article says so, word for word.')
      expect(readQuotations(content)).toEqual([OIL])
      expect(content).toContain('section 1, “A keeper and her light”, paragraph 1')
      expect(ephemeral).toBe(true)
    },
  )

  it('Check this quote: shows the differences of an altered one, and says when it is in no article', async () => {
    const { content } = await pick('Check this quote', `> ${OIL.replace('12', '21')}`)
    expect(content).toContain('- instead of “12” the quotation has “21”')
    expect((await pick('Check this quote', 'the moon is made of cheese')).content).toContain(
      'Not in the articles',
    )
    expect((await pick('Check this quote', '🎉')).content).toContain('no word in that to check')
  })

  it("checks the bot's own answers, and finds them exact", async () => {
    const asked = await mara().runs(
      '/ask',
      { question: 'Who kept the light for forty years?' },
      { in: general() },
    )
    const answer = await asked.response()
    const checked = await tom().usesOnMessage('Check this quote', answer)
    expect((await checked.response()).content).toContain('Exact')
  })

  it('needs no privileged intent: the words come with the choice', () => {
    expect(there.discord.gateway.identifies.every(({ intents }) => (intents & (1 << 15)) === 0)).toBe(true)
  })

  it('speaks Russian to who reads Russian, also in the names of the entries', async () => {
    const vera = guild().addMember({ name: 'vera', locale: 'ru' })
    expect((await pick('Проверить цитату', OIL, vera)).content).toContain('Точно: в статье так и сказано')
    expect((await pick('Найти в статьях', 'boats ran aground', vera)).content).toContain('Ближе всего')
  })

  it('works where the bot is in no server, in direct messages, and says so when an entry is gone', async () => {
    const elsewhere = there.discord.addGuild({ name: 'Elsewhere', botIn: false })
    const room = elsewhere.addChannel({ name: 'room' })
    const nils = elsewhere.addMember({ name: 'nils' })
    const message = await nils.says(room, OIL)
    const checked = await nils.usesOnMessage('Check this quote', message, { userInstalled: true })
    expect((await checked.response()).content).toContain('Exact')
    const gone = await mara().usesOnMessage('No longer there', await tom().says(general(), OIL), {
      unregistered: true,
    })
    expect((await gone.response()).content).toContain('no longer have that command')
  })

  it('quotes only from the articles that moderators allow in the channel', async () => {
    const room = guild().addChannel({ name: 'ledger-only' })
    await (
      await mara().runs('/channels add', { channel: room, mode: 'mention' }, { in: general() })
    ).response()
    await (
      await mara().runs('/channels articles', { channel: room, allow: 'ledger' }, { in: general() })
    ).response()
    const message = await tom().says(room, OIL)
    for (const [entry, words] of [
      ['Find in the articles', 'Nothing in the articles comes near'],
      ['Check this quote', 'Not in the articles'],
    ] as const)
      expect((await (await tom().usesOnMessage(entry, message)).response()).content).toContain(words)
  })

  it.each([
    ['en-US', '', 'Commands'],
    ['ru', 'ru', 'Команды'],
  ])('/help lists every command and every menu entry, in %s', async (locale, language, title) => {
    const reader = guild().addMember({ name: `reader-${locale}`, locale })
    const { content } = await (await reader.runs('/help', {}, { in: general() })).response()
    expect(content).toContain(`**${title}**`)
    const nameOf = ({
      name,
      name_localizations: local,
    }: {
      name: string
      name_localizations?: object | null | undefined
    }) => String(Object(local)[language] ?? name)
    for (const { data } of commands) expect(content).toMatch(new RegExp(`^- \\\\?/${nameOf(data)}: `, 'm'))
    for (const { data } of menu) expect(content).toMatch(new RegExp(`^- ${nameOf(data)}: `, 'm'))
  })
})
