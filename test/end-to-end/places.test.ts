import { beforeAll, describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import type { ChannelHandle, GuildHandle } from '../discord-double/places.js'
import { converse, scene } from './conversation.js'

const QUESTION = 'When did the protests begin?'
const BEGAN = 'Protests in Kazakhstan began on January 2, 2022 in the western part of the country.'

describe('a thread', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)
  let channel: ChannelHandle
  let forum: ChannelHandle

  beforeAll(async () => {
    channel = guild().addChannel({ name: 'with-threads' })
    forum = guild().addChannel({ name: 'forum', type: 'forum' })
    for (const place of [channel, forum]) {
      const set = await mara().runs('/channels add', { channel: place, mode: 'mention' }, { in: general() })
      expect((await set.response()).content).toContain('Saved')
    }
  })

  const answerIn = async (place: { readonly id: string }): Promise<string[]> =>
    readQuotations((await there.discord.nextMessage({ in: place })).content).map(String)

  const answersPrivately = async (): Promise<void> => {
    await tom().directMessage(QUESTION)
    await there.discord.nextMessage({ in: tom() })
  }

  it('has mentions answered in it, as its channel is set', async () => {
    const thread = channel.addThread({ name: 'about it' })
    await tom().says(thread, `@bot ${QUESTION}`, { mentionsBot: true })
    expect(await answerIn(thread)).toContain(BEGAN)
  })

  it('that is archived is opened again by the question, and has it answered', async () => {
    const thread = channel.addThread({ name: 'long ago' })
    thread.archive()
    await tom().says(thread, `@bot ${QUESTION}`, { mentionsBot: true })
    expect(await answerIn(thread)).toContain(BEGAN)
  })

  it('that is a forum post has a mention in its first message answered, and in later ones', async () => {
    const first = await tom().posts(forum, 'The protests', `@bot ${QUESTION}`, { mentionsBot: true })
    const post = { id: first.channelId }
    const reply = await there.discord.nextMessage({ in: post })
    expect(readQuotations(reply.content)).toContain(BEGAN)
    expect(reply.replyTo).toBe(first.id)
    await mara().says(post, `@bot ${QUESTION}`, { mentionsBot: true })
    expect(await answerIn(post)).toContain(BEGAN)
  })

  it('that is a forum post has slash commands answered', async () => {
    const first = await tom().posts(forum, 'By command', 'Let us ask it.')
    const asked = await tom().runs('/ask', { question: QUESTION }, { in: { id: first.channelId } })
    expect(readQuotations((await asked.response()).content)).toContain(BEGAN)
  })

  it('that is locked is not even tried, since the bot may not write in it', async () => {
    const thread = channel.addThread({ name: 'closed' })
    thread.lock()
    const keeper = guild().addMember({ name: 'keeper', permissions: ['ManageThreads'] })
    const before = there.discord.requests.length
    await there.discord.staysSilent({
      in: thread,
      after: () => keeper.says(thread, `@bot ${QUESTION}`, { mentionsBot: true }),
      until: answersPrivately,
    })
    expect(sentTo(thread, before)).toHaveLength(0)
  })

  it.each([
    ['locked', 160_005],
    ['archived', 50_083],
  ])('that is %s while the bot answers is tried once, without an apology', async (_what, code) => {
    const thread = channel.addThread({ name: 'closing' })
    const before = there.discord.requests.length
    there.discord.rest.script('POST /channels/:channel/messages', [{ status: 400, body: { code } }])
    await there.discord.staysSilent({
      in: thread,
      after: async () => {
        await tom().says(thread, `@bot ${QUESTION}`, { mentionsBot: true })
        await there.discord.until(() => sentTo(thread, before).length > 0, { what: 'the refused answer' })
      },
      until: answersPrivately,
    })
    expect(sentTo(thread, before)).toHaveLength(1)
  })

  it('has one answer although Discord takes it, and says twice that it did not', async () => {
    const thread = channel.addThread({ name: 'stuttering' })
    const fails = { status: 500, after: 'accepted' } as const
    there.discord.rest.script('POST /channels/:channel/messages', [fails, fails])
    await tom().says(thread, `@bot ${QUESTION}`, { mentionsBot: true })
    expect(await answerIn(thread)).toContain(BEGAN)
    await there.discord.settled()
    expect(thread.messages()).toHaveLength(2)
  })

  const sentTo = ({ id }: ChannelHandle, since: number) =>
    there.discord.requests.slice(since).filter(({ path }) => path.includes(id))
})

describe('a member who installed the bot for themselves', () => {
  const there = converse()
  let elsewhere: GuildHandle
  let square: ChannelHandle
  beforeAll(() => {
    elsewhere = there.discord.addGuild({ name: 'Elsewhere', botIn: false })
    square = elsewhere.addChannel({ name: 'square' })
  })

  it('is answered in a server that the bot is not in', async () => {
    const vera = elsewhere.addMember({ name: 'vera' })
    const use = { in: square, userInstalled: true }
    const asked = await vera.runs('/ask', { question: QUESTION }, use)
    expect(readQuotations((await asked.response()).content)).toContain(BEGAN)
    for (const line of ['/sections', '/about', '/help'])
      expect((await (await vera.runs(line, {}, use)).response()).content).not.toBe('')
    const read = await vera.runs('/read', { section: '1' }, use)
    expect((await read.response()).content).toContain('1,782')
  })

  it('is answered among other people, and in direct messages', async () => {
    const vera = there.discord.addPerson({ name: 'Vera' })
    for (const place of ['private', 'dm'] as const) {
      const asked = await vera.runs('/ask', { question: QUESTION }, { in: place, userInstalled: true })
      expect(readQuotations((await asked.response()).content)).toContain(BEGAN)
    }
  })

  it('has no command there that is about a server', async () => {
    const vera = elsewhere.addMember({ name: 'vera', permissions: ['ManageGuild'] })
    await expect(vera.runs('/channels list', {}, { in: square, userInstalled: true })).rejects.toThrow(
      'integration_types',
    )
    const forged = await vera.forges({}).runs('/channels list', {}, { in: square, userInstalled: true })
    expect((await forged.response()).content).toContain('a server I was added to')
  })

  it('is offered articles and sections to choose from', async () => {
    const vera = elsewhere.addMember({ name: 'vera' })
    const use = { in: square, userInstalled: true, focused: 'section' }
    expect(await vera.types('/read', { section: 'evil' }, use)).toHaveLength(1)
  })
})
