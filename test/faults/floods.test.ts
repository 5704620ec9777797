import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Events } from 'discord.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createClient, intentsFor } from '../../src/discord/client.js'
import { createLimits } from '../../src/discord/limits.js'
import { converse, scene } from '../end-to-end/conversation.js'
import { freePort } from '../free-port.js'
import { isAnswered, onStage, QUESTION, SENDS } from './faults.js'

/** What a flood may cost in memory for good, in bytes: one that is kept would cost more. */
const MOST_KEPT = 150_000_000

describe('floods', () => {
  const settings = { METRICS_PORT: '', LOG_LEVEL: 'info' }
  beforeAll(async () => {
    settings.METRICS_PORT = String(await freePort())
  })
  const there = converse(settings)
  const { general, guild, mara, tom } = scene(there)

  async function memory(): Promise<number> {
    const text = await (await fetch(`http://127.0.0.1:${settings.METRICS_PORT}/metrics`)).text()
    return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1])
  }

  it('L1: answers a flood of 20,000 mentions by 200 members within the limits, and others as ever', async () => {
    const { discord } = there
    const channel = guild().addChannel({ name: 'flooded' })
    await (await mara().runs('/channels add', { channel, mode: 'mention' }, { in: general() })).response()
    const people = Array.from({ length: 200 }, (_, number) =>
      guild().addMember({ name: `flooder ${number}` }),
    )
    await people[0]?.says(channel, QUESTION, { mentionsBot: true })
    await discord.nextMessage({ in: channel })
    const before = await memory()
    for (let time = 0; time < 100; time++) {
      for (const person of people) await person.says(channel, QUESTION, { mentionsBot: true })
      await discord.gateway.roundTrip(60_000)
    }
    await isAnswered(discord, discord.addPerson({ name: 'somebody elsewhere' }), 100_000)
    await discord.settled({ timeout: 60_000 })
    const sent = discord.requests.filter(({ route, path }) => route === SENDS && path.includes(channel.id))
    const contents = sent.map(({ body }) => String(Object(body).content))
    const notices = contents.filter((content) => content.includes('a lot at once'))
    expect(notices.length).toBeLessThanOrEqual(200) // one for each
    const minutes = Math.ceil(((sent.at(-1)?.at ?? 0) - (sent[0]?.at ?? 0)) / 60_000)
    expect(contents.length - notices.length).toBeLessThanOrEqual(60 * Math.max(1, minutes))
    expect((await memory()) - before).toBeLessThan(MOST_KEPT)
  }, 180_000)

  it('L5: tells who presses or calls too much so, once, and answers the others', async () => {
    const { discord } = there
    const vera = guild().addMember({ name: 'vera' })
    const asked = []
    for (let time = 0; time < 100; time++) asked.push(await vera.runs('/help', {}, { in: general() }))
    await isAnswered(discord, tom(), 30_000)
    await discord.settled({ timeout: 30_000 })
    const first = asked.map(({ callbacks }) => JSON.stringify(callbacks[0]?.data ?? ''))
    expect(first.filter((data) => data.includes('a lot at once')).length).toBeLessThanOrEqual(2)
    expect(first.filter((data) => data.includes('a lot at once')).length).toBeGreaterThan(0)
    expect(first.filter((data) => data !== '""').length).toBeLessThanOrEqual(62)
    expect(asked.every(({ callbacks }) => callbacks.length <= 1)).toBe(true)
  }, 90_000)
})

/** @returns the bytes in use, without what is garbage */
function heap(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

it('L6: keeps in mind a hundred of 20,000 members who write, and none of their messages', async () => {
  await onStage(async ({ discord }) => {
    const guild = discord.addGuild({ name: 'Harbour' })
    const channel = guild.addChannel({ name: 'busy' })
    const tom = guild.addMember({ name: 'tom' })
    const client = createClient(discord.apiUrl, intentsFor(true), {
      asked: () => undefined,
      refused: () => undefined,
    })
    let heard = 0
    client.on(Events.MessageCreate, () => heard++)
    await client.login(discord.token)
    await discord.ready()
    const { raw } = await tom.says(channel, 'hello')
    for (let number = 1; number <= 20_000; number++) {
      const id = String(BigInt(raw.id) + BigInt(number))
      const author = { ...tom.user, id, username: `member-${number}` }
      const member = { roles: [], joined_at: raw.timestamp, deaf: false, mute: false, flags: 0 }
      discord.gateway.dispatch('MESSAGE_CREATE', { ...raw, id, author, member, guild_id: guild.id })
    }
    await vi.waitFor(() => expect(heard).toBe(20_001), 60_000)
    expect(client.users.cache.size).toBeLessThanOrEqual(102)
    const cached = client.guilds.cache.get(guild.id)
    expect(cached?.members.cache.size).toBeLessThanOrEqual(102)
    const text = cached?.channels.cache.get(channel.id)
    expect(text?.isTextBased() && text.messages.cache.size).toBe(0)
    await client.destroy()
  })
}, 90_000)

it('L2: keeps its limits of 60,000 members in no more than those of ten thousand', async () => {
  const limits = createLimits()
  const spend = (number: number): Promise<void> =>
    limits.spend('command', { member: `member ${number}`, server: null, channel: null })
  for (let number = 0; number < 20_000; number++) await spend(number)
  const before = heap()
  for (let number = 20_000; number < 60_000; number++) await spend(number)
  expect(heap() - before).toBeLessThan(15_000_000)
}, 120_000)

describe('loops', () => {
  const there = converse()
  const { general, guild, mara, tom } = scene(there)
  const mention = `@bot ${QUESTION}`

  it('L3: answers no bot, no webhook, no message of the system and not itself, and no bot that answers it', async () => {
    const { discord } = there
    await (
      await mara().runs('/channels add', { channel: general(), mode: 'mention' }, { in: general() })
    ).response()
    const bot = guild().addMember({ name: 'Parrot', bot: true })
    await tom().says(general(), mention, { mentionsBot: true })
    const answer = await discord.nextMessage({ in: general() })
    await discord.staysSilent({
      in: general(),
      async after() {
        await bot.says(general(), mention, { mentionsBot: true })
        await bot.says(general(), `${answer.content}?`, { replyTo: answer })
        await tom().says(general(), mention, { mentionsBot: true, webhook: true })
        for (const type of [6, 7, 8, 18, 21, 24, 46])
          await tom().says(general(), mention, { mentionsBot: true, raw: { type } })
        const own = { ...answer.raw, id: String(BigInt(answer.id) + 1n), guild_id: guild().id }
        discord.gateway.dispatch('MESSAGE_CREATE', { ...own, content: `${discord.mention} ${QUESTION}` })
      },
      until: () => isAnswered(discord, tom()),
    })
  })

  it('L4: answers a message once, however often it comes, and no edit of what it left alone', async () => {
    const { discord } = there
    const left = await tom().says(general(), 'Good morning')
    await tom().says(general(), mention, { mentionsBot: true })
    await discord.nextMessage({ in: general() })
    const [session] = discord.gateway.sessions.slice(-1)
    const heard = session?.sent.filter(({ t }) => t === 'MESSAGE_CREATE').slice(-6) ?? []
    await discord.staysSilent({
      in: general(),
      async after() {
        for (let time = 0; time < 3; time++) for (const { t, d } of heard) discord.gateway.dispatch(t, d)
        await tom().edits(left, 'Good evening')
      },
      until: () => isAnswered(discord, mara()),
    })
  })
})
