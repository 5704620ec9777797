import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Scripted } from '../discord-double/rest.js'
import { emptyFolder } from '../end-to-end/bot-process.js'
import { CALLBACKS, isAnswered, newcomer, onStage, QUESTION, SENDS } from './faults.js'

/** Of the article that the bot answers from. */
const TITLE = 'China supports deployment of Russian-led troops in Kazakhstan'
const CANARY = 'Did the canary named Quillfeather sing about Kazakhstan to nobody at all?'

/** What Discord may answer that makes a bug or a refusal, each with a body that repeats what was sent. */
const FAILURES: readonly Scripted[] = [
  {
    status: 400,
    body: { code: 50_035, message: `Invalid form body: ${CANARY}`, errors: { content: CANARY } },
  },
  { status: 403, body: { code: 50_013, message: `Missing permissions: ${CANARY}` } },
  { status: 404, body: { code: 10_062, message: CANARY } },
  { status: 500, body: CANARY },
  { status: 502, body: `<html>${CANARY}</html>` },
  'drop',
]

describe('what the log tells', () => {
  it('V1: no token, no question and nothing Discord says, whatever goes wrong', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      const tokens: string[] = []
      for (const failure of FAILURES) {
        const { at, who } = newcomer(discord)
        discord.rest.script(CALLBACKS, [failure, failure])
        const asked = await who.runs('/ask', { question: CANARY }, { in: at })
        tokens.push(String(asked.payload['token']))
        discord.rest.script(SENDS, [failure, failure])
        await who.directMessage(CANARY)
        // where the connection drops just then, nothing is under way, and yet nothing has been met
        const met = (at: string) =>
          discord.requests.some(({ route, scripted }) => route === at && scripted === failure)
        await discord.until(() => met(CALLBACKS) && met(SENDS), { what: 'both failures', timeout: 20_000 })
        await discord.settled({ timeout: 20_000 })
        discord.rest.unscript()
      }
      const { at, who } = newcomer(discord)
      const forged = who.forges({ data: { options: [{ name: 'question', type: 4, value: CANARY }] } })
      await (await forged.runs('/ask', { question: CANARY }, { in: at })).response()
      discord.gateway.dispatch('INTERACTION_CREATE', {
        id: '1',
        token: CANARY,
        type: 2,
        data: { name: CANARY },
      })
      await isAnswered(discord, newcomer(discord).who)
      discord.takeProblems()

      expect(bot.output()).toMatch(/"status":50[02]/)
      for (const secret of [...tokens, 'Quillfeather', discord.token])
        expect(bot.output()).not.toContain(secret)
    })
  })

  it('V2: no words, names or ids of members; lines stay lines, and marks of direction are written out', async () => {
    const folder = emptyFolder()
    const name = 'evil\u202Egnp\u2066.exe'
    for (const file of [name, 'two\nlines.exe', 'red\u001B[31m.exe'])
      writeFileSync(path.join(folder, file), 'x')
    writeFileSync(path.join(folder, 'harbour.txt'), 'The harbour\n\nThe harbour of Vell was built in 1931.\n')
    await onStage(async ({ discord, start }) => {
      const bot = start({ CORPUS_DIR: folder })
      await discord.ready()
      const guild = discord.addGuild({ name: 'Server Quillfeather' })
      const channel = guild.addChannel({ name: 'channel-quillfeather' })
      const who = guild.addMember({ name: 'Nia Quillfeather', permissions: ['ManageGuild'] })
      await (await who.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
      await who.says(channel, `@bot ${CANARY}`, { mentionsBot: true })
      await discord.nextMessage({ in: channel })
      const forged = who.forges({ data: { name: 'ask\u202E\n{"level":60}' } })
      await (await forged.runs('/ask', { question: CANARY }, { in: channel })).response()
      const pressing = await who.runs('/ask', { question: CANARY }, { in: channel })
      await pressing.response()
      await (await who.forges({ data: { custom_id: 'v1:\u202E\n:1' } }).presses(pressing, 'any')).response()
      await bot.stop()

      const lines = bot.output().trim().split('\n')
      for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
      expect(bot.output()).toContain('evil')
      expect(bot.output()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/)
      expect(bot.output().toLowerCase()).not.toContain('quillfeather')
      expect(bot.output()).not.toContain(who.id)
      expect(bot.output()).toContain(channel.id)
    })
  })

  it('V5: what members write is nowhere in memory once it is answered', async () => {
    await onStage(async ({ discord, start }) => {
      const folder = emptyFolder()
      const bot = start({ NODE_OPTIONS: '--heapsnapshot-signal=SIGUSR2' }, folder)
      await discord.ready()
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const who = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
      await (await who.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
      await who.says(channel, CANARY)
      await who.says(channel, `@bot ${CANARY}`, { mentionsBot: true })
      await discord.nextMessage({ in: channel })
      const other = guild.addMember({ name: 'tom' })
      await other.directMessage(CANARY)
      await discord.nextMessage({ in: other })
      const goesOn = async (): Promise<void> => {
        const { who } = newcomer(discord)
        await who.directMessage(QUESTION)
        await discord.nextMessage({ in: who, timeout: 60_000 }) // a snapshot takes seconds
      }
      for (const _ of [1, 2, 3]) await goesOn() // the engine itself keeps the last text it searched
      const snapshot = await snapshotOf(bot.child.pid, folder, goesOn)
      // the article is there: it is the bot's memory (of a long text a snapshot has the beginning)
      expect(snapshot.includes(TITLE)).toBe(true)
      expect(snapshot.includes(CANARY.slice(0, -1))).toBe(false)
    })
  }, 100_000)
})

/**
 * @param goesOn ends when the process does something again
 * @returns all strings in the memory of a process, once what is no longer used has been cleared away
 */
async function snapshotOf(
  pid: number | undefined,
  folder: string,
  goesOn: () => Promise<void>,
): Promise<string> {
  if (pid === undefined) throw new Error('The process has not started.')
  process.kill(pid, 'SIGUSR2')
  for (;;) {
    await goesOn()
    const file = readdirSync(folder).find((name) => name.endsWith('.heapsnapshot'))
    const snapshot = file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8')
    if (!snapshot.trimEnd().endsWith(']}')) continue
    rmSync(folder, { recursive: true }) // it is large
    return snapshot
  }
}
