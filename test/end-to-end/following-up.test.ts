import { beforeAll, describe, expect, it } from 'vitest'
import { readQuotations } from '../../src/discord/read-back.js'
import { settableClock } from '../discord-double/clock.js'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import type { MessageView } from '../discord-double/message-view.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle } from '../discord-double/places.js'
import { converse, scene } from './conversation.js'

const WHEN = 'When did the protests begin in Kazakhstan?'
const BEGAN = 'Protests in Kazakhstan began on January 2, 2022 in the western part of the country.'
const BECAUSE =
  'The protest occurred because the government almost doubled the price of fuel even though the country is rich in oil.'
const COUP = 'In the latest news, President Tokayev called the riots an attempted coup against him.'

describe('a question that leans on the one before', () => {
  const clock = settableClock()
  const there = converse({}, { now: clock.now })
  const { guild, general, mara, tom } = scene(there)
  let channel: ChannelHandle

  beforeAll(async () => {
    channel = guild().addChannel({ name: 'mentions' })
    const set = await mara().runs('/channels add', { channel, mode: 'mention' }, { in: general() })
    expect((await set.response()).content).toContain('Saved')
  })

  const mention = async (person: Person, words: string): Promise<MessageView> => {
    await person.says(channel, `@bot ${words}`, { mentionsBot: true })
    return there.discord.nextMessage({ in: channel })
  }

  const reply = async (person: Person, answer: MessageView, words: string): Promise<MessageView> => {
    await person.says({ id: answer.channelId }, words, { replyTo: answer })
    return there.discord.nextMessage({ in: { id: answer.channelId } })
  }

  const direct = async (person: Person, words: string): Promise<MessageView> => {
    await person.directMessage(words)
    return there.discord.nextMessage({ in: person })
  }

  const ask = (question: string, more = {}, person = tom()): Promise<InteractionHandle> =>
    person.runs('/ask', { question, ...more }, { in: channel })

  const followUp = async (
    asked: InteractionHandle,
    words: string,
    person = tom(),
  ): Promise<InteractionHandle> =>
    person.submits(await person.presses(asked, 'Follow up'), { 'Your next question': words })

  describe('in reply to the answer to a mention', () => {
    it('is taken as the same question with another question word, and says so', async () => {
      const { content } = await reply(tom(), await mention(tom(), WHEN), 'why?')
      expect(content).toContain('Taken as: “Why did the protests begin in Kazakhstan?”')
      expect(readQuotations(content)).toEqual([BECAUSE])
    })

    it('is taken as the same question about another place, and not answered where the article only speaks of the first', async () => {
      const { content } = await reply(tom(), await mention(tom(), WHEN), 'and in Almaty?')
      expect(content).toContain('Taken as: “When did the protests begin in Almaty?”')
      expect(content).toContain('The article does not say.')
    })

    it('that asks who said that gets the same quote, with the speaker standing out', async () => {
      const answer = await mention(tom(), 'What did Tokayev call the riots?')
      const { content } = await reply(tom(), answer, 'who said that?')
      expect(readQuotations(content)).toEqual([COUP])
      expect(content).toContain('**President Tokayev** called')
      expect(content).toContain('Speaking: President Tokayev')
    })

    it('that asks who said that is told where nobody is named', async () => {
      const { content } = await reply(tom(), await mention(tom(), WHEN), 'who said that?')
      expect(content).toContain('I see nobody named there as saying it')
      expect(readQuotations(content)).toEqual([BEGAN])
    })

    it('has the person named before in place of a pronoun', async () => {
      const answer = await mention(tom(), 'What did Tokayev call the riots?')
      const { content } = await reply(tom(), answer, 'Who backs him?')
      expect(content).toContain('Taken as: “Who backs Tokayev?”')
      expect(content).toContain('backed by **Russia**')
    })

    it('may lean on one that leans itself', async () => {
      const second = await reply(tom(), await mention(tom(), WHEN), 'why?')
      const third = await reply(tom(), second, 'where?')
      expect(third.content).toContain('Taken as: “Where did the protests begin in Kazakhstan?”')
    })

    it('leans on nothing that another member asked, though on the quote that everybody sees', async () => {
      const answer = await mention(tom(), 'What did Tokayev call the riots?')
      const { content } = await reply(mara(), answer, 'when?')
      expect(content).toContain('I found no word in that')
      expect(content).not.toContain('Taken')
      expect(readQuotations((await reply(mara(), answer, 'who said that?')).content)).toEqual([COUP])
    })

    it('leans on nothing when it is a mention of its own', async () => {
      await mention(tom(), WHEN)
      expect((await mention(tom(), 'why?')).content).toContain('I found no word in that')
    })

    it('still leans after a restart, since Discord tells what it replies to', async () => {
      const answer = await mention(tom(), WHEN)
      await there.restart()
      expect(readQuotations((await reply(tom(), answer, 'why?')).content)).toEqual([BECAUSE])
    })

    it('is answered anew when it is edited', async () => {
      const answer = await mention(tom(), WHEN)
      const question = await tom().says(channel, 'why?', { replyTo: answer })
      const second = await there.discord.nextMessage({ in: channel })
      const change = there.discord.nextEdit(second)
      await tom().edits(question, 'where?')
      expect((await change).content).toContain('Taken as: “Where did the protests begin in Kazakhstan?”')
    })

    it('shows the question before without its marks and pings', async () => {
      const before = 'When did the **protests** begin in [Kazakhstan](https://example.org), @everyone?'
      const { content } = await reply(tom(), await mention(tom(), before), 'why?')
      expect(content).toContain('\\*\\*protests\\*\\*')
      expect(content).toContain('\\@everyone')
      expect(content).toContain('\\[Kazakhstan\\]')
    })

    it('is taken for a new question where what it leans on cannot be read', async () => {
      const answer = await mention(tom(), WHEN)
      there.discord.rest.script('GET /channels/:channel/messages/:message', [
        { status: 500 },
        { status: 500 },
      ])
      expect((await reply(tom(), answer, 'why?')).content).toContain('I found no word in that')
    })
  })

  describe('in a direct message', () => {
    it('leans on what was asked there before, within ten minutes', async () => {
      const lena = there.discord.addPerson({ name: 'Lena' })
      await direct(lena, WHEN)
      expect(readQuotations((await direct(lena, 'and why?')).content)).toEqual([BECAUSE])
      await direct(lena, 'thanks!')
      expect((await direct(lena, 'where?')).content).toContain('Where did the protests begin in Kazakhstan?')
    })

    it('that is a reply leans on what it replies to', async () => {
      const lena = there.discord.addPerson({ name: 'Lena' })
      const first = await direct(lena, WHEN)
      await direct(lena, 'What did Tokayev call the riots?')
      expect((await reply(lena, first, 'why?')).content).toContain(
        'Why did the protests begin in Kazakhstan?',
      )
    })

    it('stands alone where it names what it asks', async () => {
      const lena = there.discord.addPerson({ name: 'Lena' })
      await direct(lena, WHEN)
      const { content } = await direct(lena, 'What did Tokayev call the riots?')
      expect(content).not.toContain('Taken')
      expect(readQuotations(content)).toContain(COUP)
    })

    it('leans on what was asked there by /ask', async () => {
      const lena = there.discord.addPerson({ name: 'Lena' })
      await (await lena.runs('/ask', { question: WHEN }, { in: 'dm' })).response()
      expect(readQuotations((await direct(lena, 'why?')).content)).toEqual([BECAUSE])
    })

    it('leans on nothing of other conversations', async () => {
      const [lena, otto] = [
        there.discord.addPerson({ name: 'Lena' }),
        there.discord.addPerson({ name: 'Otto' }),
      ]
      await direct(lena, WHEN)
      expect((await direct(otto, 'why?')).content).toContain('I found no word in that')
    })
  })

  describe('by the button under /ask', () => {
    it('is answered as a follow-up, under which the button stands again', async () => {
      const asked = await ask(WHEN)
      const second = await followUp(asked, 'why?')
      const { content, ephemeral } = await second.response()
      expect(content).toContain('Taken as: “Why did the protests begin in Kazakhstan?”')
      expect(readQuotations(content)).toEqual([BECAUSE])
      expect(ephemeral).toBe(false)
      const third = await followUp(second, 'and in Almaty?')
      expect((await third.response()).content).toContain('“Why did the protests begin in Almaty?”')
    })

    it('stays private where the answer was', async () => {
      const asked = await ask(WHEN, { private: true })
      expect((await (await followUp(asked, 'why?')).response()).ephemeral).toBe(true)
    })

    it('stays with the article that was asked', async () => {
      const [choice] = await tom().types(
        '/ask',
        { question: 'When?', article: 'china' },
        { focused: 'article', in: channel },
      )
      const asked = await ask(WHEN, { article: String(choice?.value) })
      expect(readQuotations((await (await followUp(asked, 'why?')).response()).content)).toEqual([BECAUSE])
    })

    it('answers a question that stands alone like any other', async () => {
      const asked = await followUp(await ask(WHEN), 'What did Tokayev call the riots?')
      const { content } = await asked.response()
      expect(content).not.toContain('Taken')
      expect(readQuotations(content)).toContain(COUP)
    })

    it('belongs to the member who asked', async () => {
      const pressed = await mara().presses(await ask(WHEN), 'Follow up')
      expect(await pressed.response()).toMatchObject({ ephemeral: true })
      const opened = await tom().presses(await ask(WHEN), 'Follow up')
      const forged = await mara().forges({}).submits(opened, { 'Your next question': 'why?' })
      expect((await forged.response()).content).toContain('belong to the member who asked')
    })

    it('tells nothing of what another member asked, where it is forged', async () => {
      const asked = await ask(WHEN)
      const opened = await mara()
        .forges((payload) =>
          JSON.parse(JSON.stringify(payload).replace(`ask:${tom().id}`, `ask:${mara().id}`)),
        )
        .presses(asked, 'Follow up')
      const sent = await mara().submits(opened, { 'Your next question': 'why?' })
      const { content } = await sent.response()
      expect(content).not.toContain('belong to the member who asked')
      expect(content).not.toContain('in Kazakhstan?')
    })

    it('is a new question after a restart, except for who speaks in the quote', async () => {
      const asked = await ask('What did Tokayev call the riots?')
      await asked.response()
      await there.restart()
      expect((await (await followUp(asked, 'when?')).response()).content).toContain('I found no word in that')
      expect((await (await followUp(asked, 'who said that?')).response()).content).toContain(
        'Speaking: President Tokayev',
      )
    })

    it('is offered under no answer that quotes nothing', async () => {
      const asked = await ask('Who won the World Cup in 2018?')
      expect((await asked.response()).buttons.map(({ label }) => label)).not.toContain('Follow up')
    })

    it('says that it has expired where it was forged', async () => {
      const asked = await ask(WHEN)
      const { buttons } = await asked.response()
      const id = buttons.find(({ label }) => label === 'Follow up')?.customId ?? ''
      for (const place of ['nowhere.1.2', 'x', `${id.split(':').at(-1)?.split('.')[0]}.0.99999999`]) {
        const forged = [...id.split(':').slice(0, -1), place].join(':')
        const opened = await tom()
          .forges((payload) => JSON.parse(JSON.stringify(payload).replace(id, forged)))
          .presses(asked, 'Follow up')
        const sent = await tom().submits(opened, { 'Your next question': 'who said that?' })
        expect((await sent.response()).content).toContain('I found no word in that')
      }
    })

    it('works in servers the bot is not in, for members who installed it', async () => {
      const elsewhere = there.discord.addGuild({ name: 'Elsewhere', botIn: false })
      const square = elsewhere.addChannel({ name: 'square' })
      const vera = elsewhere.addMember({ name: 'vera' })
      const use = { in: square, userInstalled: true }
      const asked = await vera.runs('/ask', { question: WHEN }, use)
      const opened = await vera.presses(asked, 'Follow up', { userInstalled: true })
      const sent = await vera.submits(opened, { 'Your next question': 'why?' }, { userInstalled: true })
      expect(readQuotations((await sent.response()).content)).toEqual([BECAUSE])
    })
  })

  it('leaves no word of members in the log', () => {
    expect(there.bot().output()).toContain('answered')
    expect(there.bot().output()).not.toMatch(/protests|Almaty|why\?|Tokayev/)
  })

  it('leans on nothing that was said more than ten minutes before', async () => {
    const lena = there.discord.addPerson({ name: 'Lena' })
    await direct(lena, WHEN)
    clock.advance(10 * 60_000 + 1000)
    expect((await direct(lena, 'why?')).content).toContain('I found no word in that')
  })
})
