import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { HARBOUR, LONG } from '../articles.js'
import { settableClock } from '../discord-double/clock.js'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import type { MessageView } from '../discord-double/message-view.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle } from '../discord-double/places.js'
import { emptyFolder } from './bot-process.js'
import { converse, scene } from './conversation.js'

const WHEN = 'When did the protests begin in Kazakhstan?'
const BEGAN = 'Protests in Kazakhstan began on January 2, 2022 in the western part of the country.'
const HOW_MANY = 'How many people died in Almaty?'

const labelsOf = ({ buttons }: Pick<MessageView, 'buttons'>): string[] => buttons.map(({ label }) => label)

describe('the buttons under an answer', () => {
  const clock = settableClock()
  const there = converse({}, { now: clock.now })
  const { guild, general, mara } = scene(there)
  let channel: ChannelHandle
  let asker: Person
  const tom = (): Person => asker

  beforeEach(() => {
    asker = guild().addMember({ name: 'tom' }) // all tests together ask more in ten seconds than one member may
  })

  beforeAll(async () => {
    channel = await channelIn('mention')
  })

  async function channelIn(mode: string): Promise<ChannelHandle> {
    const made = guild().addChannel({ name: mode })
    const set = await mara().runs('/channels add', { channel: made, mode }, { in: general() })
    expect((await set.response()).content).toContain('Saved')
    return made
  }

  const ask = (question: string, more = {}): Promise<InteractionHandle> =>
    tom().runs('/ask', { question, ...more }, { in: channel })

  const mention = async (question: string, person = tom()): Promise<MessageView> => {
    await person.says(channel, `@bot ${question}`, { mentionsBot: true })
    return there.discord.nextMessage({ in: channel })
  }

  const press = async (person: Person, under: MessageView | InteractionHandle, label: string) =>
    (await person.presses(under, label)).response()

  it('stand under answers to commands, mentions and direct messages, Follow up only where a button is needed for it', async () => {
    const asked = await ask(WHEN)
    expect(labelsOf(await asked.response())).toEqual([
      'In context',
      'More',
      'Why this?',
      'Follow up',
      'Remove',
    ])
    expect(labelsOf(await mention(WHEN))).toEqual(['In context', 'More', 'Why this?', 'Remove'])
    await tom().directMessage(WHEN)
    expect(labelsOf(await there.discord.nextMessage({ in: tom() }))).toEqual([
      'In context',
      'More',
      'Why this?',
      'Remove',
    ])
  })

  it('are those that make sense where the article does not say, and none under small talk', async () => {
    const notSaid = await mention(HOW_MANY)
    expect(notSaid.content).toContain('The article does not say.')
    expect(labelsOf(notSaid)).toEqual(['In context', 'More', 'Why this?', 'Remove'])
    expect(labelsOf(await mention('Who won the World Cup in 2018?'))).toEqual(['Why this?', 'Remove'])
    expect(labelsOf(await mention('hello!'))).toEqual([])
    expect(labelsOf(await mention('🔥🔥🔥'))).toEqual([])
  })

  it('have no Remove under a private answer, which Discord lets its reader dismiss', async () => {
    const asked = await ask(WHEN, { private: true })
    expect(labelsOf(await asked.response())).toEqual(['In context', 'More', 'Why this?', 'Follow up'])
  })

  it('follow an answer that is changed', async () => {
    const question = await tom().says(channel, `@bot ${WHEN}`, { mentionsBot: true })
    const answer = await there.discord.nextMessage({ in: channel })
    const change = there.discord.nextEdit(answer)
    await tom().edits(question, `${there.discord.mention} Who won the World Cup in 2018?`)
    expect(labelsOf(await change)).toEqual(['Why this?', 'Remove'])
  })

  describe('In context', () => {
    it('shows the section with the quote standing out, to whoever presses and to nobody else', async () => {
      const answer = await mention(WHEN)
      const { content, ephemeral } = await press(mara(), answer, 'In context')
      expect(ephemeral).toBe(true)
      expect(content).toContain('section 3, “President Tokayev calls the riots an attempted coup”')
      expect(content).toContain('(the quote, in paragraph 1, is in bold)')
      expect(content).toContain(`> **${BEGAN}** The protest occurred because`)
      expect(readQuotations(content).length).toBeGreaterThan(3)
    })

    it('leaves the answer as it is, also a private one', async () => {
      const asked = await ask(WHEN, { private: true })
      const before = await asked.response()
      const opened = await press(tom(), asked, 'In context')
      expect(opened).toMatchObject({ ephemeral: true, updated: false })
      expect((await asked.response()).content).toBe(before.content)
    })

    it('still works after a restart', async () => {
      const answer = await mention(WHEN)
      await there.restart()
      expect((await press(tom(), answer, 'In context')).content).toContain(`**${BEGAN}**`)
    })

    it('shows the nearest passage in context where the article does not say', async () => {
      const answer = await mention(HOW_MANY)
      const [nearest] = readQuotations(answer.content)
      expect((await press(tom(), answer, 'In context')).content).toContain(`**${nearest}**`)
    })
  })

  describe('More', () => {
    it('quotes the next best passages with their citations, and not the answer again', async () => {
      const { content, ephemeral } = await press(mara(), await mention(WHEN), 'More')
      expect(ephemeral).toBe(true)
      expect(content).toContain('they need not answer it')
      const quotations = readQuotations(content)
      expect(quotations.length).toBeGreaterThan(1)
      expect(quotations).not.toContain(BEGAN)
      expect(content.match(/^-# .*paragraph \d/gm)).toHaveLength(quotations.length)
    })

    it('turns its pages in place, for the member who opened it, and shows no passage twice', async () => {
      const opened = await mara().presses(await mention('What did Tokayev say of the protests?'), 'More')
      const first = await opened.response()
      const turned = await mara().presses(opened, 'Next page')
      const second = await turned.response()
      expect(second).toMatchObject({ ephemeral: true, updated: true })
      const quotations = [...readQuotations(first.content), ...readQuotations(second.content)]
      expect(new Set(quotations).size).toBe(quotations.length)
    })

    it('takes the question with what it leaned on', async () => {
      await tom().says(channel, 'why?', { replyTo: await mention(WHEN) })
      const { content } = await press(tom(), await there.discord.nextMessage({ in: channel }), 'More')
      expect(content).toContain(BEGAN)
    })

    it('is left out where a quote was only looked at again for who speaks', async () => {
      await tom().says(channel, 'who said that?', {
        replyTo: await mention('What did Tokayev call the riots?'),
      })
      const answer = await there.discord.nextMessage({ in: channel })
      expect(labelsOf(answer)).toEqual(['In context', 'Remove'])
    })
  })

  describe('Why this?', () => {
    it('names the words that the quote has and lacks, how sure it is and how sure it must be', async () => {
      const { content, ephemeral } = await press(mara(), await mention(WHEN), 'Why this?')
      expect(ephemeral).toBe(true)
      expect(content).toContain('Words of the question that it has: “protests”, “begin”, “Kazakhstan”')
      expect(content).toMatch(/I am \d+ % sure that it answers .* answer those who ask from 20 % on/)
      expect(readQuotations(content)).toEqual([])
    })

    it('names no percentage where the quotes were found by rules', async () => {
      const { content } = await press(tom(), await mention('Which numbers are given?'), 'Why this?')
      expect(content).toContain('I found them by rules')
      expect(content).not.toMatch(/\d %/)
    })

    it('says why the nearest passage is no answer', async () => {
      const { content } = await press(tom(), await mention(HOW_MANY), 'Why this?')
      expect(content).toContain('Why this is not an answer')
      expect(content).toMatch(
        /may mean the same: “died” \(it has “deadliest”\)\n.*does not have: “many”, “people”/,
      )
      expect(content).toMatch(/only \d+ % sure/)
    })

    it('says why nothing was quoted', async () => {
      const { content } = await press(tom(), await mention('Who won the World Cup in 2018?'), 'Why this?')
      expect(content).toContain('far from the question')
      expect(content).toContain('“Cup”')
    })

    it('names the threshold that moderators set there', async () => {
      await (await mara().runs('/channels thresholds', { channel, asked: 31 }, { in: general() })).response()
      expect((await press(tom(), await mention(WHEN), 'Why this?')).content).toContain('from 31 % on')
      await (await mara().runs('/channels thresholds', { channel }, { in: general() })).response()
    })

    it('names the unasked threshold where it spoke unasked, also in the thread it opened', async () => {
      const threads = await channelIn('thread')
      await there.discord.until(() => there.discord.gateway.identifies.at(-1)?.intents === WITH_CONTENT, {
        what: 'a connection that may read messages',
      })
      await there.discord.ready()
      await tom().says(threads, WHEN)
      const answer = await there.discord.nextMessage()
      expect(answer.channelId).not.toBe(threads.id)
      expect((await press(mara(), answer, 'Why this?')).content).toContain('I speak unasked from 88 % on')
    })

    it('says that it would answer otherwise where the question has become another since', async () => {
      const question = await tom().says(channel, `@bot ${WHEN}`, { mentionsBot: true })
      const answer = await there.discord.nextMessage({ in: channel })
      clock.advance(6 * 60_000)
      await tom().edits(question, `${there.discord.mention} Who backs Tokayev?`)
      expect((await press(tom(), answer, 'Why this?')).content).toContain('I would answer that otherwise now')
    })
  })

  describe('Remove', () => {
    it('takes the answer away for the asker', async () => {
      const answer = await mention(WHEN)
      await tom().presses(answer, 'Remove')
      await gone(answer)
      const asked = await ask(WHEN)
      const shown = await asked.response()
      await tom().presses(asked, 'Remove')
      await gone(shown)
    })

    it('takes the answer away for a moderator', async () => {
      const answer = await mention(WHEN)
      await mara().presses(answer, 'Remove')
      await gone(answer)
    })

    it('takes the answer away for members with the role that moderators named', async () => {
      const role = guild().addRole({ name: 'keepers' })
      await (await mara().runs('/channels role', { role }, { in: general() })).response()
      const keeper = guild().addMember({ name: 'keeper' })
      guild().giveRole(keeper, role)
      const answer = await mention(WHEN)
      await keeper.presses(answer, 'Remove')
      await gone(answer)
    })

    it('tells anybody else privately that it is not theirs to remove', async () => {
      const otto = guild().addMember({ name: 'otto' })
      const answer = await mention(WHEN)
      const refused = await press(otto, answer, 'Remove')
      expect(refused).toMatchObject({ ephemeral: true, updated: false })
      expect(refused.content).toContain('Only the member who asked can remove that answer')
      expect(there.discord.message(answer)).toBeDefined()
    })

    it('does nothing where the button was forged under the answer to somebody else', async () => {
      const otto = guild().addMember({ name: 'otto' })
      const answer = await mention(WHEN)
      for (const forged of [
        answer.buttons.at(-1)?.customId?.replace(tom().id, otto.id),
        `v1:ask:${otto.id}:remove`,
      ]) {
        const pressed = await otto.forges({ data: { custom_id: forged } }).presses(answer, 'Remove')
        expect((await pressed.response()).content).toContain('expired')
      }
      expect(there.discord.message(answer)).toBeDefined()
    })

    it('works after a restart, and in a direct message', async () => {
      const answer = await mention(WHEN)
      await tom().directMessage(WHEN)
      const direct = await there.discord.nextMessage({ in: tom() })
      await there.restart()
      await tom().presses(answer, 'Remove')
      await gone(answer)
      await tom().presses(direct, 'Remove')
      await gone(direct)
    })

    it('leaves nothing to follow the question by: an edit does not bring the answer back', async () => {
      const question = await tom().says(channel, `@bot ${WHEN}`, { mentionsBot: true })
      const answer = await there.discord.nextMessage({ in: channel })
      await tom().presses(answer, 'Remove')
      await gone(answer)
      await there.discord.staysSilent({
        in: channel,
        after: () => tom().edits(question, `${there.discord.mention} Who backs Tokayev?`),
        until: async () => {
          await mara().directMessage(WHEN)
          await there.discord.nextMessage({ in: mara() })
        },
      })
      expect(there.bot().output()).not.toContain('answer does not follow its question')
    })

    const gone = (answer: MessageView): Promise<unknown> =>
      there.discord.until(() => there.discord.message(answer) === undefined, { what: 'the answer removed' })
  })

  describe('that cannot do what they say any more', () => {
    it('say so politely where a command asked, and the process has begun anew or ten minutes have passed', async () => {
      const asked = await ask(WHEN)
      await asked.response()
      await there.restart()
      for (const label of ['More', 'Why this?']) {
        const told = await press(tom(), asked, label)
        expect(told).toMatchObject({ ephemeral: true, updated: false })
        expect(told.content).toContain('I no longer know that question')
      }
    })

    it('say so politely where the question is gone', async () => {
      const question = await tom().says(channel, `@bot ${WHEN}`, { mentionsBot: true })
      const answer = await there.discord.nextMessage({ in: channel })
      clock.advance(11 * 60_000)
      await there.restart()
      await tom().deletes(question)
      expect((await press(tom(), answer, 'More')).content).toContain('I no longer know that question')
    })

    it.each([
      ['another version', () => 'v0:ask:context:x'],
      ['a place in no article', (owner: string) => `v1:ask:${owner}:context:000000000000.1.20`],
      ['a place outside the article', (owner: string) => `v1:ask:${owner}:context:a.0.999999999`],
      ['a page that is no number', (owner: string) => `v1:ask:${owner}:more:m${owner}:-1`],
      ['a question that is none', (owner: string) => `v1:ask:${owner}:why:m1`],
      ['a message that is not there', (owner: string) => `v1:ask:${owner}:more:m123456789012345678`],
      ['an action that is none', (owner: string) => `v1:ask:${owner}:delete-everything:x`],
      ['no action', (owner: string) => `v1:ask:${owner}`],
    ])('say so politely where they were forged with %s', async (_what, forge) => {
      const answer = await mention(WHEN)
      const pressed = await tom()
        .forges({ data: { custom_id: forge(tom().id) } })
        .presses(answer, 'More')
      const told = await pressed.response()
      expect(told).toMatchObject({ ephemeral: true, updated: false })
      expect(told.content).toMatch(/expired|no longer know that question/)
    })

    it('tell nobody what another member asked in private', async () => {
      const secret = await ask(WHEN, { private: true })
      await secret.response()
      const pressed = await mara()
        .forges({ data: { custom_id: `v1:ask:${mara().id}:why:c${secret.id}` } })
        .presses(await mention(WHEN), 'Why this?')
      expect((await pressed.response()).content).toContain('I no longer know that question')
    })
  })

  it('are answered to whoever presses alone, after a sign of it, also where Discord is slow to show the question', async () => {
    const answer = await mention(WHEN)
    there.discord.rest.script('GET /channels/:channel/messages/:message', [{ delay: 1500 }])
    const { content, ...told } = await press(tom(), answer, 'Why this?')
    expect(told).toMatchObject({ ephemeral: true, updated: false, deferred: true })
    expect(content).toContain('Why this quote')
  })

  it('are told of by /help', async () => {
    const { content } = await (await tom().runs('/help', {}, { in: channel })).response()
    for (const label of ['In context', 'More', 'Why this?', 'Remove', 'Follow up'])
      expect(content).toContain(label)
  })

  it('read Russian for whoever reads Russian', async () => {
    const vera = guild().addMember({ name: 'vera', locale: 'ru' })
    const answer = await mention(WHEN)
    expect((await press(vera, answer, 'Why this?')).content).toContain('Почему эта цитата')
    expect((await press(vera, answer, 'More')).content).toContain('Другие места')
  })

  it('leave no word of members in the log', () => {
    expect(there.bot().output()).toContain('answered')
    expect(there.bot().output()).not.toMatch(/protests|Almaty|World Cup/)
  })
})

const WITH_CONTENT = (1 << 0) | (1 << 9) | (1 << 12) | (1 << 15)

describe('an answer from a long section', () => {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'ledger.txt'), LONG)
  writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
  const there = converse({ CORPUS_DIR: folder })
  const { general, mara, tom } = scene(there)

  it('is shown In context on the page that has it, from which its pages turn both ways', async () => {
    const asked = await tom().runs(
      '/ask',
      { question: 'How much salt did ship 30 carry?', article: 'ledger' },
      { in: general() },
    )
    const quoted = readQuotations((await asked.response()).content)
    expect(quoted).toContainEqual(expect.stringContaining('Ship 30 carried'))
    const opened = await tom().presses(asked, 'In context')
    const { content } = await opened.response()
    expect(content).toMatch(/^> \*\*Ship 30 carried 31 barrels/m)
    expect(content).not.toMatch(/Page 1 of/)
    const next = await tom().presses(opened, 'Next page')
    expect(await next.response()).toMatchObject({ ephemeral: true, updated: true })
    expect((await next.response()).content).not.toContain('Ship 30 ')
    const back = await tom().presses(next, 'Previous page')
    expect((await back.response()).content).toBe(content)
  })

  it('shows nothing by its buttons of an article that moderators forbid there since', async () => {
    await (
      await mara().runs('/channels add', { channel: general(), mode: 'mention' }, { in: general() })
    ).response()
    await tom().says(general(), '@bot Who kept the light for forty years?', { mentionsBot: true })
    const answer = await there.discord.nextMessage({ in: general() })
    const forbid = { channel: general(), forbid: 'harbour' }
    await (await mara().runs('/channels articles', forbid, { in: general() })).response()
    for (const label of ['In context', 'More', 'Why this?']) {
      const pressed = await tom().presses(answer, label)
      expect((await pressed.response()).content).not.toMatch(/Venn|Skerry|Brandt/)
    }
  })
})
