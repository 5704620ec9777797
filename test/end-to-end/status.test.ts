import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { offered } from '../../commands/index.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe('/status', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(
    path.join(folder, 'skerry.md'),
    '---\ntitle: The light on Skerry Rock\npublisher: Harbour Gazette\npublished: 2022-01-11\n---\n\nIt is dark.\n',
  )
  const there = converse({ CORPUS_DIR: folder })
  const { guild, general, mara, tom } = scene(there)

  const run = async (line: string, values: object = {}): Promise<string> => {
    const asked = await mara().runs(line, values as never, { in: general() })
    const { content, ephemeral } = await asked.response()
    expect(ephemeral).toBe(true)
    return content
  }

  it('shows connection, since when as a Discord timestamp, intents, and each article with its date and edition', async () => {
    const shown = await run('/status')
    expect(shown).toContain('Connected to Discord')
    expect(shown).toMatch(/^I have been answering since <t:\d{10}:f>$/m) // each reader's own clock shows it
    expect(shown).toContain('Intents: Guilds, Guild Messages, Direct Messages.')
    expect(shown).toMatch(
      /The light on Skerry Rock \(Harbour Gazette, January 11, 2022, .*edition [0-9a-f]{12}\)/,
    )
    expect(shown).toContain('I answer in no channel yet')
  })

  it('shows that it reads messages once a channel listens', async () => {
    await run('/channels add', { channel: guild().addChannel({ name: 'listening' }), mode: 'questions' })
    await there.discord.until(() => there.discord.gateway.identifies.length > 1, { what: 'a new session' })
    await there.discord.ready()
    await there.bot().says('"messageContent":true,"msg":"connected')
    expect(await run('/status')).toContain('Direct Messages, Message Content.')
  })

  it('shows which permissions it lacks in each channel, also in those of a category', async () => {
    const category = guild().addChannel({ name: 'Events', type: 'category' })
    const channel = guild().addChannel({ name: 'mute', parent: category })
    guild().addChannel({ name: 'open', parent: category })
    channel.denyBot('SendMessages', 'ReadMessageHistory')
    await run('/channels add', { channel: category })
    const shown = await run('/status')
    expect(shown).toContain('#mute (mention): I lack Send Messages, Read Message History')
    expect(shown).toContain('#open (mention): every permission I need')
    expect(shown.indexOf('mute')).toBeLessThan(shown.indexOf('#open'))
  })

  it('shows whether Discord has the commands as they are', async () => {
    expect(await run('/status')).toContain('Discord has every one as it is')
    const bodies = offered.map(({ data }) => data)
    const [ask] = bodies
    there.discord.registerCommands([
      ...bodies.filter(({ name }) => !['ask', 'read', 'Check this quote'].includes(name)),
      { ...ask, name: 'ask', description: 'An older one' },
      { name: 'gone', description: 'No longer there' },
    ])
    const shown = await run('/status')
    expect(shown).toMatch(/otherwise, or not at all: \\\/ask, \\\/read, Check this quote\./)
    expect(shown).toMatch(/and I no longer do: \\\/gone\./)
    expect(shown).toContain('npm run deploy-commands')
    there.discord.registerCommands(bodies)
  })

  it('says so when Discord does not tell which commands it has', async () => {
    there.discord.rest.script('GET /applications/:application/commands', [{ status: 500 }, { status: 500 }])
    expect(await run('/status')).toContain('Discord did not say')
  })

  it('goes on over pages where many channels are set', async () => {
    const category = guild().addChannel({ name: 'Many', type: 'category' })
    for (let number = 0; number < 60; number++)
      guild().addChannel({ name: `a-channel-with-a-long-name-${number}`, parent: category })
    await run('/channels add', { channel: category })
    const asked = await mara().runs('/status', {}, { in: general() })
    expect((await asked.response()).content).toMatch(/Page 1 of \d/)
    const next = await mara().presses(asked, 'Next page')
    expect((await next.response()).content).toMatch(/a-channel-with-a-long-name-\d+.*every permission/)
  })

  it('shows nothing of another server', async () => {
    const other = there.discord.addGuild({ name: 'Elsewhere' })
    const here = other.addChannel({ name: 'here' })
    const lena = other.addMember({ name: 'lena', permissions: ['ManageGuild'] })
    const asked = await lena.runs('/status', {}, { in: here })
    expect((await asked.response()).content).toContain('I answer in no channel yet')
  })

  it('is for moderators', async () => {
    const forged = await tom()
      .forges({ member: { permissions: '0' } })
      .runs('/status', {}, { in: general() })
    expect((await forged.response()).content).toContain('This is for moderators')
  })
})
