import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Session } from '../discord-double/gateway.js'
import { emptyFolder } from '../end-to-end/bot-process.js'
import { converse, scene } from '../end-to-end/conversation.js'
import { runBotHere } from './bot-here.js'
import { ANSWER, CONFIGURATION, countOf, isAnswered, onStage, QUESTION, SENDS, TRY_LATER } from './faults.js'

const MESSAGE_CONTENT = 1 << 15

describe('the gateway, with one bot through it all', () => {
  const there = converse()
  const { general, guild, mara, tom } = scene(there)
  const session = (): Session => {
    const [only] = there.discord.gateway.sessions
    if (only === undefined) throw new Error('The bot has no session.')
    return only
  }

  it.each<readonly [string, () => void]>([
    ['close 1001', () => there.discord.gateway.close(1001)],
    ['cut without a close', () => there.discord.gateway.drop()],
    ['close 4000', () => there.discord.gateway.close(4000)],
    ['op 7', () => there.discord.gateway.askToReconnect()],
  ])('G4 resumes after %s, and answers what came meanwhile or comes twice once', async (_, happens) => {
    const { discord } = there
    const { resumes } = session()
    const identified = discord.gateway.identifies.length
    const sent = countOf(discord, SENDS)
    happens()
    await tom().directMessage(QUESTION)
    expect((await discord.nextMessage({ in: tom() })).content).toContain(ANSWER)
    await discord.until(() => session().resumes > resumes, { what: 'a resumed session' })
    for (const { t, d } of session().sent.slice(-3)) discord.gateway.dispatch(t, d)
    await isAnswered(discord, mara())
    await discord.settled()
    expect(countOf(discord, SENDS)).toBe(sent + 2)
    expect(discord.gateway.identifies).toHaveLength(identified)
  })

  it('G5 takes a new session where the old one is invalid, and keeps what was set', async () => {
    const { discord } = there
    const set = await mara().runs('/channels add', { channel: general(), mode: 'off' }, { in: general() })
    await set.response()
    const identified = discord.gateway.identifies.length
    discord.gateway.invalidate({ resumable: false })
    await discord.until(() => discord.gateway.identifies.length > identified, {
      what: 'a new session',
      timeout: 10_000,
    })
    await discord.ready()
    await discord.staysSilent({
      after: () => tom().says(general(), `@bot ${QUESTION}`, { mentionsBot: true }),
      until: () => isAnswered(discord, mara()),
    })
  })

  it('G12 goes on after events that are malformed, unknown or no JSON', async () => {
    const { discord } = there
    const names = ['MESSAGE_CREATE', 'INTERACTION_CREATE', 'GUILD_CREATE', 'CHANNEL_UPDATE', 'GUILD_DELETE']
    const { gateway } = discord
    for (const name of [...names, 'THREAD_LIST_SYNC', 'GUILD_ROLE_UPDATE', 'NEVER_HEARD_OF']) {
      gateway.dispatch(name, null)
      gateway.dispatch(name, {})
      gateway.dispatch(name, { id: '1', channel_id: general().id, guild_id: guild().id })
    }
    const event = fc.tuple(fc.constantFrom(...names, 'constructor', '__proto__'), fc.jsonValue())
    for (const [name, d] of fc.sample(event, { numRuns: 200, seed: 5 })) gateway.dispatch(name, d)
    for (const frame of ['{"op":', 'null', '[]', '"op"', '{"op":99}', '{"op":0}']) gateway.sendRaw(frame)
    await isAnswered(discord, tom())
    expect(there.bot().output()).not.toContain('uncaught')
  })

  it('G14 keeps the settings of a server that goes down, and answers there when it is back', async () => {
    const { discord } = there
    const harbour = discord.addGuild({ name: 'Quay' })
    const channel = harbour.addChannel({ name: 'talk' })
    const vera = harbour.addMember({ name: 'vera', permissions: ['ManageGuild'] })
    await (await vera.runs('/channels add', { channel, mode: 'off' }, { in: channel })).response()
    harbour.goesDown()
    await isAnswered(discord, tom())
    harbour.comesBack()
    await discord.staysSilent({
      after: () => vera.says(channel, `@bot ${QUESTION}`, { mentionsBot: true }),
      until: () => isAnswered(discord, tom()),
    })
  })
})

describe('the gateway, for good', () => {
  it.each([
    ['refused', { DISCORD_TOKEN: 'not.the.token' }, 'Discord refuses DISCORD_TOKEN'],
    ['malformed', { DISCORD_TOKEN: 'swordfish', DISCORD_API_URL: '' }, 'DISCORD_TOKEN is no bot token'],
  ])('G1 ends with 78, one sentence and no connection when the token is %s', async (_, settings, says) => {
    await onStage(async ({ discord, start }) => {
      const bot = start(settings)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain(says)
      expect(bot.output()).not.toContain(settings.DISCORD_TOKEN)
      expect(bot.output()).not.toContain('    at ')
      expect(discord.gateway.connections).toBe(0)
    })
  })

  it('G2 ends with 78 when the token is revoked while it runs', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      discord.gateway.close(4004)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain('DISCORD_TOKEN')
    })
  })

  it('G3 ends with 78 when Discord knows no such intent', async () => {
    await onStage(async ({ discord, start }) => {
      discord.gateway.closeOnIdentify(4013)
      const bot = start()
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain('Update Verbatim')
    })
  })

  it('G3 goes on without listening when message content is refused while it runs, and ends with 78 at the next start', async () => {
    await onStage(async ({ discord, start }) => {
      discord.gateway.closeOnIdentify(4014, { whenIntent: MESSAGE_CONTENT })
      const folder = emptyFolder()
      const bot = start({}, folder)
      await discord.ready()
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
      await (await mara.runs('/channels add', { channel, mode: 'questions' }, { in: channel })).response()
      await bot.says('Message Content Intent')
      await mara.says(channel, `@bot ${QUESTION}`, { mentionsBot: true })
      expect((await discord.nextMessage({ in: channel })).content).toContain(ANSWER)
      await bot.stop()

      const next = start({}, folder)
      expect(await next.ended()).toBe(CONFIGURATION)
      expect(next.output()).toContain('Message Content Intent')
      expect(next.output()).toContain('MESSAGE_CONTENT=off')
    })
  })

  it('G3 ends with 78 when Discord withdraws an intent from a live connection', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      discord.gateway.close(4014)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain('switches in the Developer Portal')
    })
  })

  it('G7 logs in no more when Discord has fewer than fifty logins left, however often it is started', async () => {
    await onStage(async ({ discord, start }) => {
      const { sessionStartLimit, identifies } = discord.gateway
      sessionStartLimit.remaining = 50
      const first = start()
      await discord.ready()
      expect(first.output()).toContain('many logins today')
      await first.stop('SIGKILL')
      for (const bot of [start(), start()]) {
        expect(await bot.ended()).toBe(TRY_LATER)
        expect(bot.output()).toContain('log in 49 more times in the next 1440 minutes')
      }
      expect(identifies).toHaveLength(1)
    })
  })

  // These wait more than they work.
  it.concurrent('G6 ends with 75 after ten reconnects in a minute, instead of spending its logins', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      const storm = setInterval(() => discord.gateway.drop(), 20)
      expect(await bot.ended()).toBe(TRY_LATER)
      clearInterval(storm)
      expect(bot.output()).toContain('drops again and again')
      expect(discord.gateway.connections).toBeLessThanOrEqual(12)
    })
  })

  it.concurrent('G7 stops before the last logins when its sessions are declared invalid again and again', async () => {
    await onStage(async ({ discord, start }) => {
      discord.gateway.sessionStartLimit.remaining = 50
      const bot = start()
      await discord.ready()
      discord.gateway.invalidate({ resumable: false })
      expect(await bot.ended()).toBe(TRY_LATER)
      expect(discord.gateway.identifies).toHaveLength(1)
    })
  })

  it.concurrent('G8 ends with 75 when every connection drops before it is one', async () => {
    await onStage(async ({ discord, start }) => {
      const storm = setInterval(() => discord.gateway.drop(), 5)
      expect(await start().ended()).toBe(TRY_LATER)
      clearInterval(storm)
    })
  })

  it('G8 gives up with 75 at its deadline when Discord says nothing', async () => {
    await onStage(async ({ discord }) => {
      discord.gateway.sayNothing()
      const bot = await runBotHere(discord, { longestStartMs: 500 })
      expect(await bot.ended).toBe(TRY_LATER)
      await bot.stop()
    })
  })

  it.each([503, 520])('G9 ends with 75 at once when the first connection is answered %i', async (status) => {
    await onStage(async ({ discord, start }) => {
      discord.gateway.refuseUpgrades(status)
      expect(await start().ended()).toBe(TRY_LATER)
      discord.gateway.acceptUpgrades()
      await sleep(700) // discord.js would connect again after 500 ms
      expect(discord.gateway.connections).toBe(0)
    })
  })

  it('G10 resumes when Discord acknowledges no heartbeat', async () => {
    await onStage(
      async ({ discord, start }) => {
        start()
        await discord.ready()
        discord.gateway.stopAcknowledging()
        await discord.until(() => discord.gateway.sessions[0]?.resumes === 1, { what: 'a resumed session' })
        discord.gateway.acknowledge()
        const tom = discord.addGuild({ name: 'Harbour' }).addMember({ name: 'tom' })
        await isAnswered(discord, tom)
        expect(discord.gateway.identifies).toHaveLength(1)
      },
      { heartbeatInterval: 400 },
    )
  })

  it('G13 runs once with the same settings: a second start ends with 78 and leaves Discord alone', async () => {
    await onStage(async ({ discord, start }) => {
      const folder = emptyFolder()
      const first = start({}, folder)
      await discord.ready()
      const second = start({}, folder)
      expect(await second.ended()).toBe(CONFIGURATION)
      expect(second.output()).toContain('already running')
      expect(discord.gateway.identifies).toHaveLength(1)

      await first.stop('SIGKILL')
      start({}, folder)
      await discord.until(() => discord.gateway.identifies.length === 2, {
        what: 'the bot after its restart',
      })
    })
  })
})
