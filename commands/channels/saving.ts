import { type CategoryChannel, ChannelType, type GuildBasedChannel } from 'discord.js'
import type { Services } from '../../src/discord/command.js'
import { lackedUnder, permissionNames } from '../../src/discord/permissions.js'
import { type Rules, rulesAmong } from '../../src/discord/rules.js'
import type { Block, Reply } from '../../src/reply/reply.js'
import type { Wording } from '../../src/reply/wording/wording.js'
import type { ChannelSetting, PlacedSetting } from '../../src/store/store.js'
import { isText, nameOf } from '../channel-option.js'

/**
 * Saves a change of a channel's or category's settings.
 *
 * @param sentences what to say of the rules that hold there now
 * @returns these, and what keeps the bot from acting by them
 */
export async function save(
  place: GuildBasedChannel,
  change: Partial<ChannelSetting>,
  { channels, wording }: Pick<Services, 'channels' | 'wording'>,
  sentences: (rules: Rules) => readonly string[],
): Promise<Reply> {
  await channels.change(place.guildId, place.id, change)
  const settings = await channels.list(place.guildId)
  const rules = rulesAmong(settings, place)
  const off = rules.mode === 'off' && change.mode === undefined ? [wording.text('channels.still-off')] : []
  return {
    blocks: [
      ...[...sentences(rules), ...off].map((text): Block => ({ kind: 'text', text })),
      ...lackings(place, settings, wording),
    ],
    actions: [],
  }
}

/** @returns the values that were given; where none was, all as null: forgotten, so that the default holds */
export const given = <Values extends object>(values: Values): Partial<Values> =>
  Object.values(values).every((value) => value === null)
    ? values
    : (Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)) as Partial<Values>)

/** What the bot lacks to answer in a channel, or in the channels of a category. */
function lackings(place: GuildBasedChannel, settings: readonly PlacedSetting[], wording: Wording): Block[] {
  const lacking = (place.type === ChannelType.GuildCategory ? channelsOf(place) : [place]).flatMap(
    (channel) => {
      const lacks = lackedUnder(rulesAmong(settings, channel), channel)
      return lacks.length === 0
        ? []
        : [
            wording.text('channels.lacking', {
              channel: nameOf(channel, wording),
              permissions: permissionNames(lacks, wording),
            }),
          ]
    },
  )
  return lacking.map((text) => ({ kind: 'text', text }))
}

const channelsOf = ({ guild, id }: CategoryChannel): GuildBasedChannel[] => [
  ...guild.channels.cache.filter(({ parentId, type }) => parentId === id && isText(type)).values(),
]
