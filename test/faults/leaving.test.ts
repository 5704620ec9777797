import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it, vi } from 'vitest'
import { emptyFolder } from '../end-to-end/bot-process.js'
import { isAnswered, onStage } from './faults.js'

/** Has the bot see a clock that is so many days ahead. */
function daysAhead(days: number): Readonly<Record<string, string>> {
  const file = path.join(emptyFolder(), 'clock.mjs')
  writeFileSync(file, `const now = Date.now\nDate.now = () => now() + ${days * 86_400_000}\n`)
  return { NODE_OPTIONS: `--import ${file}` }
}

/** @returns the servers of which a table of a bot's settings keeps something */
function serversKept(folder: string, table: string): unknown[] {
  const database = new DatabaseSync(path.join(folder, 'data', 'verbatim.sqlite'), { readOnly: true })
  try {
    return database.prepare(`select server_id from ${table}`).all().flatMap(Object.values)
  } finally {
    database.close()
  }
}

describe('a server that the bot leaves', () => {
  it('V4: settings are deleted thirty days after it, and kept over an outage and a return', async () => {
    await onStage(async ({ discord, start }) => {
      const folder = emptyFolder()
      const first = start({}, folder)
      await discord.ready()
      const tom = discord.addPerson({ name: 'tom' })
      const settled = async (name: string) => {
        const guild = discord.addGuild({ name })
        const channel = guild.addChannel({ name: 'general' })
        const mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
        await (await mara.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
        return guild
      }
      const [left, down, back] = [await settled('Left'), await settled('Down'), await settled('Back')]
      const kept = (): unknown[] => serversKept(folder, 'channel_setting').sort()
      const missed = (): unknown[] => serversKept(folder, 'left_server').sort()
      left.removesBot()
      back.removesBot()
      down.goesDown()
      await vi.waitFor(() => expect(missed()).toHaveLength(2), 5000)
      await isAnswered(discord, tom)
      expect(missed()).toEqual([left.id, back.id].sort())
      await first.stop()

      back.invitesBotAgain()
      const second = start(daysAhead(29), folder)
      await discord.until(() => discord.gateway.identifies.length === 2, { what: 'the bot', timeout: 10_000 })
      await discord.ready()
      await vi.waitFor(() => expect(missed()).toEqual([left.id]), 5000)
      expect(kept()).toEqual([left.id, down.id, back.id].sort())
      await second.stop()

      const third = start(daysAhead(31), folder)
      await third.says('settings of a server left long ago removed')
      expect(kept()).toEqual([down.id, back.id].sort())
      await discord.ready()
      await isAnswered(discord, tom)
    })
  })
})
