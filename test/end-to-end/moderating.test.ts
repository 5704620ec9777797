import { describe, expect, it } from 'vitest'
import { converse, scene } from './conversation.js'

describe('setting channels', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)

  const run = async (line: string, values: Record<string, unknown>, person = mara()): Promise<string> =>
    (await (await person.runs(line, values as never, { in: general() })).response()).content

  it('adds, lists, changes and removes a channel, and says each is saved', async () => {
    const channel = guild().addChannel({ name: 'news' })
    expect(await run('/channels add', { channel })).toContain('Saved: in #news')
    expect(await run('/channels list', {})).toContain('#news: mention')
    expect(await run('/channels mode', { channel, mode: 'questions' })).toContain('unasked when I am sure')
    expect(await run('/channels list', {})).toContain('#news: questions')
    expect(await run('/channels remove', { channel })).toContain('no longer')
    expect(await run('/channels remove', { channel })).toContain('did not answer')
    expect(await run('/channels list', {})).toContain('no channel')
  })

  it('keeps settings over a restart', async () => {
    const channel = guild().addChannel({ name: 'lasting' })
    await run('/channels add', { channel, mode: 'mention' })
    expect(await there.restart()).toBe(0)
    expect(await run('/channels list', {})).toContain('#lasting: mention')
    await mara().says(channel, '@bot When did the protests begin?', { mentionsBot: true })
    expect((await there.discord.nextMessage({ in: channel })).content).toContain('January 2, 2022')
  })

  it('keeps settings that were acknowledged when it is killed', async () => {
    const channel = guild().addChannel({ name: 'killed' })
    await run('/channels add', { channel, mode: 'mention' })
    there.bot().child.kill('SIGKILL')
    await there.restart()
    expect(await run('/channels list', {})).toContain('#killed: mention')
  })

  it('refuses members without Manage Server, whatever Discord let through', async () => {
    const channel = guild().addChannel({ name: 'forbidden' })
    const refused = await tom()
      .forges({ member: { permissions: '0' } })
      .runs('/channels add', { channel, mode: 'questions' }, { in: general() })
    expect((await refused.response()).content).toContain('Manage Server')
    expect(await run('/channels list', {})).not.toContain('forbidden')
  })

  it('refuses a channel of another server, and shows nothing of that server', async () => {
    const other = there.discord.addGuild({ name: 'Elsewhere' })
    const theirs = other.addChannel({ name: 'theirs' })
    const lena = other.addMember({ name: 'lena', permissions: ['ManageGuild'] })
    await (await lena.runs('/channels add', { channel: theirs }, { in: theirs })).response()

    const forged = await mara()
      .forges((payload) => JSON.parse(JSON.stringify(payload).replaceAll(general().id, theirs.id)))
      .runs('/channels add', { channel: general() }, { in: guild().addChannel({ name: 'here' }) })
    expect((await forged.response()).content).toContain('of this server')
    expect(await run('/channels list', {})).not.toMatch(/theirs|cannot see/)
  })

  it('says which permissions it lacks in a channel', async () => {
    const channel = guild().addChannel({ name: 'mute' })
    channel.denyBot('SendMessages')
    expect(await run('/channels add', { channel })).toContain('I lack Send Messages')
  })

  it('refuses a hundred and first channel, and lists as many as a message holds', async () => {
    const last = guild().addChannel({ name: 'hundred-and-first' })
    for (let number = 0; number < 100; number++) {
      await run('/channels add', { channel: guild().addChannel({ name: `a-channel-with-a-name-${number}` }) })
    }
    expect(await run('/channels add', { channel: last })).toContain('100 channels at most')
    const listed = await run('/channels list', {})
    expect(listed).toMatch(/a-channel-with-a-name-\d+: mention\n-# … and \d+ more/)
    expect(listed).not.toContain('hundred-and-first')
  })

  it('forgets a channel that is deleted', async () => {
    const other = there.discord.addGuild({ name: 'Short-lived' })
    const here = other.addChannel({ name: 'here' })
    const gone = other.addChannel({ name: 'gone' })
    const lena = other.addMember({ name: 'lena', permissions: ['ManageGuild'] })
    const inOther = async (line: string, values: Record<string, unknown>): Promise<string> =>
      (await (await lena.runs(line, values as never, { in: here })).response()).content
    await inOther('/channels add', { channel: gone })
    expect(await inOther('/channels list', {})).toContain('#gone')
    gone.remove()
    await there.bot().says('settings of a deleted channel removed')
    expect(await inOther('/channels list', {})).toContain('no channel')
  })
})
