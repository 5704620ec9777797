import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InteractionHandle } from '../discord-double/interaction-handle.js'
import type { Person } from '../discord-double/person.js'
import { converse, scene } from '../end-to-end/conversation.js'

const WHEN = 'When did the protests begin in Kazakhstan?'

describe('a member who wants to be forgotten', () => {
  const there = converse()
  const { general, mara, tom } = scene(there)

  const followUp = async (person: Person, asked: InteractionHandle, words: string): Promise<string> => {
    const sent = await person.submits(await person.presses(asked, 'Follow up'), {
      'Your next question': words,
    })
    return (await sent.response()).content
  }
  const where = { server: () => general(), 'a direct message': () => 'dm' as const }

  it.each([
    ['by its option', 'server'],
    ['by its option', 'a direct message'],
    ['by its button', 'server'],
    ['by its button', 'a direct message'],
  ] as const)(
    'V3: deletes %s in %s what is held of the member, and says what remains',
    async (how, place) => {
      const use = { in: where[place]() }
      const asked = await mara().runs('/ask', { question: WHEN }, use)
      expect(await followUp(mara(), asked, 'why?')).toContain('Taken as')
      const ofTom = await tom().runs('/ask', { question: WHEN }, use)
      await ofTom.response()

      const deleting = await mara().runs('/privacy', how === 'by its option' ? { delete: true } : {}, use)
      const told =
        how === 'by its option' ? deleting : await mara().presses(deleting, 'Forget what you hold of me')
      const { content, ephemeral } = await told.response()
      expect(content).toMatch(/Forgotten: [23] questions of yours/)
      expect(content).toContain('What remains: how much your id asked of late')
      expect(content).toContain('for ten minutes')
      expect(ephemeral).toBe(true)

      expect(await followUp(mara(), asked, 'when?')).not.toContain('Taken')
      expect(await followUp(tom(), ofTom, 'why?')).toContain('Taken as')
    },
  )

  it('V3: no file of the bot holds the id or a word of a member', async () => {
    await (
      await mara().runs('/channels add', { channel: general(), mode: 'mention' }, { in: general() })
    ).response()
    await tom().says(general(), WHEN, { mentionsBot: true })
    await there.discord.nextMessage({ in: general() })
    const data = path.join(there.folder, 'data')
    const files = readdirSync(data)
    expect(files).toContain('verbatim.sqlite')
    const kept = files.map((file) => readFileSync(path.join(data, file), 'latin1')).join('')
    expect(kept).toContain(general().id)
    for (const secret of [mara().id, tom().id, 'protests', 'mara']) expect(kept).not.toContain(secret)
  })
})
