import { expect } from 'vitest'
import { offered } from '../../commands/index.js'
import { type DiscordDouble, startDiscordDouble } from '../discord-double/double.js'
import type { Permission } from '../discord-double/permissions.js'
import type { Person } from '../discord-double/person.js'
import type { ChannelHandle, GuildHandle } from '../discord-double/places.js'
import { type BotProcess, emptyFolder, startBot } from '../end-to-end/bot-process.js'

export const STOPPED = 0
export const TRY_LATER = 75
export const CONFIGURATION = 78

/** A question whose answer stands in the shipped article. */
export const QUESTION = 'When did the protests begin?'
export const ANSWER = 'January 2, 2022'

export const SENDS = 'POST /channels/:channel/messages'
export const CALLBACKS = 'POST /interactions/:interaction/:token/callback'

/** A double of its own, and bots in it, for a fault that no bot outlives. */
export interface Stage {
  readonly discord: DiscordDouble
  /** Starts the built bot, in a folder of its own unless one is named. */
  start(settings?: Readonly<Record<string, string>>, folder?: string): BotProcess
}

/** Plays on a stage of its own, and looks afterwards that no bot has said the token. */
export async function onStage(
  play: (stage: Stage) => Promise<void>,
  options?: Parameters<typeof startDiscordDouble>[0],
): Promise<void> {
  const discord = await startDiscordDouble(options)
  discord.registerCommands(offered.map(({ data }) => data))
  const bots: BotProcess[] = []
  try {
    await play({
      discord,
      start(settings, folder = emptyFolder()) {
        const bot = startBot(discord, folder, settings)
        bots.push(bot)
        return bot
      },
    })
    for (const bot of bots) expect(bot.output()).not.toContain(discord.token)
  } finally {
    await Promise.all(bots.map((bot) => bot.stop('SIGKILL')))
    await discord.close()
  }
}

/**
 * Asks in private, and has the answer.
 *
 * @param timeout longer where the bot has much to work through first
 */
export async function isAnswered(discord: DiscordDouble, person: Person, timeout = 5000): Promise<void> {
  await person.directMessage(QUESTION)
  expect((await discord.nextMessage({ in: person, timeout })).content).toContain(ANSWER)
}

/** @returns somebody who has asked nothing yet, in a server of their own: no limit is spent */
export function newcomer(
  discord: DiscordDouble,
  permissions: readonly Permission[] = [],
): { readonly guild: GuildHandle; readonly at: ChannelHandle; readonly who: Person } {
  const guild = discord.addGuild({ name: 'Quay' })
  return { guild, at: guild.addChannel({ name: 'talk' }), who: guild.addMember({ name: 'nia', permissions }) }
}

/** How often the bot has asked Discord for something. */
export const countOf = ({ requests }: Pick<DiscordDouble, 'requests'>, route: string): number =>
  requests.filter((request) => request.route === route).length
