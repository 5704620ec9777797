import type { GuildBasedChannel, Message } from 'discord.js'
import type { Answering } from '../answering/answering.js'
import type { Place } from '../answering/decision.js'
import { limited } from '../answering/limited.js'
import { LISTENING, NOTHING_SET } from '../store/store.js'
import type { SharedServices } from './command.js'
import { lackedForThread, lackedToAnswer, type Permission } from './permissions.js'
import { type Rules, rulesIn, rulesOf } from './rules.js'

/** What a decision about a message rests on in a channel of a server, now. */
export interface Surroundings extends Rules, Place {
  readonly lacks: readonly Permission[]
  readonly lacksForThread: readonly Permission[]
  /** Answers from the articles allowed there. */
  readonly answerer: Answering
}

/** @returns the surroundings of a message in a channel of a server: of one that was written there, and of `/simulate`'s alike */
export async function surroundingsOf(
  channel: GuildBasedChannel,
  { answerer, channels, turns }: Pick<SharedServices, 'answerer' | 'channels' | 'turns'>,
): Promise<Surroundings> {
  const rules = await rulesIn(channel, channels)
  const last = LISTENING.includes(rules.mode) ? await turns.last(channel.guildId, channel.id) : null
  return {
    ...rules,
    // a last time far ahead was written before the clock was set back
    cooldownLeft: last === null ? 0 : Math.max(0, rules.cooldown - Math.abs(Date.now() - last) / 1000),
    lacks: lackedToAnswer(channel),
    lacksForThread: lackedForThread(channel),
    answerer: limited(answerer, rules),
  }
}

/** @returns the surroundings of a message: in private, whatever is said is said to the bot */
export const surroundingsOfMessage = async (
  message: Message,
  services: Pick<SharedServices, 'answerer' | 'channels' | 'turns'>,
): Promise<Surroundings> =>
  message.inGuild()
    ? surroundingsOf(message.channel, services)
    : {
        ...rulesOf({ ...NOTHING_SET, mode: 'mention' }, false),
        cooldownLeft: 0,
        lacks: [],
        lacksForThread: [],
        answerer: services.answerer,
      }
