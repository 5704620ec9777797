import { ApplicationCommandOptionType, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js'
import { decide } from '../src/answering/decision.js'
import type { Command, Services } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { hearText } from '../src/discord/heard.js'
import { lackedUnder, permissionNames } from '../src/discord/permissions.js'
import { surroundingsOf } from '../src/discord/surroundings.js'
import { IN_SERVERS } from '../src/discord/usable-where.js'
import { replyToDecision } from '../src/reply/decision-reply.js'
import { type Reply, say } from '../src/reply/reply.js'
import { channelNamed, channelOption, nameOf, TEXT_CHANNELS } from './channel-option.js'

export default {
  data: {
    ...described('/simulate'),
    ...IN_SERVERS,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      channelOption(TEXT_CHANNELS),
      {
        type: ApplicationCommandOptionType.String,
        ...described('/simulate text'),
        required: true,
        max_length: 2000, // a message's
      },
    ],
  },

  audience: 'asker',
  slow: true,
  forModerators: true,

  run({ guild, options }, services) {
    const { wording } = services
    if (guild === null) return say(wording.text('channels.server-only'))
    const channel = channelNamed(guild, options, TEXT_CHANNELS)
    return channel === null
      ? say(wording.text('channels.choose-channel'))
      : simulate(channel, options.getString('text', true), services)
  },
} satisfies Command

async function simulate(channel: GuildBasedChannel, text: string, services: Services): Promise<Reply> {
  const { wording } = services
  const place = await surroundingsOf(channel, services)
  const heard = hearText(text, channel.client.user.id)
  const { answer } = await place.answerer.answer(heard.words)
  const decision = await decide(heard, place, () => answer)
  const lacks = permissionNames(lackedUnder(place, channel), wording)
  const where = nameOf(channel, wording)
  return replyToDecision({ decision, answer, place, addressed: heard.addressed, where, lacks }, wording)
}
