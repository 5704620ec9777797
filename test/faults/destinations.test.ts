import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { startDiscordDouble } from '../discord-double/double.js'
import { emptyFolder, run, SHIPPED_CORPUS } from '../end-to-end/bot-process.js'
import { freePort } from '../free-port.js'
import { hasPostgresql, LEFT_OUT, startPostgresql } from '../store/postgresql-server.js'
import { isAnswered, onStage, QUESTION, type Stage } from './faults.js'

const WATCH = new URL('destinations-watch.mjs', import.meta.url).href
const watched = (...reachable: string[]): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import=${WATCH}`,
  REACHABLE: reachable.join(' '),
})

/** Every address that a program reached for, as `destinations-watch.mjs` tells it. */
const destinationsIn = (output: string): string[] =>
  [...new Set([...output.matchAll(/^reaches for (.*)$/gm)].map(([, address = '']) => address))].sort()

/** The shipped article, and one whose source is a page elsewhere: its address is shown, and never asked. */
function corpusWithSource(): string {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  copyFileSync(path.join(SHIPPED_CORPUS, 'kazakhstan-2022.txt'), path.join(folder, 'kazakhstan-2022.txt'))
  writeFileSync(
    path.join(folder, 'lamp.md'),
    '---\ntitle: The lamp of Vell\npublisher: Harbour Gazette\nurl: https://gazette.example/lamp\npublished: 2021-05-01\n---\n\nThe lamp of Vell was painted green by Ola Brandt. See https://vell.example and ![a picture](https://vell.example/lamp.png).\n',
  )
  return folder
}

/** Does a bit of everything that members and moderators do. */
async function mixedSession({ discord }: Stage): Promise<void> {
  await discord.ready()
  const guild = discord.addGuild({ name: 'Harbour' })
  const channel = guild.addChannel({ name: 'general' })
  const mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
  const tom = guild.addMember({ name: 'tom' })
  const runs = async (line: string, values: Record<string, unknown> = {}): Promise<string> =>
    (await (await mara.runs(line, values as never, { in: channel })).response()).content

  await isAnswered(discord, tom)
  expect(await runs('/ask', { question: 'Who painted the lamp of Vell?' })).toContain('gazette.example')
  for (const [line, values] of [
    ['/search', { terms: 'fuel' }],
    ['/quote', { text: 'Protests in Kazakhstan began on January 2, 2022' }],
    ['/sections', {}],
    ['/read', { section: '3' }],
    ['/who', { name: 'Yang Jin' }],
    ['/said', { speaker: 'Yang Jin' }],
    ['/timeline', {}],
    ['/articles', {}],
    ['/about', {}],
    ['/help', {}],
    ['/privacy', {}],
    ['/channels add', { channel, mode: 'thread' }],
    ['/simulate', { channel, text: QUESTION }],
    ['/status', {}],
  ] as const) {
    expect(await runs(line, values)).not.toBe('')
  }
  await discord.until(() => discord.gateway.identifies.length === 2, {
    what: 'a session that reads messages',
  })
  await discord.ready()
  const link = 'See https://elsewhere.example/page and https://gazette.example/lamp'
  await tom.says(channel, link, {
    raw: { embeds: [{ url: 'https://elsewhere.example/page' }] },
  })
  const question = await tom.says(channel, `@bot ${QUESTION}`, { mentionsBot: true })
  await discord.nextMessage()
  await tom.edits(question, `${discord.mention} Who painted the lamp of Vell?`)
  const asked = await tom.runs('/ask', { question: QUESTION }, { in: channel })
  await asked.response()
  for (const button of ['In context', 'More', 'Why this?']) {
    await (await tom.presses(asked, button)).response()
  }
  discord.gateway.drop()
  await discord.until(() => discord.gateway.sessions.at(-1)?.resumes === 1, { what: 'a resumed session' })
  await isAnswered(discord, mara)
}

describe('what Verbatim reaches for', () => {
  it('refuses and tells the rest: the watch itself', () => {
    const elsewhere = `
      await fetch('http://192.0.2.1:81/').catch(() => {})
      await fetch('http://name.example/').catch(() => {})`
    const { stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', elsewhere], {
      env: watched(),
      encoding: 'utf8',
    })
    expect(destinationsIn(stderr)).toEqual(['192.0.2.1:81', 'name.example:80'])
  })

  it('is the API of Discord alone, whatever members, moderators and articles say', async () => {
    await onStage(async (stage) => {
      const { host } = new URL(stage.discord.apiUrl)
      const bot = stage.start({
        ...watched(host),
        CORPUS_DIR: corpusWithSource(),
        METRICS_PORT: String(await freePort()),
      })
      await mixedSession(stage)
      expect(await bot.stop()).toBe(0)
      expect(destinationsIn(bot.output())).toEqual([host])
    })
  })

  it.skipIf(!hasPostgresql)(`is that and the database where one is set${LEFT_OUT}`, async () => {
    const server = await startPostgresql()
    try {
      const address = await server.createDatabase('verbatim')
      await onStage(async (stage) => {
        const hosts = [new URL(stage.discord.apiUrl).host, new URL(address).host].sort()
        const bot = stage.start({
          ...watched(...hosts),
          CORPUS_DIR: corpusWithSource(),
          DATABASE_URL: address,
        })
        await mixedSession(stage)
        expect(await bot.stop()).toBe(0)
        expect(destinationsIn(bot.output())).toEqual(hosts)
      })
    } finally {
      await server.close()
    }
  })

  it('is nothing where it answers in the terminal, and the API alone where commands are registered', async () => {
    const asked = await run(['ask', QUESTION], watched())
    expect(asked.stdout).toContain('January 2, 2022')
    const chatted = await run([], watched(), `${QUESTION}\n`)
    expect(chatted.stdout).toContain('January 2, 2022')
    expect(destinationsIn(asked.stderr + chatted.stderr)).toEqual([])

    const discord = await startDiscordDouble()
    const { host } = new URL(discord.apiUrl)
    const login = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }
    const registered = await run(['deploy-commands'], { ...watched(host), ...login })
    await discord.close()
    expect(registered.code).toBe(0)
    expect(destinationsIn(registered.stderr)).toEqual([host])
  })
})
