import { describe, expect, it } from 'vitest'
import { converse, scene } from './conversation.js'

describe('setting channels', () => {
  const there = converse()
  const { guild, general, mara, tom } = scene(there)

  const run = async (line: string, values: Record<string, unknown>, person = mara()): Promise<string> =>
    (await (await person.runs(line, values as never, { in: general() })).response()).content

  it('adds, lists, changes and removes a channel, and says each is saved', async () => {
    const channel = guild().addChannel({ name: 'news' })
    expect(await run('/channels add', { channel })).toContain('Saved: in \\#news'.replace('\\', ''))
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

  it('tells the moderators when settings cannot be changed, and changes none', async () => {
    const channel = guild().addChannel({ name: 'hundred-and-first' })
    const before = await run('/channels list', {})
    for (let number = 0; number < 100; number++) {
      await run('/channels add', { channel: guild().addChannel({ name: `c${number}` }) })
    }
    expect(await run('/channels add', { channel })).toContain('100 channels at most')
    expect(before).not.toContain('hundred-and-first')
  })
})
