import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { offered } from '../../commands/index.js'
import { type DiscordDouble, startDiscordDouble } from '../discord-double/double.js'
import { emptyFolder, MAIN, run } from './bot-process.js'

/** What Discord is told of each command and entry of a menu. */
const bodies = offered.map(({ data }) => data)

describe('deploy-commands', () => {
  let discord: DiscordDouble

  beforeEach(async () => {
    discord = await startDiscordDouble()
  })

  afterEach(async () => {
    expect(discord.takeProblems()).toEqual([])
    await discord.close()
  })

  const deploy = (token = discord.token) =>
    run(['deploy-commands'], { DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl })

  it('registers every command once, and nothing when called again', async () => {
    expect(await deploy()).toMatchObject({ code: 0 })
    expect(
      discord
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(bodies.map(({ name }) => name).sort())
    const writes = writesTo(discord)
    const again = await deploy()
    expect(again.stdout).toContain('Registered: none')
    expect(writesTo(discord)).toBe(writes)
  })

  it('touches only what differs, and removes what is gone', async () => {
    const [ask, ...others] = bodies
    if (ask === undefined) throw new Error('There are commands.')
    discord.registerCommands([{ ...ask, description: 'An older one' }, ...others, { ...ask, name: 'gone' }])
    const { stdout } = await deploy()
    expect(stdout).toContain('Registered: ask\n')
    expect(stdout).toContain('Removed: gone')
    expect(discord.commands().find(({ name }) => name === 'ask')?.description).toBe(
      'Quote the sentence that answers a question',
    )
    expect(writesTo(discord)).toBe(2)
  })

  it('shows Russian members every command in Russian, and notices a translation that has changed', async () => {
    const [ask, ...others] = bodies
    if (ask === undefined) throw new Error('There are commands.')
    discord.registerCommands([{ ...ask, name_localizations: { ru: 'иначе' } }, ...others])
    expect((await deploy()).stdout).toContain('Registered: ask\n')
    expect(discord.commands().find(({ name }) => name === 'ask')).toMatchObject({
      name_localizations: { ru: 'спросить' },
      description_localizations: { ru: 'Процитировать предложение, которое отвечает на вопрос' },
    })
  })

  it('names and describes every command, option, choice and menu entry in Russian too', async () => {
    await deploy()
    const shown = discord.commands().flatMap((command) => shownParts(command))
    expect(shown.length).toBeGreaterThan(60)
    for (const { name, name_localizations: names, description, description_localizations: texts } of shown) {
      expect([name, names?.['ru']]).toEqual([name, expect.stringMatching(/\p{Script=Cyrillic}/u)])
      if (description)
        expect([name, texts?.['ru']]).toEqual([name, expect.stringMatching(/\p{Script=Cyrillic}/u)])
    }
  })

  it('says of each where it can be used: what is about settings in servers, all else everywhere', async () => {
    await deploy()
    for (const { name, contexts, integration_types: installations } of discord.commands()) {
      const ofSettings = ['channels', 'simulate', 'status'].includes(name)
      expect({ name, contexts, installations }).toEqual(
        ofSettings
          ? { name, contexts: [0], installations: [0] }
          : { name, contexts: [0, 1, 2], installations: [0, 1] },
      )
    }
  })

  it('says in one sentence that the token is refused', async () => {
    const { code, stderr } = await deploy('not.the.token')
    expect(code).toBe(78)
    expect(stderr).toContain('Discord refuses DISCORD_TOKEN')
    expect(stderr).not.toContain('not.the.token')
  })

  it('prints the commands and sends nothing with --print', () => {
    const { stdout } = spawnSync(process.execPath, [MAIN, 'deploy-commands', '--print'], {
      cwd: emptyFolder(),
      encoding: 'utf8',
    })
    expect(JSON.parse(stdout).map(({ name }: { name: string }) => name)).toEqual(
      bodies.map(({ name }) => name),
    )
    expect(discord.requests).toEqual([])
  })
})

const writesTo = ({ requests }: DiscordDouble): number =>
  requests.filter(({ method }) => method !== 'GET').length

/** What a member reads of a command, an option or a choice. */
interface Shown {
  readonly name: string
  readonly name_localizations?: Record<string, string> | null
  readonly description?: string
  readonly description_localizations?: Record<string, string> | null
  readonly options?: readonly Shown[] | null
  readonly choices?: readonly Shown[] | null
}

/** It and all that is in it. */
const shownParts = (shown: Shown): Shown[] => [
  shown,
  ...[...(shown.options ?? []), ...(shown.choices ?? [])].flatMap(shownParts),
]
