import { describe, expect, it } from 'vitest'
import { converse, scene } from './conversation.js'

describe('somebody who asks too much', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)
  const QUESTION = 'When did the protests begin?'

  it('is told so once by message, then met with silence, while others are answered', async () => {
    const vera = guild().addMember({ name: 'vera' })
    const answers: string[] = []
    for (let time = 0; time < 30; time++) {
      await vera.directMessage(QUESTION)
      answers.push((await there.discord.nextMessage({ in: vera })).content)
    }
    expect(answers.every((content) => content.includes('January 2, 2022'))).toBe(true)
    await vera.directMessage(QUESTION)
    expect((await there.discord.nextMessage({ in: vera })).content).toMatch(
      /^That was a lot at once. Ask again in \d+ second/,
    )
    await there.discord.staysSilent({
      in: vera,
      after: () => vera.directMessage(QUESTION),
      until: async () => {
        await tom().directMessage(QUESTION)
        expect((await there.discord.nextMessage({ in: tom() })).content).toContain('January 2, 2022')
      },
    })
  })

  it('is told so by command, to them alone, in their language', async () => {
    const lena = guild().addMember({ name: 'lena', locale: 'ru' })
    const asks = async (): Promise<{ content: string; ephemeral: boolean }> =>
      await (await lena.runs('/help', {}, { in: general() })).response()
    for (let time = 0; time < 30; time++) await asks()
    expect(await asks()).toMatchObject({
      content: expect.stringContaining('Слишком много сразу'),
      ephemeral: true,
    })
  })

  it('is met with silence where nobody asked the bot', async () => {
    const channel = guild().addChannel({ name: 'open' })
    await (await mara().runs('/channels add', { channel, mode: 'questions' }, { in: general() })).response()
    await there.discord.until(() => there.discord.gateway.identifies.length === 2, { what: 'a new session' })
    await there.discord.ready()
    const ivo = guild().addMember({ name: 'ivo' })
    for (let time = 0; time < 30; time++) await (await ivo.runs('/help', {}, { in: general() })).response()
    await there.discord.staysSilent({
      in: channel,
      after: () => ivo.says(channel, QUESTION),
      until: async () => {
        await tom().directMessage(QUESTION)
        await there.discord.nextMessage({ in: tom() })
      },
    })
    await tom().says(channel, QUESTION)
    expect((await there.discord.nextMessage({ in: channel })).content).toContain('January 2, 2022')
  })
})
