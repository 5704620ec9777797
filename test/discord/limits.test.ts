import { describe, expect, it } from 'vitest'
import { type Costly, createLimits, type Limits, type Spender } from '../../src/discord/limits.js'

const mara: Spender = { member: 'mara', server: 'harbour', channel: null }

/** How many requests in a row are let through. */
async function letThrough(
  limits: Limits,
  request: Costly,
  spender: (number: number) => Spender,
): Promise<number> {
  for (let number = 0; ; number++) {
    try {
      await limits.spend(request, spender(number))
    } catch {
      return number
    }
  }
}

describe('limits', () => {
  it('let a member ask more in a row than anybody types, and no more', async () => {
    expect(await letThrough(createLimits(), 'command', () => mara)).toBe(30)
    expect(await letThrough(createLimits(), 'settings', () => mara)).toBe(150)
    expect(await letThrough(createLimits(), 'menu', () => mara)).toBe(7) // as dear as four questions each
  })

  it('hold for each member alone, until the whole server asks too much', async () => {
    const limits = createLimits()
    await letThrough(limits, 'command', () => mara)
    await limits.spend('command', { ...mara, member: 'tom' })
    const anybody = (number: number): Spender => ({ ...mara, member: `member ${number}` })
    expect(await letThrough(limits, 'command', anybody)).toBeLessThan(100)
    await expect(limits.spend('command', { ...mara, member: 'vera' })).rejects.toThrow('too many')
    await limits.spend('command', { member: 'vera', server: 'elsewhere', channel: null })
    await limits.spend('command', { member: 'vera', server: null, channel: null })
  })

  it('let through in a channel what Discord lets a bot send there', async () => {
    const anybody = (number: number): Spender => ({ member: `member ${number}`, server: 's', channel: 'c' })
    expect(await letThrough(createLimits(), 'message', anybody)).toBe(30)
  })

  it('say when there is room again, and to each member once', async () => {
    const limits = createLimits()
    await letThrough(limits, 'autocomplete', () => mara)
    const spent = limits.spend('command', mara)
    await expect(spent).rejects.toMatchObject({ tell: true })
    await expect(spent).rejects.toSatisfy(({ seconds }) => seconds >= 1 && seconds <= 10)
    await expect(limits.spend('command', mara)).rejects.toMatchObject({ tell: false })
  })

  it('remember no more than ten thousand, the latest', async () => {
    const limits = createLimits()
    await letThrough(limits, 'command', () => ({ ...mara, server: null }))
    for (let number = 0; number < 9999; number++)
      await limits.spend('command', { member: `member ${number}`, server: null, channel: null })
    await expect(limits.spend('command', { ...mara, server: null })).rejects.toThrow()
    for (let number = 0; number < 10_000; number++)
      await limits.spend('command', { member: `other ${number}`, server: null, channel: null })
    await limits.spend('command', { ...mara, server: null })
  })
})
