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
    const offered = await tom()
      .forges({ member: { permissions: '0' } })
      .types('/channels articles', { channel, allow: '' }, { focused: 'allow', in: general() })
    expect(offered).toEqual([])
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

  it('says which more it lacks where it is to answer in threads', async () => {
    const channel = guild().addChannel({ name: 'threadless' })
    channel.denyBot('CreatePublicThreads', 'SendMessagesInThreads')
    expect(await run('/channels add', { channel })).not.toContain('I lack')
    expect(await run('/channels mode', { channel, mode: 'thread' })).toContain(
      'In #threadless I cannot answer as set yet: I lack Create Public Threads, Send Messages in Threads.',
    )
  })

  it('says of each channel in a category which permissions it lacks', async () => {
    const category = guild().addChannel({ name: 'Events', type: 'category' })
    guild().addChannel({ name: 'open', parent: category })
    guild().addChannel({ name: 'closed', parent: category }).denyBot('ViewChannel', 'SendMessages')
    const saved = await run('/channels add', { channel: category })
    expect(saved).toContain('Saved: in the category “Events” I answer when I am mentioned.')
    expect(saved).toContain('In #closed I cannot answer as set yet: I lack View Channel, Send Messages.')
    expect(saved).not.toContain('#open')
    expect(await run('/channels list', {})).toContain('- Category “Events”: mention')
  })

  it('says that a channel follows its category once its own settings are removed', async () => {
    const category = guild().addChannel({ name: 'Debates', type: 'category' })
    const channel = guild().addChannel({ name: 'debate', parent: category })
    await run('/channels add', { channel: category })
    await run('/channels mode', { channel, mode: 'off' })
    expect(await run('/channels remove', { channel })).toContain('#debate follows its category now: mention.')
  })

  it('sets thresholds in percent, and forgets them', async () => {
    const channel = guild().addChannel({ name: 'thresholds' })
    await run('/channels add', { channel })
    expect(await run('/channels thresholds', { channel, asked: 30 })).toContain(
      'from 30 % on, and unasked from 88 % on',
    )
    expect(await run('/channels thresholds', { channel, unasked: 70 })).toContain(
      'from 30 % on, and unasked from 70 % on',
    )
    expect(await run('/channels list', {})).toContain(
      '#thresholds: mention; asked from 30 %; unasked from 70 %',
    )
    expect(await run('/channels thresholds', { channel })).toContain('from 20 % on, and unasked from 88 % on')
    expect(await run('/channels list', {})).toMatch(/#thresholds: mention$/m)
  })

  it('keeps the unasked threshold above the other, and high in the mode confident', async () => {
    const channel = guild().addChannel({ name: 'crossed' })
    await run('/channels add', { channel, mode: 'confident' })
    const low = await run('/channels thresholds', { channel, asked: 60, unasked: 50 })
    expect(low).toContain('from 60 % on, and unasked from 95 % on')
    expect(low).toContain('in the mode confident never less than 95 %')
    await run('/channels mode', { channel, mode: 'questions' })
    expect(await run('/channels thresholds', { channel, asked: 61 })).toContain('unasked from 61 % on')
  })

  it('sets a cooldown, and how long people have to answer first', async () => {
    const channel = guild().addChannel({ name: 'cooldown' })
    const saved = await run('/channels cooldown', { channel, seconds: 90, wait: 5 })
    expect(saved).toContain('at least 90 s pass between two answers')
    expect(saved).toContain('people have 5 s to answer')
    expect(saved).toContain('For now I answer slash commands only there')
    expect(await run('/channels list', {})).toContain('#cooldown: cooldown 90 s; people first for 5 s')
    expect(await run('/channels cooldown', { channel })).toContain('at least 60 s pass')
    expect(await run('/channels list', {})).toContain('#cooldown: the default')
  })

  it('sets answers in threads for a mode, except where the mode is thread', async () => {
    const channel = guild().addChannel({ name: 'threads' })
    await run('/channels add', { channel })
    expect(await run('/channels thread', { channel, on: true })).toContain('in a thread that I open')
    expect(await run('/channels list', {})).toContain('#threads: mention; in a thread')
    expect(await run('/channels thread', { channel, on: false })).toContain('where the question stands')
    await run('/channels mode', { channel, mode: 'thread' })
    expect(await run('/channels thread', { channel, on: false })).toContain('always answer in a thread')
  })

  it('names a role whose members are moderators, too', async () => {
    const channel = guild().addChannel({ name: 'by-role' })
    const role = guild().addRole({ name: 'Keepers' })
    const keeper = guild().addMember({ name: 'keeper' })
    guild().giveRole(keeper, role)
    const asKeeper = async (line: string, values: object): Promise<string> =>
      (await (await keeper.runs(line, values as never, { in: general(), allowedByServer: true })).response())
        .content

    expect(await asKeeper('/channels add', { channel })).toContain('This is for moderators')
    const named = await run('/channels role', { role })
    expect(named).toContain('members with the role Keepers')
    expect(named).toContain('Server Settings, Integrations')
    expect(await asKeeper('/channels add', { channel })).toContain('Saved')
    expect(await asKeeper('/channels list', {})).toContain('Moderators: Manage Server, and the role Keepers')
    expect(await asKeeper('/status', {})).toContain('How it stands')
    expect(await asKeeper('/simulate', { channel, text: 'When?' })).toContain('#by-role')
    expect(await asKeeper('/channels role', {})).toContain('Only members with the permission Manage Server')

    expect(await run('/channels role', {})).toContain('only members with Manage Server')
    expect(await asKeeper('/channels list', {})).toContain('This is for moderators')
  })

  it('does not make everyone a moderator', async () => {
    expect(await run('/channels role', { role: { id: guild().id } })).toContain(
      'Choose a role of this server',
    )
  })

  it('refuses a hundred and first channel, and lists the others page by page', async () => {
    const last = guild().addChannel({ name: 'hundred-and-first' })
    for (let number = 0; number < 100; number++) {
      await run('/channels add', { channel: guild().addChannel({ name: `a-channel-with-a-name-${number}` }) })
    }
    expect(await run('/channels add', { channel: last })).toContain('100 channels at most')
    const asked = await mara().runs('/channels list', {}, { in: general() })
    const pages = [(await asked.response()).content]
    for (let shown = asked; pages.at(-1)?.match(/Page (\d+) of (?!\1)/) != null; ) {
      shown = await mara().presses(shown, 'Next page')
      pages.push((await shown.response()).content)
    }
    expect(pages.length).toBeGreaterThan(1)
    const names = pages.join('\n').match(/^- .*: /gm) ?? []
    expect(new Set(names).size).toBe(100)
    expect(pages.join('')).not.toContain('hundred-and-first')
  })

  it('turns no page of the list for who is no moderator any more', async () => {
    const other = there.discord.addGuild({ name: 'Demoted' })
    const here = other.addChannel({ name: 'here' })
    const lena = other.addMember({ name: 'lena', permissions: ['ManageGuild'] })
    for (let number = 0; number < 60; number++) {
      const channel = other.addChannel({ name: `a-channel-with-a-long-name-${number}` })
      await (await lena.runs('/channels add', { channel }, { in: here })).response()
    }
    const asked = await lena.runs('/channels list', {}, { in: here })
    await asked.response()
    const pressed = await lena.forges({ member: { permissions: '0' } }).presses(asked, 'Next page')
    expect((await pressed.response()).content).toContain('This is for moderators')
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
