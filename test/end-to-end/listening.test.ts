import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { THRESHOLDS } from '../../src/answering/confidence.js'
import { readCorpus } from '../../src/article/corpus.js'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import type { ChannelHandle } from '../discord-double/places.js'
import { emptyFolder, SHIPPED_CORPUS } from './bot-process.js'
import { converse, scene } from './conversation.js'

const WITH_CONTENT = (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15)

/** Questions the shipped article answers, told apart by how sure the bot is of them. */
const questions = await (async () => {
  const answerer = createAnswerer((await readCorpus(SHIPPED_CORPUS)).articles)
  const confidence = (words: string): number => {
    const { answer } = answerer.answer(words)
    return answer.kind === 'quoted' ? answer.confidence : 0
  }
  const between = (least: number, most: number): string => {
    const found = [
      'What did Wang Yi tell Mukhtar Tileuberdi?',
      'Who is the Chinese foreign minister?',
      'Who is China backing in Kazakhstan?',
      'In which part of the country did the protests begin?',
      'What did Tokayev tell CSTO military leaders?',
      'How are relations between Moscow and Beijing?',
      'How long is the border between China and Kazakhstan?',
      'What did President Tokayev call the riots?',
      'Is Kazakhstan rich in oil?',
      'Would China intervene in Central Asia?',
      'Is Central Asia strategically important?',
      'Which countries compete over Central Asia?',
      'What does CSTO stand for?',
      'What did the Global Times report?',
      'What are Central Asian countries dependent on?',
      'Is infighting within the elite a suspected cause?',
      'What did Wang Yi promise the Kazakh foreign minister?',
    ].find((words) => confidence(words) >= least && confidence(words) < most)
    if (found === undefined) throw new Error(`No question with a confidence from ${least} to ${most}.`)
    return found
  }
  return {
    percentBelow: (words: string) => Math.floor(100 * confidence(words)),
    surest: between(THRESHOLDS.confident, 1.01),
    sure: between(THRESHOLDS.unasked, THRESHOLDS.confident),
    unsure: between(THRESHOLDS.asked + 0.1, THRESHOLDS.unasked - 0.1),
  }
})()

describe('a channel', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)

  const command = async (line: string, values: object): Promise<string> =>
    (await (await mara().runs(line, values as never, { in: general() })).response()).content

  const channelIn = async (mode: string): Promise<ChannelHandle> => {
    const channel = guild().addChannel({ name: `${mode}-mode` })
    expect(await command('/channels add', { channel, mode })).toContain('Saved')
    return channel
  }

  /** What the bot says in a channel to a question of Tom's. */
  const toQuestion = async (channel: ChannelHandle, words: string): Promise<string> => {
    await tom().says(channel, words)
    return (await there.discord.nextMessage({ in: channel })).content
  }

  const staysSilent = (channel: ChannelHandle, ...acts: (() => Promise<unknown>)[]): Promise<void> =>
    there.discord.staysSilent({
      in: channel,
      after: async () => {
        for (const act of acts) await act()
      },
      until: async () => {
        await mara().directMessage('When did the protests begin?')
        await there.discord.nextMessage({ in: mara() })
      },
    })

  beforeAll(async () => {
    await command('/channels add', { channel: guild().addChannel({ name: 'first' }), mode: 'questions' })
    await there.discord.until(() => there.discord.gateway.identifies.at(-1)?.intents === WITH_CONTENT, {
      what: 'a connection that may read messages',
    })
    await there.discord.ready()
  })

  it('set to off leaves mentions and questions unanswered, and slash commands not', async () => {
    const channel = await channelIn('off')
    await staysSilent(
      channel,
      () => tom().says(channel, `@bot ${questions.surest}`, { mentionsBot: true }),
      () => tom().says(channel, questions.surest),
    )
    const asked = await tom().runs('/ask', { question: questions.surest }, { in: channel })
    expect(readQuotations((await asked.response()).content)).toHaveLength(1)
  })

  it('set to mention has mentions answered, sure or not, and nothing else', async () => {
    const channel = await channelIn('mention')
    await tom().says(channel, `@bot ${questions.unsure}`, { mentionsBot: true })
    expect(readQuotations((await there.discord.nextMessage({ in: channel })).content)).not.toEqual([])
    await staysSilent(channel, () => tom().says(channel, questions.surest))
  })

  it('set to questions has those answered unasked of which the bot is sure', async () => {
    const channel = await channelIn('questions')
    await staysSilent(channel, () => tom().says(channel, questions.unsure))
    expect(await toQuestion(channel, questions.sure)).toContain('> ')
  })

  it('set to confident has those answered unasked of which it is surer still', async () => {
    const channel = await channelIn('confident')
    await staysSilent(channel, () => tom().says(channel, questions.sure))
    expect(await toQuestion(channel, questions.surest)).toContain('> ')
  })

  it('set to thread has answers in a thread that the bot opens from the question', async () => {
    const channel = await channelIn('thread')
    const question = await tom().says(channel, questions.sure)
    const answer = await there.discord.nextMessage({ in: { id: question.id } })
    expect(readQuotations(answer.content)).not.toEqual([])
    expect(channel.messages()).toHaveLength(1)
    expect(there.discord.world.channels.get(question.id)).toMatchObject({
      name: `Answer: ${questions.sure}`,
      parent_id: channel.id,
    })
  })

  it('has a thread named without mentions, emoji, told spoilers or line breaks, and within 100 characters', async () => {
    const channel = await channelIn('thread')
    const words = `@bot ||no|| <:lamp:123456789012345678>\n${questions.sure} ${'Really? '.repeat(20)}`
    const question = await tom().says(channel, words, { mentionsBot: true })
    await there.discord.nextMessage({ in: { id: question.id } })
    const name = there.discord.world.channels.get(question.id)?.name ?? ''
    expect(name).toContain(`Answer: … ${questions.sure} Really?`)
    expect(name).toHaveLength(100)
  })

  it('has refusals in place of a thread when nothing is quoted', async () => {
    const channel = await channelIn('thread')
    await tom().says(channel, '@bot What is the best pizza topping?', { mentionsBot: true })
    expect((await there.discord.nextMessage({ in: channel })).content).toContain('not say')
  })

  it('has the answer in the thread that somebody has opened from the question already', async () => {
    const channel = await channelIn('thread')
    const route = 'POST /channels/:channel/messages/:message/threads'
    const opened = (): number => there.discord.requests.filter((request) => request.route === route).length
    const before = opened()
    there.discord.rest.script(route, [{ delay: 300 }]) // in which the other thread comes first
    const question = await tom().says(channel, `@bot ${questions.sure}`, { mentionsBot: true })
    await there.discord.until(() => opened() > before, { what: 'the bot to open a thread' })
    const thread = channel.addThread({ name: 'Wondering', from: question })
    expect((await there.discord.nextMessage({ in: thread })).content).toContain('> ')
  })

  it('that forbids threads to the bot has mentions answered in place, and questions not at all', async () => {
    const channel = await channelIn('thread')
    channel.denyBot('CreatePublicThreads')
    await staysSilent(channel, () => tom().says(channel, questions.surest))
    await tom().says(channel, `@bot ${questions.sure}`, { mentionsBot: true })
    expect((await there.discord.nextMessage({ in: channel })).content).toContain('> ')
  })

  it('in which the bot may not write makes it try nothing', async () => {
    const channel = await channelIn('questions')
    channel.denyBot('SendMessages')
    const before = there.discord.requests.length
    await staysSilent(
      channel,
      () => tom().says(channel, questions.surest),
      () => tom().says(channel, `@bot ${questions.surest}`, { mentionsBot: true }),
    )
    const refused = there.discord.requests.slice(before).filter(({ status = 0 }) => status >= 400)
    expect(refused).toEqual([])
  })

  it('has no second answer unasked within its cooldown, also after a restart, while mentions are answered', async () => {
    const channel = await channelIn('questions')
    expect(await toQuestion(channel, questions.surest)).toContain('> ')
    await staysSilent(channel, () => tom().says(channel, questions.sure))
    await there.restart()
    await staysSilent(channel, () => tom().says(channel, questions.sure))
    await tom().says(channel, `@bot ${questions.sure}`, { mentionsBot: true })
    expect((await there.discord.nextMessage({ in: channel })).content).toContain('> ')
  })

  it('has a second answer when its cooldown is set to none', async () => {
    const channel = await channelIn('questions')
    await command('/channels cooldown', { channel, seconds: 0 })
    for (const words of [questions.surest, questions.sure])
      expect(await toQuestion(channel, words)).toContain('> ')
  })

  it('has one answer to two questions of the same moment', async () => {
    const channel = await channelIn('questions')
    await Promise.all([tom().says(channel, questions.surest), mara().says(channel, questions.sure)])
    await there.discord.nextMessage({ in: channel })
    await staysSilent(channel)
  })

  it('hears no bot, no webhook and not the bot itself', async () => {
    const channel = await channelIn('questions')
    const machine = guild().addMember({ name: 'other bot', bot: true })
    await staysSilent(
      channel,
      () => machine.says(channel, questions.surest),
      () => machine.says(channel, `@bot ${questions.surest}`, { mentionsBot: true }),
      () => tom().says(channel, questions.surest, { webhook: true }),
      () => tom().says(channel, `@bot ${questions.surest}`, { webhook: true, mentionsBot: true }),
    )
    expect(await toQuestion(channel, questions.surest)).toContain('> ') // its own answer starts nothing
    await staysSilent(channel)
  })

  it('with a threshold of its own has answered unasked what is above that', async () => {
    const channel = await channelIn('questions')
    await command('/channels thresholds', { channel, unasked: 100 })
    await staysSilent(channel, () => tom().says(channel, questions.surest))
    await command('/channels thresholds', { channel, unasked: questions.percentBelow(questions.unsure) })
    expect(await toQuestion(channel, questions.unsure)).toContain('> ')
  })

  it('with a threshold of its own has that for who asks, too, by mention and by command', async () => {
    const channel = await channelIn('mention')
    await command('/channels thresholds', { channel, asked: 99 })
    await tom().says(channel, `@bot ${questions.sure}`, { mentionsBot: true })
    expect((await there.discord.nextMessage({ in: channel })).content).toContain('The article does not say.')
    const asked = await tom().runs('/ask', { question: questions.sure }, { in: channel })
    expect((await asked.response()).content).toContain('The article does not say.')
  })

  it('set to answer in threads does so in another mode, too', async () => {
    const channel = await channelIn('mention')
    await command('/channels thread', { channel, on: true })
    const question = await tom().says(channel, `@bot ${questions.sure}`, { mentionsBot: true })
    expect((await there.discord.nextMessage({ in: { id: question.id } })).content).toContain('> ')
  })

  it('follows its category, setting by setting, where it sets nothing itself', async () => {
    const category = guild().addChannel({ name: 'Events', type: 'category' })
    const channel = guild().addChannel({ name: 'follows', parent: category })
    const other = guild().addChannel({ name: 'wins', parent: category })
    await command('/channels add', { channel: category, mode: 'questions' })
    await command('/channels cooldown', { channel: category, seconds: 0 })
    await command('/channels mode', { channel: other, mode: 'mention' })

    for (const words of [questions.surest, questions.sure])
      expect(await toQuestion(channel, words)).toContain('> ')
    await staysSilent(other, () => tom().says(other, questions.surest))
    await command('/channels mode', { channel: other, mode: 'thread' })
    for (const words of [questions.surest, questions.sure]) {
      const question = await tom().says(other, words) // the cooldown is still the category's
      await there.discord.nextMessage({ in: { id: question.id } })
    }
  })

  it('lets its threads follow it, and its category beyond it', async () => {
    const category = guild().addChannel({ name: 'Threads', type: 'category' })
    const channel = guild().addChannel({ name: 'parent', parent: category })
    const thread = channel.addThread({ name: 'within' })
    await command('/channels add', { channel: category, mode: 'thread' })
    const question = await tom().says(thread, questions.surest)
    expect((await there.discord.nextMessage({ in: thread })).replyTo).toBe(question.id)
  })

  it('has no answer where a person has replied in the time that people have', async () => {
    const channel = await channelIn('questions')
    await command('/channels cooldown', { channel, seconds: 0, wait: 1 })
    await there.discord.staysSilent({
      in: channel,
      after: async () => {
        const question = await tom().says(channel, questions.surest)
        await mara().says(channel, 'I know that one.', { replyTo: question, ping: false })
      },
      until: () => there.bot().says('"gate":"answered-by-a-person"'),
    })
  })

  it('has an answer after that time when nobody but the asker and machines replied', async () => {
    const channel = await channelIn('questions')
    await command('/channels cooldown', { channel, wait: 1 })
    const machine = guild().addMember({ name: 'helper bot', bot: true })
    const question = await tom().says(channel, questions.surest)
    await tom().says(channel, 'Nobody?', { replyTo: question })
    await machine.says(channel, 'Beep.', { replyTo: question })
    expect((await there.discord.nextMessage({ in: channel })).replyTo).toBe(question.id)
  })

  it('has no answer to a question that is deleted in that time', async () => {
    const channel = await channelIn('questions')
    await command('/channels cooldown', { channel, wait: 1 })
    const question = await tom().says(channel, questions.surest)
    await tom().deletes(question)
    await there.bot().says(`"message":"${question.id}"`)
    await staysSilent(channel)
  })
})

describe('the articles of a channel', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  const there = converse({ CORPUS_DIR: folder })
  const { guild, general, mara, tom } = scene(there)
  const KEPT = 'Mara Venn kept it for forty years.'
  const ASKED = 'Who kept the light for forty years?'

  const command = async (line: string, values: object): Promise<string> =>
    (await (await mara().runs(line, values as never, { in: general() })).response()).content

  /** A channel in which the article on the light is not allowed. */
  const withoutHarbour = async (): Promise<ChannelHandle> => {
    const channel = guild().addChannel({ name: 'limited' })
    await command('/channels add', { channel })
    expect(await command('/channels articles', { channel, forbid: 'harbour' })).toContain(
      'I quote only from “The long ledger”.',
    )
    return channel
  }

  const ask = async (channel: ChannelHandle, question: string): Promise<string> => {
    await tom().says(channel, `@bot ${question}`, { mentionsBot: true })
    return (await there.discord.nextMessage({ in: channel })).content
  }

  it('are all, until moderators forbid one: then it is not quoted, not even as the nearest passage', async () => {
    expect(await ask(await unlimited(), ASKED)).toContain('Mara Venn')
    const channel = await withoutHarbour()
    for (const question of [ASKED, 'Mara Venn', 'light Skerry Rock storm', 'Who paid for the light?']) {
      expect(await ask(channel, question)).not.toMatch(/Venn|Skerry|Brandt/)
      const asked = await tom().runs('/ask', { question }, { in: channel })
      expect((await asked.response()).content).not.toMatch(/Venn|Skerry|Brandt/)
    }
  })

  it('are all that its slash commands list, read and offer', async () => {
    const channel = await withoutHarbour()
    const shown = async (line: string, values: object): Promise<string> =>
      (await (await tom().runs(line, values as never, { in: channel })).response()).content
    expect(await shown('/sections', {})).not.toContain('Skerry')
    expect(await shown('/about', {})).not.toContain('Skerry')
    expect(await shown('/read', { section: 'What the harbour lost' })).toContain('no such section')
    expect(await shown('/ask', { question: ASKED, article: 'harbour' })).toContain('no such article')
    const offered = await tom().types(
      '/ask',
      { question: ASKED, article: '' },
      { focused: 'article', in: channel },
    )
    expect(offered.map(({ name }) => name)).toEqual(['The long ledger'])
  })

  it('do not show by the buttons of what was opened before', async () => {
    const channel = guild().addChannel({ name: 'limited-later' })
    const read = await tom().runs('/read', { section: '1', article: 'ledger' }, { in: channel })
    const [next] = (await read.response()).buttons
    if (next === undefined) throw new Error('The section has one page.')
    await command('/channels articles', { channel, allow: 'harbour' })
    const pressed = await tom().presses(read, next.label)
    expect((await pressed.response()).content).toContain('expired')
  })

  it('are chosen by moderators one by one, from a list, and at least one', async () => {
    const channel = guild().addChannel({ name: 'chosen' })
    const choices = await mara().types(
      '/channels articles',
      { channel, allow: '' },
      { focused: 'allow', in: general() },
    )
    const [every, ...titles] = choices
    expect(every?.name).toBe('every article')
    expect(titles).toHaveLength(2)
    const set = (values: object): Promise<string> => command('/channels articles', { channel, ...values })
    expect(await set({ allow: titles[0]?.value })).toContain('only from “The light on Skerry Rock”.')
    expect(await set({ forbid: titles[0]?.value })).toContain('No article would be left')
    expect(await set({ allow: titles[1]?.value })).toContain('Skerry Rock”, “The long ledger”')
    expect(await command('/channels list', {})).toContain(
      '#chosen: only “The light on Skerry Rock”, “The long ledger”',
    )
    expect(await set({ allow: every?.value })).toContain('from every article')
    expect(await command('/channels list', {})).toContain('#chosen: every article')
    expect(await set({})).toContain('from every article')
    expect(await set({ allow: 'no such' })).toContain('no such article')
  })

  it('are those of its category, unless the channel allows every article', async () => {
    const category = guild().addChannel({ name: 'Ledgers', type: 'category' })
    const channel = guild().addChannel({ name: 'about-it', parent: category })
    await command('/channels add', { channel: category })
    await command('/channels articles', { channel: category, allow: 'ledger' })
    expect(await ask(channel, ASKED)).not.toContain('Venn')
    await command('/channels articles', { channel, allow: '*' })
    expect(readQuotations(await ask(channel, ASKED))).toEqual([KEPT])
  })

  async function unlimited(): Promise<ChannelHandle> {
    const channel = guild().addChannel({ name: 'unlimited' })
    await command('/channels add', { channel })
    return channel
  }
})
