import { afterEach, describe, expect, it, vi } from 'vitest'
import type { HasId, Person } from '../discord-double/person.js'
import type { Scripted } from '../discord-double/rest.js'
import { converse, scene } from '../end-to-end/conversation.js'
import { runBotHere } from './bot-here.js'
import { ANSWER, CALLBACKS, CONFIGURATION, countOf, isAnswered, onStage, QUESTION, SENDS } from './faults.js'

const page = '<html><body>Sorry, you have been blocked</body></html>'
/** Several bots start at once here. */
const SLOWLY = { timeout: 30_000 }

const html = { 'content-type': 'text/html' }

describe('requests that fail, with one bot through it all', () => {
  const there = converse()
  const { general, guild, mara, tom } = scene(there)
  afterEach(() => there.discord.rest.unscript())

  /** A member nobody has heard from: what happened to others does not touch them. */
  const somebody = (): Person => guild().addMember({ name: `vera ${++members}` })
  let members = 0

  /** What was sent to a place, in order. */
  const sentTo = ({ id }: HasId) =>
    there.discord.requests.filter(
      ({ method, path }) => method === 'POST' && path === `/channels/${id}/messages`,
    )

  /** Has a member ask in private while Discord answers as scripted. @returns all that was sent to them */
  async function asks(person: Person, answers: readonly Scripted[]): Promise<ReturnType<typeof sentTo>> {
    there.discord.rest.script(SENDS, answers)
    await person.directMessage(QUESTION)
    await there.discord.nextMessage({ in: person })
    return sentTo(there.discord.directMessages(person))
  }

  /** The same where nothing is to come. */
  async function asksInVain(
    person: Person,
    answers: readonly Scripted[],
  ): Promise<ReturnType<typeof sentTo>> {
    const { discord } = there
    const sent = (): ReturnType<typeof sentTo> => sentTo(discord.directMessages(person))
    discord.rest.script(SENDS, answers)
    await discord.staysSilent({
      in: person,
      after: async () => {
        await person.directMessage(QUESTION)
        const all = Math.max(1, answers.length)
        await discord.until(() => sent().filter(({ status }) => status !== undefined).length >= all, {
          what: 'the answer to be refused',
        })
      },
      until: () => isAnswered(discord, somebody()),
    })
    return sent()
  }

  it('R1: waits as long as a 429 asks, and answers once', async () => {
    const vera = somebody()
    const sent = await asks(vera, [{ status: 429, headers: { 'retry-after': '1' } }])
    expect(sent.map(({ status }) => status)).toEqual([429, 200])
    expect((sent[1]?.at ?? 0) - (sent[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000)
    expect(there.discord.directMessages(vera).messages()).toHaveLength(2)
  })

  it.each([
    ['names an hour', { 'retry-after': '3600' }],
    ['names no time', {}],
    ['names no seconds', { 'retry-after': '0' }],
    ['names less than none', { 'retry-after': '-5' }],
    ['names a date', { 'retry-after': new Date(Date.now() + 60_000).toUTCString() }],
  ])('R2: gives an answer up after one request where a 429 %s', async (_what, headers) => {
    expect(await asksInVain(somebody(), [{ status: 429, headers }])).toHaveLength(1)
    expect(there.bot().output()).toContain('RateLimitError')
  })

  it('R3: answers everybody of a crowd in one channel, where Discord takes a message a second', async () => {
    const { discord } = there
    const channel = guild().addChannel({ name: 'crowd' })
    await (await mara().runs('/channels add', { channel, mode: 'mention' }, { in: general() })).response()
    discord.rest.script(SENDS, Array(22).fill({ delay: 1000 }))
    for (let asked = 0; asked < 22; asked++)
      await somebody().says(channel, `@bot ${QUESTION}`, { mentionsBot: true })
    await discord.until(() => sentTo(channel).filter(({ status }) => status === 200).length === 22, {
      what: 'twenty-two answers',
      timeout: 50_000,
    })
  })

  it('R4: tries a message again, ever later, when Discord fails', async () => {
    const sent = await asks(somebody(), [{ status: 503 }, { status: 502 }])
    expect(sent.map(({ status }) => status)).toEqual([503, 502, 200])
    const [first = 0, second = 0, third = 0] = sent.map(({ at }) => at)
    expect(second - first).toBeGreaterThanOrEqual(225)
    expect(third - second).toBeGreaterThanOrEqual(750)
  })

  it('R4: tries a first word once more and quickly, since Discord waits no longer than three seconds', async () => {
    const { discord } = there
    discord.rest.script(CALLBACKS, [{ status: 503 }])
    const asked = await tom().runs('/ask', { question: QUESTION }, { in: general() })
    expect((await asked.response()).content).toContain(ANSWER)

    const before = countOf(discord, CALLBACKS)
    discord.rest.script(CALLBACKS, [{ status: 503 }, { status: 503 }])
    await tom().runs('/help', {}, { in: general() })
    await there.bot().says('too late')
    await isAnswered(discord, somebody())
    expect(countOf(discord, CALLBACKS)).toBe(before + 2)
  })

  it.each<readonly [string, Scripted]>([
    ['a failure', { status: 500, after: 'accepted' }],
    ['a cut connection', { drop: 'after accepted' }],
    ['a page', { status: 200, body: page, headers: html, after: 'accepted' }],
  ])('R5: posts once where Discord took a message and answered by %s', async (_what, answer) => {
    const vera = somebody()
    there.discord.rest.script(SENDS, [answer])
    await vera.directMessage(QUESTION)
    const channel = there.discord.directMessages(vera)
    await there.discord.until(() => sentTo(channel).length === 2, { what: 'a second try' })
    await isAnswered(there.discord, somebody())
    await there.discord.settled()
    expect(channel.messages()).toHaveLength(2) // the question and the answer
  })

  it('R5: takes a first word for said that Discord took and failed to confirm', async () => {
    there.discord.rest.script(CALLBACKS, [{ status: 500, after: 'accepted' }])
    const asked = await tom().runs('/ask', { question: QUESTION }, { in: general() })
    expect((await asked.response()).content).toContain(ANSWER)
    await vi.waitFor(() => expect(there.discord.problems).toHaveLength(1))
    expect(there.discord.takeProblems()).toMatchObject([{ what: 'Acknowledged a second time, with type 4.' }])
    expect(
      (await tom()
        .presses(asked, 'Show more')
        .catch(() => null)) ?? asked.callbacks,
    ).toHaveLength(1)
  })

  it.each([
    [50_001, 403],
    [50_013, 403],
    [10_003, 404],
    [50_083, 400],
    [160_002, 400],
    [160_005, 400],
  ])('R7: tries a channel no more for ten minutes after code %i', async (code, status) => {
    const { discord } = there
    const pier = discord.addGuild({ name: `Pier ${code}` })
    const channel = pier.addChannel({ name: 'talk' })
    const { owner } = pier
    await (await owner.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
    const refusals = Array.from({ length: 200 }, () => ({ status, body: { code, message: 'No' } }))
    discord.rest.script(SENDS, refusals)
    for (let number = 0; number < 200; number++)
      await pier.addMember({ name: `asker ${number}` }).says(channel, QUESTION, { mentionsBot: true })
    await discord.until(() => sentTo(channel).length > 0, { what: 'an answer to be tried' })
    await discord.settled()
    const sent = sentTo(channel).length
    expect(sent).toBeLessThanOrEqual(3)
    discord.rest.unscript()
    await discord.staysSilent({
      in: channel,
      after: () => owner.says(channel, QUESTION, { mentionsBot: true }),
      until: () => isAnswered(discord, somebody()),
    })
    expect(sentTo(channel)).toHaveLength(sent)
  })

  it('R7: shows moderators where Discord refuses it, and writes there again once the channel is changed', async () => {
    const { discord } = there
    const pier = discord.addGuild({ name: 'Pier' })
    const channel = pier.addChannel({ name: 'talk' })
    const { owner } = pier
    await (await owner.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
    discord.rest.script(SENDS, [{ status: 403, body: { code: 50_013, message: 'No' } }])
    await discord.staysSilent({
      after: async () => {
        await owner.says(channel, QUESTION, { mentionsBot: true })
        await discord.until(() => sentTo(channel)[0]?.status, { what: 'the refusal' })
      },
      until: () => isAnswered(discord, somebody()),
    })
    const shown = await (await owner.runs('/status', {}, { in: channel })).response()
    expect(shown.content).toContain('\\#talk (mention): Discord refused what I wrote there')
    channel.rename('open')
    await owner.says(channel, QUESTION, { mentionsBot: true })
    expect((await discord.nextMessage({ in: channel })).content).toContain(ANSWER)
  })

  it('R7: writes there again once the bot has another role', async () => {
    const { discord } = there
    const pier = discord.addGuild({ name: 'Jetty' })
    const channel = pier.addChannel({ name: 'talk' })
    const { owner } = pier
    await (await owner.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
    discord.rest.script(SENDS, [{ status: 403, body: { code: 50_013, message: 'No' } }])
    await owner.says(channel, QUESTION, { mentionsBot: true })
    await discord.until(() => sentTo(channel)[0]?.status, { what: 'the refusal' })
    await isAnswered(discord, somebody()) // by now the refusal was read
    const { id: role } = pier.addRole({ name: 'speakers' })
    discord.gateway.dispatch('GUILD_MEMBER_UPDATE', {
      guild_id: pier.id,
      user: discord.botUser,
      roles: [role],
      joined_at: new Date().toISOString(),
    })
    await owner.says(channel, QUESTION, { mentionsBot: true })
    expect((await discord.nextMessage({ in: channel })).content).toContain(ANSWER)
  })

  it('R7: does not try again where a message is gone, and goes on in its channel', async () => {
    const vera = somebody()
    const gone = { status: 404, body: { code: 10_008, message: 'Unknown Message' } }
    expect(await asksInVain(vera, [gone])).toHaveLength(1)
    expect((await asks(vera, [])).map(({ status }) => status)).toEqual([404, 200])
  })

  it.each([10_062, 40_060])(
    'R8: says nothing more to an interaction that Discord refuses by %i',
    async (code) => {
      const before = countOf(there.discord, CALLBACKS)
      there.discord.rest.script(CALLBACKS, [{ status: 404, body: { code, message: 'No' } }])
      await tom().runs('/ask', { question: QUESTION }, { in: general() })
      await isAnswered(there.discord, somebody())
      await there.discord.settled()
      expect(countOf(there.discord, CALLBACKS)).toBe(before + 1)
      expect(there.bot().output()).toContain(`"code":${code}`)
    },
  )

  it('R9: leaves alone who takes no direct messages, and answers their commands', async () => {
    const vera = somebody()
    vera.closesDirectMessages()
    expect(await asksInVain(vera, [])).toHaveLength(1)
    expect(await asksInVain(vera, [])).toHaveLength(1)
    const asked = await vera.runs('/ask', { question: QUESTION }, { in: 'dm' })
    expect((await asked.response()).content).toContain(ANSWER)
  })

  it.each([50_035, 200_000])(
    'R10: says where the words stand, once, where Discord refuses them by %i',
    async (code) => {
      const { discord } = there
      const refusal = { status: 400, body: { code, message: 'No' } }
      const vera = somebody()
      await asks(vera, [refusal])
      const [, said] = discord.directMessages(vera).messages()
      expect(said?.content).toContain('They stand here')
      expect(said?.content).toContain('paragraph')
      expect(said?.content).not.toMatch(/^>/m)
      expect(await asksInVain(somebody(), [refusal, refusal])).toHaveLength(2)

      discord.rest.script(CALLBACKS, [refusal])
      const asked = await tom().runs('/ask', { question: QUESTION }, { in: general() })
      expect((await asked.response()).content).toContain('They stand here')
      discord.rest.script(CALLBACKS, [refusal])
      const help = await tom().runs('/help', {}, { in: general() })
      expect((await help.response()).content).toBe('Discord does not take my answer as it is.')

      const ines = somebody()
      const question = await ines.directMessage(QUESTION)
      const change = discord.nextEdit(await discord.nextMessage({ in: ines }))
      discord.rest.script('PATCH /channels/:channel/messages/:message', [refusal])
      await ines.edits(question, 'Why did the protests begin?')
      expect((await change).content).toContain('They stand here')
    },
  )

  it.each<readonly [string, Scripted, readonly (number | undefined)[]]>([
    ['a page', { status: 200, body: page, headers: html }, [200, 200]],
    ['nothing', { status: 200, body: '' }, [200, 200]],
    [
      'half an answer',
      { status: 200, body: '{"id": ', headers: { 'content-type': 'application/json' } },
      [200, 200],
    ],
    ['a page of an unknown status', { status: 520, body: page, headers: html }, [520, 200]],
    [
      'half an error',
      { status: 404, body: '{"mess', headers: { 'content-type': 'application/json' } },
      [404, 200],
    ],
  ])('R12: takes %s for no answer, and tries again', async (_what, answer, statuses) => {
    expect((await asks(somebody(), [answer])).map(({ status }) => status)).toEqual(statuses)
    there.discord.rest.script(CALLBACKS, [answer])
    const asked = await tom().runs('/ask', { question: QUESTION }, { in: general() })
    expect((await asked.response()).content).toContain(ANSWER)
  })

  it('R12: does not try again where a page says that the machine is shut out', async () => {
    expect(await asksInVain(somebody(), [{ status: 403, body: page, headers: html }])).toHaveLength(1)
  })
})

describe('requests that fail, for long', () => {
  it.concurrent('R3: waits where the global limit is reached, and drops the oldest of too many questions', async () => {
    await onStage(async ({ discord, start }) => {
      start({ LOG_LEVEL: 'info' })
      await discord.ready(SLOWLY)
      discord.rest.limitGlobally(3000)
      const people = Array.from({ length: 300 }, (_, number) => discord.addPerson({ name: `p${number}` }))
      for (const person of people) await person.directMessage(QUESTION)
      const last = people.at(-1)
      const sent = () => discord.requests.filter(({ route }) => route === SENDS)
      expect((await discord.nextMessage({ ...(last && { in: last }), timeout: 15_000 })).content).toContain(
        ANSWER,
      )
      await discord.settled({ quiet: 1500, timeout: 20_000 })
      expect(sent().filter(({ status }) => status === 429).length).toBeLessThanOrEqual(100)
      const answered = people.filter((person) => discord.directMessages(person).messages().length > 1)
      expect(answered.length).toBeLessThanOrEqual(100)
      expect(answered.length).toBeGreaterThan(0)
      expect(answered).not.toContain(people[0])
      expect(discord.problems).toEqual([])
    })
  }, 60_000)

  it.concurrent('R6: gives up a first word after two and a half seconds without an answer, a message after fifteen', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready(SLOWLY)
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const tom = guild.addMember({ name: 'tom' })
      discord.rest.script(CALLBACKS, ['hang'])
      discord.rest.script(SENDS, ['hang', 'hang', 'hang', 'hang'])
      const begun = performance.now()
      await tom.runs('/ask', { question: QUESTION }, { in: channel })
      await tom.directMessage(QUESTION)
      await vi.waitFor(() => expect(bot.output()).toContain('too late'), 10_000)
      await vi.waitFor(() => expect(bot.output()).toContain('message not answered'), 25_000)
      expect(performance.now() - begun).toBeLessThan(25_000)
      expect(countOf(discord, CALLBACKS)).toBe(1)
      expect(countOf(discord, SENDS)).toBeLessThanOrEqual(3)
      discord.rest.unscript()
      await isAnswered(discord, tom)
    })
  }, 60_000)

  it.concurrent('R5: posts once where Discord took a message and never said so', async () => {
    await onStage(async ({ discord, start }) => {
      start()
      await discord.ready(SLOWLY)
      const tom = discord.addPerson({ name: 'tom' })
      discord.rest.script(SENDS, [{ hang: 'after accepted' }])
      await tom.directMessage(QUESTION)
      await discord.until(() => countOf(discord, SENDS) === 2, { what: 'a second try', timeout: 15_000 })
      await discord.settled()
      expect(discord.directMessages(tom).messages()).toHaveLength(2)
    })
  }, 40_000)

  it.concurrent('R11: ends with 78 when its token is refused by a request', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready(SLOWLY)
      discord.rest.script(SENDS, [{ status: 401, body: { code: 0, message: '401: Unauthorized' } }])
      await discord.addPerson({ name: 'tom' }).directMessage(QUESTION)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain('Discord refuses DISCORD_TOKEN')
    })
  }, 40_000)

  it('R13: sends no messages for ten minutes after too many refusals, and answers commands on', async () => {
    await onStage(async ({ discord }) => {
      const bot = await runBotHere(discord, { mostRefusals: 100 })
      await discord.ready(SLOWLY)
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const tom = guild.addMember({ name: 'tom' })
      const refusal = { status: 403, body: { code: 50_007, message: 'No' } }
      discord.rest.script(
        SENDS,
        Array.from({ length: 250 }, () => refusal),
      )
      for (let number = 0; !bot.log().includes('no messages are sent'); number++) {
        if (number === 250) throw new Error('It does not stop.')
        await discord.addPerson({ name: `p${number}` }).directMessage(QUESTION)
        await vi.waitFor(() =>
          expect(countOf(discord, SENDS) > number || bot.log().includes('no messages are sent')).toBe(true),
        )
      }
      discord.rest.unscript()
      const sent = countOf(discord, SENDS)
      await discord.staysSilent({
        after: () => tom.directMessage(QUESTION),
        until: async () => {
          const asked = await tom.runs('/ask', { question: QUESTION }, { in: channel })
          expect((await asked.response()).content).toContain(ANSWER)
        },
      })
      expect(countOf(discord, SENDS)).toBe(sent)
      await bot.stop()
    })
  }, 60_000)
})
