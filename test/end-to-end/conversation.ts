import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { offered } from '../../commands/index.js'
import { readQuotations } from '../../src/discord/read-back.js'
import { type DiscordDouble, type DoubleOptions, startDiscordDouble } from '../discord-double/double.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle, GuildHandle } from '../discord-double/places.js'
import { quotationsBySecondReader } from '../second-reader.js'
import { type BotProcess, emptyFolder, SHIPPED_CORPUS, startBot } from './bot-process.js'

/** A server with members and channels, and the built bot in it. */
export interface Conversation {
  readonly discord: DiscordDouble
  readonly folder: string
  readonly bot: () => BotProcess
  /** Ends the bot by a signal and starts it anew on the same files. @returns the exit code of the ended one */
  restart(): Promise<number | string>
}

/**
 * Sets up a double of Discord and a bot in it for the tests of one file. After each test the double must have nothing
 * to complain of and every quotation sent must stand in an article byte for byte, as two readers see it; after all the bot must stop cleanly and have said no secret.
 */
export function converse(
  settings: Readonly<Record<string, string>> = {},
  double: DoubleOptions = {},
): Conversation {
  let discord: DiscordDouble | undefined
  let bot: BotProcess | undefined
  const folder = emptyFolder()
  const outputs: string[] = []
  const corpus = settings['CORPUS_DIR'] ?? SHIPPED_CORPUS
  const articles = readdirSync(corpus).map((file) => readFileSync(path.join(corpus, file), 'utf8'))
  let checked = 0
  const must = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('Used before the bot was started.')
    return thing
  }

  async function restart(): Promise<number | string> {
    const code = await must(bot).stop()
    outputs.push(must(bot).output())
    const { gateway, until, ready } = must(discord)
    const before = gateway.identifies.length
    bot = startBot(must(discord), folder, settings)
    const what = 'the bot after its restart'
    await until(() => gateway.identifies.length > before, { what, ...FOR_A_START })
    await ready(FOR_A_START)
    return code
  }

  beforeAll(async () => {
    discord = await startDiscordDouble(double)
    discord.registerCommands(offered.map(({ data }) => data))
    bot = startBot(discord, folder, settings)
    await discord.ready(FOR_A_START)
  })

  afterEach(() => {
    expect(must(discord).takeProblems()).toEqual([])
    for (const content of contentsSent(must(discord)).slice(checked)) {
      const quotations = readQuotations(content)
      expect(quotationsBySecondReader(content)).toEqual(quotations)
      for (const quotation of quotations) {
        expect(articles.some((text) => quotation !== null && text.includes(quotation))).toBe(true)
      }
    }
    checked = contentsSent(must(discord)).length
  })

  afterAll(async () => {
    const code = await must(bot).stop()
    outputs.push(must(bot).output())
    await must(discord).close()
    expect(code).toBe(0)
    expect(outputs.join('')).not.toContain(must(discord).token)
  })

  return {
    get discord() {
      return must(discord)
    },
    folder,
    bot: () => must(bot),
    restart,
  }
}

/** A start takes a second, and half a minute on a machine that does much else. */
const FOR_A_START = { timeout: 40_000 }

/** What the bot has sent to be read, in messages and answers alike. */
const contentsSent = ({ requests }: DiscordDouble): string[] =>
  requests.flatMap(({ body }) => {
    const { content, data } = Object(body)
    return [content, Object(data).content].filter((words) => typeof words === 'string')
  })

/** A server with one channel, a moderator and a member. */
export interface Scene {
  guild(): GuildHandle
  general(): ChannelHandle
  /** May manage the server. */
  mara(): Person
  tom(): Person
}

/** Sets the scene once the double is up. */
export function scene(there: Conversation): Scene {
  let guild: GuildHandle
  let general: ChannelHandle
  let mara: Person
  let tom: Person
  beforeAll(() => {
    guild = there.discord.addGuild({ name: 'Harbour' })
    general = guild.addChannel({ name: 'general' })
    mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
    tom = guild.addMember({ name: 'tom' })
  })
  return { guild: () => guild, general: () => general, mara: () => mara, tom: () => tom }
}
