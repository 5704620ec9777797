import { beforeAll, describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { settableClock } from '../discord-double/clock.js'
import type { MessageView } from '../discord-double/message-view.js'
import type { ChannelHandle } from '../discord-double/places.js'
import { converse, scene } from './conversation.js'

const WITH_CONTENT = (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15)
const WHEN = 'When did the protests begin?'
const BEGAN = 'Protests in Kazakhstan began on January 2, 2022 in the western part of the country.'
const LONG = 'How long is the border between China and Kazakhstan?'
const BORDER = 'The two countries share a border that is more than 1,782 kilometers long.'
const SURE =
  'Who asked the Collective Security Treaty Organization to send troops to help quell the protests?'

describe('a question', () => {
  const clock = settableClock()
  const there = converse({}, { now: clock.now })
  const { guild, general, mara, tom } = scene(there)
  let mentions: ChannelHandle
  let listening: ChannelHandle

  const set = async (channel: ChannelHandle, values: object): Promise<void> => {
    const saved = await mara().runs('/channels add', { channel, ...values } as never, { in: general() })
    expect((await saved.response()).content).toContain('Saved')
  }

  beforeAll(async () => {
    mentions = guild().addChannel({ name: 'mentions' })
    listening = guild().addChannel({ name: 'listening' })
    await set(mentions, { mode: 'mention' })
    await set(listening, { mode: 'questions' })
    await there.discord.until(() => there.discord.gateway.identifies.at(-1)?.intents === WITH_CONTENT, {
      what: 'a connection that may read messages',
    })
    await there.discord.ready()
  })

  /** A question of Tom's and the bot's answer to it. */
  const asked = async (words = WHEN): Promise<[MessageView, MessageView]> => {
    const question = await tom().says(mentions, `@bot ${words}`, { mentionsBot: true })
    return [question, await there.discord.nextMessage({ in: mentions })]
  }

  const edited = (words: string): string => `${there.discord.mention} ${words}`

  const isGone = (message: MessageView): Promise<true> =>
    there.discord.until(() => there.discord.message(message) === undefined, {
      what: 'the answer to be removed',
    })

  /** Waits for what would have been answered after it. */
  const answersPrivately = async (): Promise<void> => {
    await mara().directMessage(WHEN)
    await there.discord.nextMessage({ in: mara() })
    await there.discord.settled()
  }

  it('that mentions the bot and is edited has its answer changed in place, pinging nobody', async () => {
    const [question, answer] = await asked()
    expect(readQuotations(answer.content)).toContain(BEGAN)
    const change = there.discord.nextEdit(answer)
    await tom().edits(question, edited(LONG))
    expect(readQuotations((await change).content)).toEqual([BORDER])
    const { body } = there.discord.requests.findLast(({ method }) => method === 'PATCH') ?? {}
    expect(body).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } })
    expect(there.discord.message(answer)?.replyTo).toBe(question.id)
  })

  it('in a direct message that is edited has its answer changed in place', async () => {
    const question = await tom().directMessage(WHEN)
    const answer = await there.discord.nextMessage({ in: tom() })
    const change = there.discord.nextEdit(answer)
    await tom().edits(question, LONG)
    expect(readQuotations((await change).content)).toEqual([BORDER])
  })

  it('that is edited to one the article does not answer has that said in place', async () => {
    const [question, answer] = await asked()
    const change = there.discord.nextEdit(answer)
    await tom().edits(question, edited('Who won the World Cup in 2018?'))
    expect((await change).content).toContain('does not say')
  })

  it('that is edited twice ends with the answer to its last words', async () => {
    const [question, answer] = await asked()
    await Promise.all([tom().edits(question, edited(SURE)), tom().edits(question, edited(LONG))])
    await answersPrivately()
    expect(readQuotations(there.discord.message(answer)?.content ?? '')).toEqual([BORDER])
  })

  it('that is edited while it is answered has its answer follow', async () => {
    there.discord.rest.script('POST /channels/:channel/messages', [{ delay: 300 }])
    const question = await tom().says(mentions, `@bot ${WHEN}`, { mentionsBot: true })
    await tom().edits(question, edited(LONG))
    const answer = await there.discord.nextMessage({ in: mentions })
    await there.discord.until(() => there.discord.message(answer)?.edited, { what: 'an edit' })
    expect(readQuotations(there.discord.message(answer)?.content ?? '')).toEqual([BORDER])
  })

  it('that the bot is no longer mentioned in loses its answer', async () => {
    const [question, answer] = await asked()
    await tom().edits(question, 'Never mind.')
    await isGone(answer)
  })

  it('that gets a preview, a pin or a thread, and no new words, keeps its answer as it is', async () => {
    const [question, answer] = await asked()
    const { world } = there.discord
    const raw = world.messages.get(question.id)
    if (raw === undefined) throw new Error('The question is gone.')
    world.editMessage(raw, { pinned: true, edited_timestamp: null })
    mentions.addThread({ name: 'more', from: question })
    await answersPrivately()
    expect(there.discord.message(answer)?.edited).toBe(false)
  })

  it('that was answered unasked and is edited has its answer follow, and lose its place when it is none any more', async () => {
    const question = await tom().says(listening, SURE)
    const answer = await there.discord.nextMessage({ in: listening })
    await tom().edits(question, 'What is the best pizza topping?')
    await isGone(answer)
  })

  it('that is edited while people have time to answer it is answered by its last words, and not when it is deleted', async () => {
    const slow = guild().addChannel({ name: 'slow' })
    await set(slow, { mode: 'questions' })
    const saved = await mara().runs(
      '/channels cooldown',
      { channel: slow, seconds: 0, wait: 1 },
      { in: general() },
    )
    expect((await saved.response()).content).toContain('Saved')
    const [deleted, question] = [await tom().says(slow, SURE), await tom().says(slow, SURE)]
    await tom().deletes(deleted)
    await tom().edits(question, 'What did Wang Yi tell Mukhtar Tileuberdi?')
    const answer = await there.discord.nextMessage({ in: slow })
    expect(answer.replyTo).toBe(question.id)
    expect(answer.content).toContain('Wang Yi said that China would ensure')
    await answersPrivately()
    expect(slow.messages()).toHaveLength(2)
  })

  it('that is deleted takes its answer with it, in servers and in private', async () => {
    const [question, answer] = await asked()
    await tom().deletes(question)
    await isGone(answer)
    const inPrivate = await tom().directMessage(WHEN)
    const answered = await there.discord.nextMessage({ in: tom() })
    await tom().deletes(inPrivate)
    await isGone(answered)
  })

  it('that moderators purge takes its answer with it', async () => {
    const [question, answer] = await asked()
    mentions.purge(question)
    await isGone(answer)
  })

  it('that is deleted while it is answered leaves no answer', async () => {
    there.discord.rest.script('POST /channels/:channel/messages', [{ delay: 300 }])
    const question = await tom().says(mentions, `@bot ${WHEN}`, { mentionsBot: true })
    await tom().deletes(question)
    await isGone(await there.discord.nextMessage({ in: mentions }))
  })

  it('whose answer somebody removed gets no second one when it is edited or deleted', async () => {
    const [question, answer] = await asked()
    mentions.purge(answer)
    await tom().edits(question, edited(LONG))
    await tom().deletes(question)
    await answersPrivately()
    expect(mentions.messages().some(({ replyTo }) => replyTo === question.id)).toBe(false)
  })

  it('of somebody else that is edited or deleted costs no request', async () => {
    const remark = await tom().says(mentions, 'I was there.')
    const before = there.discord.requests.length
    await tom().edits(remark, 'I was there twice.')
    await tom().deletes(remark)
    await there.discord.settled()
    expect(there.discord.requests.slice(before)).toEqual([])
  })

  it('asked before a restart has its answer follow too', async () => {
    const [first, toFirst] = await asked()
    const [second, toSecond] = await asked(LONG)
    await there.restart()
    const change = there.discord.nextEdit(toFirst)
    await tom().edits(first, edited(LONG))
    expect(readQuotations((await change).content)).toEqual([BORDER])
    await tom().deletes(second)
    await isGone(toSecond)
  })

  it('that is edited after five minutes keeps its answer as it is', async () => {
    const [question, answer] = await asked()
    clock.advance(5 * 60_000 + 1000) // for good: from here on Discord's clock is ahead of the bot's
    await tom().edits(question, edited(LONG))
    await answersPrivately()
    expect(there.discord.message(answer)?.edited).toBe(false)
  })
})
