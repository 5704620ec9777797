import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, HOSTILE } from '../articles.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

const BEGAN = 'Protests in Kazakhstan began on January 2, 2022 in the western part of the country.'
const SURE =
  'Who asked the Collective Security Treaty Organization to send troops to help quell the protests?'

describe('asking about the shipped article', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)

  it('sets in bold the words that answer', async () => {
    const asked = await mara().runs('/ask', { question: 'When did the protests begin?' }, { in: general() })
    expect((await asked.response()).content).toContain('began on **January 2, 2022** in')
  })

  it('answers /ask with the sentence, its article, section and paragraph', async () => {
    const asked = await mara().runs('/ask', { question: 'When did the protests begin?' }, { in: general() })
    const { content, ephemeral } = await asked.response()
    expect(readQuotations(content)).toContain(BEGAN)
    expect(content).toContain('China supports deployment of Russian-led troops in Kazakhstan')
    expect(content).toContain('section 3, “President Tokayev calls the riots an attempted coup”, paragraph 1')
    expect(ephemeral).toBe(false)
  })

  it('shows a private answer to the asker alone', async () => {
    const asked = await mara().runs(
      '/ask',
      { question: 'When did the protests begin?', private: true },
      { in: general() },
    )
    expect((await asked.response()).ephemeral).toBe(true)
  })

  it('says that the article does not say, without a fact of its own', async () => {
    const asked = await mara().runs('/ask', { question: 'Who won the World Cup in 2018?' }, { in: general() })
    const { content } = await asked.response()
    expect(content).toContain('The article does not say')
    expect(content).not.toMatch(/France|Croatia/)
  })

  it('offers the articles while a member types, and answers from the chosen one', async () => {
    const [choice] = await mara().types(
      '/ask',
      { question: 'When?', article: 'china' },
      { focused: 'article', in: general() },
    )
    expect(choice?.name).toBe('China supports deployment of Russian-led troops in Kazakhstan')
    const values = { question: 'When did the protests begin?', article: String(choice?.value) }
    const asked = await mara().runs('/ask', values, { in: general() })
    expect(readQuotations((await asked.response()).content)).toContain(BEGAN)
  })

  it('says so when there is no such article', async () => {
    const asked = await mara().runs('/ask', { question: 'When?', article: 'no such' }, { in: general() })
    expect((await asked.response()).content).toContain('no such article')
  })

  it('answers direct messages', async () => {
    await tom().directMessage('When did the protests begin?')
    const reply = await there.discord.nextMessage({ in: tom() })
    expect(readQuotations(reply.content)).toContain(BEGAN)
  })

  it.each([
    ['hello!', 'Hello'],
    ['Good morning, bot', 'Hello'],
    ['thank you so much', 'welcome'],
    ['help', '/sections shows'],
    ['How do I use this?', '/sections shows'],
    ['привет', 'Привет'],
    ['спасибо большое!', 'Пожалуйста'],
    ['помоги', '/разделы'],
  ])('answers “%s” in a direct message like a human, without a quote', async (words, reply) => {
    await tom().directMessage(words)
    const { content } = await there.discord.nextMessage({ in: tom() })
    expect(content).toContain(reply.replace('/', '\\/'))
    expect(content).not.toContain('> ')
  })

  it.each([
    ['only emoji', '🔥🔥🔥', 'no word'],
    ['control characters', '\u0000\u0007\u001b', 'Ask a question'],
    ['more than 1,000 characters', 'why '.repeat(499), 'too long'],
  ])('tells a member who sends %s what to do', async (_what, words, remedy) => {
    await tom().directMessage(words)
    expect((await there.discord.nextMessage({ in: tom() })).content).toContain(remedy)
  })

  it('is silent in a channel that moderators did not set, even when mentioned', async () => {
    const quiet = guild().addChannel({ name: 'quiet' })
    await there.discord.staysSilent({
      in: quiet,
      after: () => mara().says(quiet, '@bot When did the protests begin?', { mentionsBot: true }),
      until: answersPrivately,
    })
  })

  it('answers a mention in a channel set to mention, and nothing else there', async () => {
    const channel = guild().addChannel({ name: 'mentions' })
    await setChannel(channel, 'mention')
    const asked = await mara().says(channel, '@bot When did the protests begin?', { mentionsBot: true })
    const reply = await there.discord.nextMessage({ in: channel })
    expect(readQuotations(reply.content)).toContain(BEGAN)
    expect(reply.replyTo).toBe(asked.id)
    await there.discord.staysSilent({
      in: channel,
      after: () => mara().says(channel, SURE),
      until: answersPrivately,
    })
  })

  it('answers a question unasked where it may listen and is sure', async () => {
    const channel = guild().addChannel({ name: 'questions' })
    await listenIn(channel)
    await mara().says(channel, SURE)
    const reply = await there.discord.nextMessage({ in: channel })
    expect(reply.content).toContain('asked the Russian-led Collective Security Treaty Organization')
  })

  it.each([
    ['a remark', 'The protests began in January, I think.'],
    ['a question the article does not answer', 'What is the best pizza topping?'],
    ['a question it is not sure of', 'Is anyone up for a game about countries tonight?'],
  ])('stays silent on %s where it listens', async (_what, words) => {
    const channel = guild().addChannel({ name: 'listening' })
    await listenIn(channel)
    await there.discord.staysSilent({
      in: channel,
      after: () => mara().says(channel, words),
      until: answersPrivately,
    })
  })

  it('stays silent on questions put to somebody else, and on those of bots and webhooks', async () => {
    const channel = guild().addChannel({ name: 'others' })
    await listenIn(channel)
    const machine = guild().addMember({ name: 'machine', bot: true })
    await there.discord.staysSilent({
      in: channel,
      after: async () => {
        const remark = await tom().says(channel, 'I was there.')
        await mara().says(channel, SURE, { replyTo: remark })
        await machine.says(channel, SURE)
        await mara().says(channel, SURE, { webhook: true })
      },
      until: answersPrivately,
    })
  })

  it('follows the setting of the channel in its threads', async () => {
    const channel = guild().addChannel({ name: 'with-threads' })
    await setChannel(channel, 'mention')
    const thread = channel.addThread({ name: 'about it' })
    await mara().says(thread, '@bot When did the protests begin?', { mentionsBot: true })
    expect(readQuotations((await there.discord.nextMessage({ in: thread })).content)).toContain(BEGAN)
  })

  it('gives the same bytes for the same question', async () => {
    const contents = []
    for (const _ of [1, 2]) {
      const asked = await mara().runs('/ask', { question: 'What did Wang Yi say?' }, { in: general() })
      contents.push((await asked.response()).content)
    }
    expect(contents[0]).toBe(contents[1])
  })

  async function answersPrivately(): Promise<void> {
    await tom().directMessage('When did the protests begin?')
    await there.discord.nextMessage({ in: tom() })
  }

  async function setChannel(channel: ReturnType<typeof general>, mode: string): Promise<void> {
    const set = await mara().runs('/channels add', { channel, mode }, { in: general() })
    expect((await set.response()).content).toContain('Saved')
  }

  async function listenIn(channel: ReturnType<typeof general>): Promise<void> {
    await setChannel(channel, 'questions')
    await there.discord.until(() => there.discord.gateway.identifies.at(-1)?.intents === WITH_CONTENT, {
      what: 'a connection that may read messages',
    })
    await there.discord.ready()
  }
})

const WITH_CONTENT = (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15)

describe('articles full of marks', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'hostile.txt'), HOSTILE)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara } = scene(there)

  it.each([
    'Who was told to read the notice?',
    'What did the lantern notice say?',
    'lanterns cost coins',
    'lantern fences',
    'lanterns sold by hand',
  ])('are shown character for character: %s', async (question) => {
    const asked = await mara().runs('/ask', { question, article: 'hostile' }, { in: general() })
    const [shown] = readQuotations((await asked.response()).content)
    expect(shown).toBeTypeOf('string')
    expect(HOSTILE).toContain(shown)
  })

  it('are told apart by name', async () => {
    const asked = await mara().runs(
      '/ask',
      { question: 'Who kept the light for forty years?' },
      { in: general() },
    )
    const { content } = await asked.response()
    expect(readQuotations(content)).toEqual(['Mara Venn kept it for forty years.'])
    expect(content).toContain('The light on Skerry Rock — Introduction')
  })
})
