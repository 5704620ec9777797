import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  type ChannelSetting,
  MAX_CHANNELS,
  MAX_COOLDOWN,
  NOTHING_SET,
  type Store,
} from '../../src/store/store.js'

/** What every kind of store promises. @param open opens an empty one, or the same one again */
export function keepsSettings(open: () => Promise<Store>): void {
  let store: Store

  beforeEach(async () => {
    store = await open()
  })

  afterEach(() => store.close())

  it('keeps what was set over a restart', async () => {
    const all: ChannelSetting = {
      mode: 'confident',
      articles: ['harbour', '101_year_old.adv'],
      asked: 0.3,
      unasked: 0.95,
      cooldown: 90,
      wait: 5,
      answersIn: 'thread',
    }
    await store.channels.change('s1', 'c1', { mode: 'mention' })
    await store.channels.change('s1', 'c1', all)
    await store.servers.nameModeratorRole('s1', 'keepers')
    await store.close()
    store = await open()
    expect(await store.channels.list('s1')).toEqual([{ channel: 'c1', ...all }])
    expect(await store.servers.moderatorRole('s1')).toBe('keepers')
  })

  it('changes what is named and leaves the rest', async () => {
    await store.channels.change('s2', 'c1', { mode: 'questions', cooldown: 30 })
    await store.channels.change('s2', 'c1', { articles: [] })
    await store.channels.change('s2', 'c1', { cooldown: null })
    expect(await store.channels.find('s2', ['c1'])).toEqual({
      ...NOTHING_SET,
      mode: 'questions',
      articles: [],
    })
  })

  it('says whether there was anything to remove', async () => {
    await store.channels.change('s2', 'c2', { mode: 'mention' })
    expect(await store.channels.remove('s2', 'c2')).toBe(true)
    expect(await store.channels.remove('s2', 'c2')).toBe(false)
    expect(await store.channels.find('s2', ['c2'])).toEqual(NOTHING_SET)
  })

  it('lets a thread win over its channel and a channel over its category, setting by setting', async () => {
    await store.channels.change('s3', 'category', { mode: 'mention', cooldown: 10, articles: ['a'] })
    await store.channels.change('s3', 'channel', { cooldown: 0, unasked: 0.9 })
    await store.channels.change('s3', 'thread', { mode: 'off', articles: [] })
    const inChannel = { ...NOTHING_SET, mode: 'mention', cooldown: 0, articles: ['a'], unasked: 0.9 }
    expect(await store.channels.find('s3', ['channel', 'category'])).toEqual(inChannel)
    const inThread = { ...inChannel, mode: 'off', articles: [] }
    expect(await store.channels.find('s3', ['thread', 'channel', 'category'])).toEqual(inThread)
  })

  it('shows and changes nothing of another server', async () => {
    await store.channels.change('s4', 'c1', { mode: 'questions' })
    await store.servers.nameModeratorRole('s4', 'keepers')
    await store.turns.take('s4', 'c1', NOW, 0)
    expect(await store.channels.list('s5')).toEqual([])
    expect(await store.channels.find('s5', ['c1'])).toEqual(NOTHING_SET)
    expect(await store.channels.remove('s5', 'c1')).toBe(false)
    expect(await store.servers.moderatorRole('s5')).toBeNull()
    expect(await store.turns.last('s5', 'c1')).toBeNull()
    await store.servers.nameModeratorRole('s5', null)
    expect(await store.channels.list('s4')).toHaveLength(1)
    expect(await store.servers.moderatorRole('s4')).toBe('keepers')
    expect(await store.turns.last('s4', 'c1')).toBe(NOW)
  })

  it('knows whether any channel of any server listens', async () => {
    for (const server of ['s1', 's2', 's4'])
      for (const { channel } of await store.channels.list(server))
        await store.channels.remove(server, channel)
    expect(await store.channels.anyListening()).toBe(false)
    for (const mode of ['questions', 'confident', 'thread'] as const) {
      await store.channels.change('s6', 'c1', { mode })
      expect(await store.channels.anyListening()).toBe(true)
      await store.channels.change('s6', 'c1', { mode: 'mention' })
      expect(await store.channels.anyListening()).toBe(false)
    }
  })

  it('refuses more channels than a server may set, and still changes those that are', async () => {
    for (let number = 0; number < MAX_CHANNELS; number++)
      await store.channels.change('s7', `c${number}`, { mode: 'mention' })
    await expect(store.channels.change('s7', 'one-more', { mode: 'mention' })).rejects.toThrow(
      '100 channels at most',
    )
    await store.channels.change('s7', 'c0', { mode: 'questions' })
    expect(await store.channels.list('s7')).toHaveLength(MAX_CHANNELS)
  })

  it('loses none of many changes at once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, number) =>
        store.channels.change('s8', `c${number}`, { mode: 'mention' }),
      ),
    )
    expect(await store.channels.list('s8')).toHaveLength(50)
  })

  it('gives a turn to speak once in a cooldown, and to one of many at once', async () => {
    const take = (now: number): Promise<boolean> => store.turns.take('s9', 'c1', now, 60_000)
    expect(await Promise.all([take(NOW), take(NOW), take(NOW)])).toEqual([true, false, false])
    expect(await take(NOW + 59_999)).toBe(false)
    expect(await store.turns.last('s9', 'c1')).toBe(NOW)
    await store.close()
    store = await open()
    expect(await take(NOW + 59_999)).toBe(false)
    expect(await take(NOW + 60_000)).toBe(true)
    expect(await take(NOW - 3_600_000)).toBe(true) // after the clock was set back
    expect(await take(NOW - 3_600_000)).toBe(false)
    expect(await store.turns.take('s9', 'c2', NOW, 60_000)).toBe(true)
  })

  it('forgets a server thirty days after it was first missed, and not one that came back meanwhile', async () => {
    const day = 86_400_000
    const compare = (present: string[], days: number): Promise<readonly string[]> =>
      store.leftServers.compare(new Set(present), NOW + days * day)
    const others = Array.from({ length: 10 }, (_, number) => `s${number + 1}`)
    for (const server of ['gone', 'back']) {
      await store.channels.change(server, 'c1', { mode: 'mention' })
      await store.servers.nameModeratorRole(server, 'keepers')
      await store.turns.take(server, 'c1', NOW, 0)
    }
    expect(await compare([...others, 'gone', 'back'], 0)).toEqual([])
    expect(await compare(others, 1)).toEqual([])
    expect(await compare([...others, 'back'], 30.4)).toEqual([])
    expect(await compare(others, 30.5)).toEqual([])
    expect(await store.channels.list('gone')).toHaveLength(1)
    expect(await compare(others, 31)).toEqual(['gone'])
    expect(await store.channels.list('gone')).toEqual([])
    expect(await store.servers.moderatorRole('gone')).toBeNull()
    expect(await store.turns.last('gone', 'c1')).toBeNull()
    expect(await store.channels.list('back')).toHaveLength(1)
    expect(await store.servers.moderatorRole('back')).toBe('keepers')
    expect(await compare(others, 61)).toEqual(['back'])
  })

  it('forgets turns that no cooldown needs any more, and those of a channel that is removed', async () => {
    await store.turns.take('s10', 'c1', NOW, 0)
    await store.turns.take('s10', 'c2', NOW + MAX_COOLDOWN * 1000 + 1, 0)
    expect(await store.turns.last('s10', 'c1')).toBeNull()
    expect(await store.channels.remove('s10', 'c2')).toBe(false)
    expect(await store.turns.last('s10', 'c2')).toBeNull()
  })
}

const NOW = Date.UTC(2022, 0, 5)
