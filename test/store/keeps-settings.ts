import { afterEach, beforeEach, expect, it } from 'vitest'
import { MAX_CHANNELS, type Store } from '../../src/store/store.js'

/** What every kind of store promises. @param open opens an empty one, or the same one again */
export function keepsSettings(open: () => Promise<Store>): void {
  let store: Store

  beforeEach(async () => {
    store = await open()
  })

  afterEach(() => store.close())

  it('keeps what was set over a restart', async () => {
    await store.channels.set('s1', 'c1', 'mention')
    await store.channels.set('s1', 'c1', 'questions')
    await store.close()
    store = await open()
    expect(await store.channels.list('s1')).toEqual([{ channel: 'c1', mode: 'questions' }])
  })

  it('says whether there was anything to remove', async () => {
    await store.channels.set('s2', 'c1', 'mention')
    expect(await store.channels.remove('s2', 'c1')).toBe(true)
    expect(await store.channels.remove('s2', 'c1')).toBe(false)
    expect(await store.channels.find('s2', ['c1'])).toBeNull()
  })

  it("lets a thread's own setting win over its parent's", async () => {
    await store.channels.set('s3', 'parent', 'mention')
    expect(await store.channels.find('s3', ['thread', 'parent'])).toMatchObject({ mode: 'mention' })
    await store.channels.set('s3', 'thread', 'questions')
    expect(await store.channels.find('s3', ['thread', 'parent'])).toMatchObject({ mode: 'questions' })
  })

  it('shows and changes nothing of another server', async () => {
    await store.channels.set('s4', 'c1', 'questions')
    expect(await store.channels.list('s5')).toEqual([])
    expect(await store.channels.find('s5', ['c1'])).toBeNull()
    expect(await store.channels.remove('s5', 'c1')).toBe(false)
    expect(await store.channels.list('s4')).toHaveLength(1)
  })

  it('knows whether any channel of any server listens', async () => {
    for (const { channel } of await store.channels.list('s1')) await store.channels.remove('s1', channel)
    for (const { channel } of await store.channels.list('s3')) await store.channels.remove('s3', channel)
    await store.channels.remove('s4', 'c1')
    expect(await store.channels.anyListening()).toBe(false)
    await store.channels.set('s6', 'c1', 'questions')
    expect(await store.channels.anyListening()).toBe(true)
  })

  it('refuses more channels than a server may set, and still changes those that are', async () => {
    for (let number = 0; number < MAX_CHANNELS; number++)
      await store.channels.set('s7', `c${number}`, 'mention')
    await expect(store.channels.set('s7', 'one-more', 'mention')).rejects.toThrow('100 channels at most')
    await store.channels.set('s7', 'c0', 'questions')
    expect(await store.channels.list('s7')).toHaveLength(MAX_CHANNELS)
  })

  it('loses none of many changes at once', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, number) => store.channels.set('s8', `c${number}`, 'mention')),
    )
    expect(await store.channels.list('s8')).toHaveLength(50)
  })
}
