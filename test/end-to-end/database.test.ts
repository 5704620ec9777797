import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  hasPostgresql,
  LEFT_OUT,
  type PostgresqlServer,
  startPostgresql,
} from '../store/postgresql-server.js'
import { emptyFolder, run as runProgram, startBot } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe.skipIf(!hasPostgresql)(`a bot whose settings are in PostgreSQL${LEFT_OUT}`, () => {
  let server: PostgresqlServer
  const settings = { DATABASE_URL: '' }
  beforeAll(async () => {
    server = await startPostgresql()
    settings.DATABASE_URL = await server.createDatabase('verbatim')
  })
  afterAll(() => server.close())
  const there = converse(settings)
  const { guild, general, mara } = scene(there)

  const run = async (line: string, values: Record<string, unknown>): Promise<string> =>
    (await (await mara().runs(line, values as never, { in: general() })).response()).content

  it('keeps what it acknowledged when it is killed', async () => {
    const channel = guild().addChannel({ name: 'killed' })
    expect(await run('/channels add', { channel, mode: 'mention' })).toContain('Saved')
    there.bot().child.kill('SIGKILL')
    await there.restart()
    expect(await run('/channels list', {})).toContain('#killed: mention')
  })

  it('tells Discord that an answer comes when PostgreSQL hangs, and gives it', async () => {
    await server.whileFrozen(async () => {
      const asked = await mara().runs('/ask', { question: 'When did the protests begin?' }, { in: general() })
      expect((await asked.response()).content).toContain('January 2, 2022')
      expect((await asked.response()).deferred).toBe(true)
    })
    const asked = await mara().runs('/ask', { question: 'When did the protests begin?' }, { in: general() })
    expect((await asked.response()).deferred).toBe(false)
  })

  it('runs once with the same database: another start ends with 75 and leaves Discord alone', async () => {
    const { gateway } = there.discord
    const before = gateway.identifies.length
    const second = startBot(there.discord, emptyFolder(), settings)
    expect(await second.ended()).toBe(75)
    expect(second.output()).toContain('already running')
    expect(gateway.identifies).toHaveLength(before)
  })

  it('answers by the settings last known while PostgreSQL is gone, refuses changes, and recovers by itself', async () => {
    const channel = guild().addChannel({ name: 'lasting' })
    const other = guild().addChannel({ name: 'other' })
    await run('/channels add', { channel, mode: 'mention' })
    const answersThere = async (): Promise<void> => {
      await mara().says(channel, '@bot When did the protests begin?', { mentionsBot: true })
      expect((await there.discord.nextMessage({ in: channel })).content).toContain('January 2, 2022')
    }

    await server.crash()
    await answersThere()
    expect(await run('/channels list', {})).toContain('#lasting: mention')
    expect(await run('/channels add', { channel: other })).toContain('cannot be changed just now')

    await server.start()
    await answersThere()
    expect(await run('/channels add', { channel: other })).toContain('Saved')
    expect(there.bot().output()).toContain('the settings database answers again')
  })

  it('ends with 78 and no password in its words when the password is wrong', async () => {
    const wrong = settings.DATABASE_URL.replace('canary', 'wrong')
    const { discord } = there
    const { code, stdout, stderr } = await runProgram([], {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: wrong,
    })
    expect(code).toBe(78)
    expect(stderr).toContain('refuses the user or the password')
    expect(stdout + stderr).not.toContain(server.password.replace('canary', ''))
    expect(there.bot().output()).not.toContain(server.password)
  })
})
