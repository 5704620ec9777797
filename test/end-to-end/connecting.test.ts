import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { offered } from '../../commands/index.js'
import { type DiscordDouble, startDiscordDouble } from '../discord-double/double.js'
import { type BotProcess, emptyFolder, startBot } from './bot-process.js'

const MESSAGE_CONTENT = 1 << 15
const CONFIGURATION = 78
const TRY_LATER = 75

describe('connecting to Discord', () => {
  let discord: DiscordDouble
  const bots: BotProcess[] = []
  const start = (folder: string, settings?: Record<string, string>): BotProcess => {
    const bot = startBot(discord, folder, settings)
    bots.push(bot)
    return bot
  }

  beforeEach(async () => {
    discord = await startDiscordDouble()
    discord.registerCommands(offered.map(({ data }) => data))
  })

  afterEach(async () => {
    await Promise.all(bots.splice(0).map((bot) => bot.stop('SIGKILL')))
    await discord.close()
  })

  it('asks for message content only while some channel listens for questions', async () => {
    const folder = emptyFolder()
    const bot = start(folder)
    await discord.ready()
    expect(intentsOf(discord)).toEqual([false])

    const { channel, mara } = place(discord)
    await (await mara.runs('/channels add', { channel, mode: 'questions' }, { in: channel })).response()
    await discord.until(() => discord.gateway.identifies.length === 2, { what: 'a new session' })
    expect(intentsOf(discord)).toEqual([false, true])
    await discord.ready()

    await (await mara.runs('/channels remove', { channel }, { in: channel })).response()
    expect(await bot.stop()).toBe(0)
    start(folder)
    await discord.until(() => discord.gateway.identifies.length === 3, { what: 'the bot after its restart' })
    expect(intentsOf(discord)).toEqual([false, true, false])
  })

  it('goes on as before when it cannot connect anew, and answers everything once', async () => {
    const bot = start(emptyFolder())
    await discord.ready()
    const { channel, mara } = place(discord)
    discord.gateway.refuseUpgrades(503)
    await (await mara.runs('/channels add', { channel, mode: 'questions' }, { in: channel })).response()
    await bot.says('Discord cannot be reached')
    discord.gateway.acceptUpgrades()
    await discord.settled({ quiet: 1500 })
    for (let time = 0; time < 4; time++) {
      await mara.directMessage('When did the protests begin?')
      expect((await discord.nextMessage({ in: mara })).content).toContain('January 2, 2022')
    }
    expect(bot.output()).not.toContain('"level":50,"message"')
  })

  it('never asks for message content where MESSAGE_CONTENT is off', async () => {
    const folder = emptyFolder()
    start(folder, { MESSAGE_CONTENT: 'off' })
    await discord.ready()
    const { channel, mara } = place(discord)
    await (await mara.runs('/channels add', { channel, mode: 'questions' }, { in: channel })).response()
    await mara.says(channel, '@bot When did the protests begin?', { mentionsBot: true })
    expect((await discord.nextMessage({ in: channel })).content).toContain('January 2, 2022')
    expect(intentsOf(discord)).toEqual([false])
  })

  it('ends with 75 when Discord cannot be reached', async () => {
    const bot = start(emptyFolder(), { DISCORD_API_URL: 'http://127.0.0.1:9/api' })
    expect(await bot.ended()).toBe(TRY_LATER)
  })

  it('starts without an article and says so', async () => {
    const folder = emptyFolder()
    mkdirSync(path.join(folder, 'none'))
    const bot = start(folder, { CORPUS_DIR: 'none' })
    await discord.ready()
    const { mara } = place(discord)
    await mara.directMessage('When did the protests begin?')
    expect((await discord.nextMessage({ in: mara })).content).toContain('no article')
    expect(bot.output()).toContain('no article is loaded')
  })

  it('ends with 78 and the remedy when the folder of articles is missing', async () => {
    const bot = start(emptyFolder(), { CORPUS_DIR: 'missing' })
    expect(await bot.ended()).toBe(CONFIGURATION)
    expect(bot.output()).toContain('"missing" does not exist')
  })

  it('ends with 78 and leaves the file alone when the settings file is no database', async () => {
    const folder = emptyFolder()
    const file = path.join(folder, 'notes.txt')
    writeFileSync(file, 'my notes, no database\n'.repeat(100))
    const bot = start(folder, { DATABASE_FILE: file })
    expect(await bot.ended()).toBe(CONFIGURATION)
    expect(bot.output()).toContain('file is not a database')
    expect(readFileSync(file, 'utf8')).toBe('my notes, no database\n'.repeat(100))
  })

  it("writes no member's words and no error of discord.js to its log", async () => {
    const bot = start(emptyFolder())
    await discord.ready()
    const { channel, mara } = place(discord)
    await (await mara.runs('/ask', { question: 'canary begin protests' }, { in: channel })).response()
    await mara.directMessage('canary begin protests')
    await discord.nextMessage({ in: mara })
    discord.rest.script('POST /channels/:channel/messages', [
      { status: 403, body: { code: 50013, message: 'Missing Permissions' } },
    ])
    await mara.directMessage('canary protests began')
    await bot.says('50013')
    await bot.stop()
    expect(bot.output()).toContain('answered')
    expect(bot.output()).not.toContain('canary')
    expect(bot.output()).not.toContain('requestBody')
  })

  it('finishes the answers in flight when it is told to stop', async () => {
    const bot = start(emptyFolder())
    await discord.ready()
    const { mara } = place(discord)
    discord.rest.script('POST /channels/:channel/messages', [{ delay: 700 }])
    await mara.directMessage('When did the protests begin?')
    await discord.until(
      () => discord.requests.some(({ route }) => route === 'POST /channels/:channel/messages'),
      {
        what: 'an answer on its way',
      },
    )
    expect(await bot.stop()).toBe(0)
    expect((await discord.nextMessage({ in: mara })).content).toContain('January 2, 2022')
  })
})

const intentsOf = (discord: DiscordDouble): boolean[] =>
  discord.gateway.identifies.map(({ intents }) => (intents & MESSAGE_CONTENT) !== 0)

function place(discord: DiscordDouble) {
  const guild = discord.addGuild({ name: 'Harbour' })
  return {
    channel: guild.addChannel({ name: 'general' }),
    mara: guild.addMember({ name: 'mara', permissions: ['ManageGuild'] }),
  }
}
