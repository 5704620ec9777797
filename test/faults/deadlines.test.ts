import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import type { Answering } from '../../src/answering/answering.js'
import { answerInWorker } from '../../src/worker/answer-in-worker.js'
import { settableClock } from '../discord-double/clock.js'
import { converse, scene } from '../end-to-end/conversation.js'
import { runBotHere } from './bot-here.js'
import { ANSWER, CALLBACKS, countOf, isAnswered, onStage, QUESTION } from './faults.js'

const HOSTILE = new URL('../worker/hostile-thread.mjs', import.meta.url)

/** Answers as usual, but from the question `from` on each is held up until it is let go. */
function heldUp(from = 1): { readonly answering: (usual: Answering) => Answering; letGo(): void } {
  let letGo: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let asked = 0
  return {
    letGo: () => letGo(),
    answering: (usual) => ({
      ...usual,
      async answer(...question) {
        if (++asked >= from) await gone
        return usual.answer(...question)
      },
    }),
  }
}

describe('deadlines of Discord', () => {
  it('I1: says that an answer comes where the search takes long, and then gives it', async () => {
    await onStage(async ({ discord }) => {
      const { answering, letGo } = heldUp()
      const bot = await runBotHere(discord, { answering })
      await discord.ready()
      const guild = discord.addGuild({ name: 'Harbour' })
      const tom = guild.addMember({ name: 'tom' })
      const asked = await tom.runs(
        '/ask',
        { question: QUESTION },
        { in: guild.addChannel({ name: 'general' }) },
      )
      await discord.until(() => asked.callbacks.length === 1, { what: 'a first word' })
      expect(asked.callbacks[0]).toMatchObject({ type: 5 })
      letGo()
      const answer = await asked.response()
      expect(answer).toMatchObject({ deferred: true, content: expect.stringContaining(ANSWER) })
      expect(discord.problems).toEqual([])
      await bot.stop()
    })
  })

  it('I1: says so to the words of a form as well', async () => {
    await onStage(async ({ discord }) => {
      const { answering, letGo } = heldUp(2)
      const bot = await runBotHere(discord, { answering })
      await discord.ready()
      const guild = discord.addGuild({ name: 'Harbour' })
      const tom = guild.addMember({ name: 'tom' })
      const asked = await tom.runs(
        '/ask',
        { question: QUESTION },
        { in: guild.addChannel({ name: 'general' }) },
      )
      await asked.response()
      const opened = await tom.presses(asked, 'Follow up')
      const sent = await tom.submits(opened, { 'Your next question': QUESTION })
      await discord.until(() => sent.callbacks.length === 1, { what: 'a first word' })
      expect(sent.callbacks[0]).toMatchObject({ type: 5 })
      letGo()
      expect(await sent.response()).toMatchObject({
        deferred: true,
        content: expect.stringContaining(ANSWER),
      })
      expect(discord.problems).toEqual([])
      await bot.stop()
    })
  })

  it('I3: drops an answer that comes after fifteen minutes, and counts it', async () => {
    const clock = settableClock()
    await onStage(
      async ({ discord }) => {
        const { answering, letGo } = heldUp()
        const bot = await runBotHere(discord, { answering })
        await discord.ready()
        const guild = discord.addGuild({ name: 'Harbour' })
        const channel = guild.addChannel({ name: 'general' })
        const tom = guild.addMember({ name: 'tom' })
        const asked = await tom.runs('/ask', { question: QUESTION }, { in: channel })
        await discord.until(() => asked.callbacks.length === 1, { what: 'a first word' })
        clock.advance(16 * 60_000)
        const before = discord.requests.length
        letGo()
        await vi.waitFor(() => expect(bot.log()).toContain('too late'), 5000)
        await isAnswered(discord, tom)
        expect(discord.requests.slice(before).filter(({ path }) => path.includes('/webhooks/'))).toHaveLength(
          1,
        )
        expect(bot.log()).not.toContain('unhandled')
        await bot.stop()
      },
      { now: clock.now },
    )
  })

  it('I4: answers on after questions that hang, exhaust or end the thread they are answered in', async () => {
    await onStage(async ({ discord }) => {
      const ends: string[] = []
      const hostile = await answerInWorker([], (reason) => ends.push(reason), HOSTILE)
      const bot = await runBotHere(discord, {
        answering: (usual) => ({
          ...usual,
          answer: (question, ...more) =>
            (/^(?:loop|grow|die)$/.test(question) ? hostile : usual).answer(question, ...more),
        }),
      })
      await discord.ready()
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const tom = guild.addMember({ name: 'tom' })
      for (const question of ['loop', 'grow', 'die']) {
        const asked = await tom.runs('/ask', { question }, { in: channel })
        await isAnswered(discord, tom)
        expect((await asked.response({ timeout: 15_000 })).content).toContain('fewer words')
      }
      expect(ends).toHaveLength(3)
      expect(discord.problems).toEqual([])
      await bot.stop()
    })
  }, 60_000)
})

describe('answers that meet a change', () => {
  const there = converse()
  const { general, guild, mara, tom } = scene(there)

  it('I5: says nothing more where its answer is deleted before the question is edited, or pressed', async () => {
    const { discord } = there
    await (
      await mara().runs('/channels add', { channel: general(), mode: 'mention' }, { in: general() })
    ).response()
    const question = await tom().says(general(), `@bot ${QUESTION}`, { mentionsBot: true })
    const answer = await discord.nextMessage({ in: general() })
    const { raw } = answer
    discord.world.removeMessage(discord.world.messages.get(raw.id) ?? raw)
    await discord.staysSilent({
      in: general(),
      after: () => tom().edits(question, `<@${discord.botUser.id}> Who is the president of Kazakhstan?`),
      until: () => isAnswered(discord, tom()),
    })

    const asked = await tom().runs('/ask', { question: QUESTION }, { in: general() })
    await asked.response()
    discord.rest.script(CALLBACKS, [{ status: 404, body: { code: 10_008, message: 'Unknown Message' } }])
    const before = countOf(discord, CALLBACKS)
    await tom().presses(asked, 'More')
    await discord.until(() => countOf(discord, CALLBACKS) > before, { what: 'the answer to the press' })
    await isAnswered(discord, tom())
    expect(countOf(discord, CALLBACKS)).toBe(before + 1)
    expect(there.bot().output()).not.toContain('unhandled')
  })

  it('I2: leaves unasked questions alone while it cannot keep up, and answers who asks', async () => {
    const { discord } = there
    const channel = guild().addChannel({ name: 'open' })
    await (await mara().runs('/channels add', { channel, mode: 'questions' }, { in: general() })).response()
    await discord.until(() => discord.gateway.identifies.length === 2, {
      what: 'a new session',
      timeout: 15_000,
    })
    await discord.ready({ timeout: 15_000 })
    const { child } = there.bot()
    child.kill('SIGSTOP')
    await tom().says(channel, QUESTION)
    await sleep(1500) // in which it does nothing at all
    child.kill('SIGCONT')
    await discord.staysSilent({
      in: channel,
      after: async () => {},
      until: () => isAnswered(discord, mara()),
    })
    expect(there.bot().output()).toContain('"gate":"overload"')
    await vi.waitFor(
      async () => {
        await tom().says(channel, QUESTION)
        expect((await discord.nextMessage({ in: channel, timeout: 1500 })).content).toContain(ANSWER)
      },
      { timeout: 30_000 },
    )
  }, 60_000)
})
