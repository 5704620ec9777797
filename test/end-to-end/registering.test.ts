import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.js'
import { type DiscordDouble, startDiscordDouble } from '../discord-double/double.js'
import { emptyFolder, MAIN, run } from './bot-process.js'

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
    ).toEqual(commands.map(({ data }) => data.name).sort())
    const writes = writesTo(discord)
    const again = await deploy()
    expect(again.stdout).toContain('Registered: none')
    expect(writesTo(discord)).toBe(writes)
  })

  it('touches only what differs, and removes what is gone', async () => {
    const [ask, ...others] = commands.map(({ data }) => data)
    if (ask === undefined) throw new Error('There are commands.')
    discord.registerCommands([{ ...ask, description: 'An older one' }, ...others, { ...ask, name: 'gone' }])
    const { stdout } = await deploy()
    expect(stdout).toContain('Registered: ask\n')
    expect(stdout).toContain('Removed: gone')
    expect(discord.commands().find(({ name }) => name === 'ask')?.description).toBe(ask.description)
    expect(writesTo(discord)).toBe(2)
  })

  it('shows Russian members every command in Russian, and notices a translation that has changed', async () => {
    const [ask, ...others] = commands.map(({ data }) => data)
    if (ask === undefined) throw new Error('There are commands.')
    discord.registerCommands([{ ...ask, name_localizations: { ru: 'иначе' } }, ...others])
    expect((await deploy()).stdout).toContain('Registered: ask\n')
    expect(discord.commands().find(({ name }) => name === 'ask')).toMatchObject({
      name_localizations: { ru: 'спросить' },
      description_localizations: { ru: 'Процитировать предложение, которое отвечает на вопрос' },
    })
    for (const { name_localizations: names } of discord.commands())
      expect(names?.['ru']).toMatch(/\p{Script=Cyrillic}/u)
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
      commands.map(({ data }) => data.name),
    )
    expect(discord.requests).toEqual([])
  })
})

const writesTo = ({ requests }: DiscordDouble): number =>
  requests.filter(({ method }) => method !== 'GET').length
