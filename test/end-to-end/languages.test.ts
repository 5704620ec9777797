import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import type { Person } from '../discord-double/person.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

const KEPT = 'Mara Venn kept it for forty years.'
const QUESTION = { question: 'Who kept the light for forty years?', article: 'harbour' }

describe('speaking to each member in their language', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  const there = converse({ CORPUS_DIR: folder })
  const { guild, general, mara, tom } = scene(there)
  let vera: Person
  let yuki: Person
  beforeAll(() => {
    vera = guild().addMember({ name: 'vera', locale: 'ru', permissions: ['ManageGuild'] })
    yuki = guild().addMember({ name: 'yuki', locale: 'ja' })
  })

  const run = async (person: Person, line: string, values: Record<string, unknown> = {}): Promise<string> =>
    (await (await person.runs(line, values as never, { in: general() })).response()).content

  it('cites in Russian to a Russian member, in English to the others, and quotes all the same bytes', async () => {
    const toVera = await run(vera, '/ask', QUESTION)
    expect(toVera).toContain('-# The light on Skerry Rock — Введение, абзац 1')
    for (const person of [mara(), yuki]) {
      const content = await run(person, '/ask', QUESTION)
      expect(content).toContain('-# The light on Skerry Rock — Introduction, paragraph 1')
      expect(readQuotations(content)).toEqual(readQuotations(toVera))
    }
    expect(readQuotations(toVera)).toEqual([KEPT])
  })

  it('is called by a Russian member by the Russian names of command and options', async () => {
    const content = await run(vera, '/спросить', { вопрос: QUESTION.question, статья: 'harbour' })
    expect(readQuotations(content)).toEqual([KEPT])
  })

  it('turns pages in Russian', async () => {
    const asked = await vera.runs('/read', { section: '1', article: 'ledger' }, { in: general() })
    expect((await asked.response()).content).toMatch(/Страница 1 из \d+/)
    const next = await vera.presses(asked, 'Следующая страница')
    const { content, buttons } = await next.response()
    expect(content).toMatch(/Страница 2 из \d+/)
    expect(content).toContain('-# абзац ')
    expect(buttons.map(({ label }) => label)).toContain('Предыдущая страница')
  })

  it('offers the introduction by its Russian name while a Russian member types', async () => {
    const typed = { section: 'вве', article: 'harbour' }
    const choices = await vera.types('/read', typed, { focused: 'section', in: general() })
    expect(choices.map(({ name }) => name)).toEqual(['Введение'])
    expect(await run(vera, '/read', { section: 'введение', article: 'harbour' })).toContain(KEPT)
    expect(await run(vera, '/read', { section: 'раздел 2', article: 'harbour' })).toContain('Three boats')
  })

  it('counts paragraphs as Russian does', async () => {
    const content = await run(vera, '/sections')
    expect(content).toContain('- 1\\. A keeper and her light (2 абзаца)')
    expect(content).toContain('- Введение (1 абзац)')
  })

  it('says what it cannot do in Russian', async () => {
    expect(await run(vera, '/ask', { question: 'When?', article: 'no such' })).toContain('Такой статьи нет.')
    expect(await run(vera, '/read', { section: '99' })).toContain('Такого раздела нет.')
    expect(
      await run(vera, '/ask', { question: 'Who won the World Cup in 2018?', article: 'harbour' }),
    ).toContain('В статье об этом не сказано')
    const stolen = await mara().runs('/read', { section: '1', article: 'ledger' }, { in: general() })
    await stolen.response()
    const taken = await vera.forges({}).presses(stolen, 'Next page')
    expect((await taken.response()).content).toContain('Эти кнопки только для того, кто вызвал команду.')
  })

  it('lists commands by the names each member sees', async () => {
    const toVera = await run(vera, '/help')
    expect(toVera).toContain('**Как спрашивать**')
    expect(toVera).toContain('- \\/спросить: Процитировать предложение, которое отвечает на вопрос')
    const toYuki = await run(yuki, '/help')
    expect(toYuki).toContain('- \\/ask: Quote the sentence that answers a question')
  })

  it('tells a Russian moderator in Russian how a channel is set', async () => {
    const channel = guild().addChannel({ name: 'news' })
    channel.denyBot('SendMessages')
    const saved = await run(vera, '/channels add', { channel })
    expect(saved).toContain('Сохранено: в #news отвечаю, когда меня упоминают.')
    expect(saved).toContain('В #news пока не могу так отвечать: нет прав «Отправлять сообщения».')
    expect(await run(vera, '/channels list')).toContain('#news: упоминание')
    expect(await run(mara(), '/channels list')).toContain('#news: mention')
  })

  it('answers messages in the language of their server', async () => {
    const russian = there.discord.addGuild({ name: 'Гавань', locale: 'ru' })
    const channel = russian.addChannel({ name: 'общий' })
    const lena = russian.addMember({ name: 'lena', permissions: ['ManageGuild'] })
    await (await lena.runs('/channels add', { channel }, { in: channel })).response()
    await lena.says(channel, `@bot ${QUESTION.question}`, { mentionsBot: true })
    const { content } = await there.discord.nextMessage({ in: channel })
    expect(readQuotations(content)).toEqual([KEPT])
    expect(content).toContain('Введение, абзац 1')
  })

  it.each([
    ['Привет!', 'Привет!'],
    ['спасибо большое', 'Пожалуйста'],
  ])('answers %j in a direct message as a person would', async (words, reply) => {
    await tom().directMessage(words)
    expect((await there.discord.nextMessage({ in: tom() })).content).toContain(reply)
  })

  it('answers a direct message in Russian where it is written in Cyrillic letters', async () => {
    await tom().directMessage('Кто победил на чемпионате мира?')
    expect((await there.discord.nextMessage({ in: tom() })).content).toContain('не сказано')
    await tom().directMessage(QUESTION.question)
    expect((await there.discord.nextMessage({ in: tom() })).content).toContain('Introduction, paragraph 1')
  })
})
