import { describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import type { ChannelHandle } from '../discord-double/places.js'
import { converse, scene } from './conversation.js'

const SURE = 'What did Wang Yi tell Mukhtar Tileuberdi?'
const UNSURE = 'What did Tokayev say?'

describe('/simulate', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)

  const command = async (line: string, values: object): Promise<string> => {
    const asked = await mara().runs(line, values as never, { in: general() })
    const { content, ephemeral } = await asked.response()
    expect(ephemeral).toBe(true)
    return content
  }
  const simulate = (channel: ChannelHandle, text: string): Promise<string> =>
    command('/simulate', { channel, text })

  const channelIn = async (mode: string): Promise<ChannelHandle> => {
    const channel = guild().addChannel({ name: `simulated-${mode}` })
    await command('/channels add', { channel, mode })
    return channel
  }

  it('shows that it would answer, how sure it is, and the answer', async () => {
    const shown = await simulate(await channelIn('questions'), SURE)
    expect(shown).toContain('**In #simulated-questions I would answer**')
    expect(shown).toContain('sure enough of the answer to give it unasked')
    expect(shown).toMatch(
      /I am 9\d % sure of the answer\. There it takes 20 % when I am asked, and 88 % when I am not/,
    )
    expect(readQuotations(shown)).not.toEqual([])
  })

  it('shows that it answers whoever mentions it, and in a thread where that is set', async () => {
    const shown = await simulate(await channelIn('thread'), `${there.discord.mention} ${UNSURE}`)
    expect(shown).toContain('I would answer in a thread of the question')
    expect(shown).toContain('It mentions me')
  })

  it('shows how long people would have to answer first', async () => {
    const channel = await channelIn('questions')
    await command('/channels cooldown', { channel, wait: 30 })
    expect(await simulate(channel, SURE)).toContain('people have 30 s to answer')
  })

  it('says nothing in the channel', async () => {
    const channel = await channelIn('questions')
    await simulate(channel, SURE)
    expect(channel.messages()).toEqual([])
  })

  it.each<[string, string, string, string]>([
    ['the channel is off', 'off', SURE, 'I am off there'],
    ['nobody mentions it', 'mention', SURE, 'The mode there is mention'],
    ['somebody else is meant', 'questions', '<@123456789012345678> what happened?', 'said to somebody else'],
    ['all are meant', 'questions', '@everyone what happened in Almaty?', 'said to somebody else'],
    ['nothing is asked', 'questions', 'I like Wang Yi.', 'does not look like a question'],
    ['the article does not say', 'questions', 'What is the best pizza topping?', 'allowed there do not say'],
    ['it is not sure enough', 'questions', UNSURE, 'not sure enough'],
  ])('shows that it would stay silent when %s', async (_when, mode, text, gate) => {
    const shown = await simulate(await channelIn(mode), text)
    expect(shown).toContain('I would stay silent')
    expect(shown).toContain(gate)
    expect(shown).toContain('If I were asked there, I would say:')
  })

  it('shows that it would stay silent when it lacks a permission, and which', async () => {
    const channel = await channelIn('questions')
    channel.denyBot('SendMessages')
    expect(await simulate(channel, SURE)).toContain('I lack Send Messages there.')
    const threads = await channelIn('thread')
    threads.denyBot('CreatePublicThreads')
    expect(await simulate(threads, SURE)).toContain('I lack Create Public Threads there.')
  })

  it('shows that it would stay silent in a cooldown', async () => {
    const channel = await channelIn('questions')
    await there.discord.until(() => there.discord.gateway.identifies.length > 1, { what: 'a new session' })
    await there.discord.ready()
    await tom().says(channel, SURE)
    await there.discord.nextMessage({ in: channel })
    expect(await simulate(channel, SURE)).toMatch(/the cooldown lasts [1-9]\d? s more/)
  })

  it('is for moderators', async () => {
    const forged = await tom()
      .forges({ member: { permissions: '0' } })
      .runs('/simulate', { channel: general(), text: SURE }, { in: general() })
    expect((await forged.response()).content).toContain('This is for moderators')
  })
})
