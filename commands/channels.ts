import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
} from 'discord.js'
import type { Command, Options, Services } from '../src/discord/command.js'
import { described, named } from '../src/discord/described.js'
import { IN_SERVERS } from '../src/discord/usable-where.js'
import { type Reply, say } from '../src/reply/reply.js'
import type { SimpleKey } from '../src/reply/wording/translation.js'
import type { Wording } from '../src/reply/wording/wording.js'
import { CHANNEL_MODES, type ChannelMode, type ChannelSettings } from '../src/store/store.js'

/** Where members write: threads and posts follow the channel they stand in unless they are set themselves. */
const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
] as const

const channelOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Channel,
  ...described('/channels add channel'),
  required: true,
  channel_types: [...TEXT_CHANNELS],
}

const modeOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  ...described('/channels add mode'),
  required: true,
  choices: [
    { ...named('mode.off-choice'), value: 'off' },
    { ...named('mode.mention-choice'), value: 'mention' },
    { ...named('mode.questions-choice'), value: 'questions' },
    { ...named('mode.confident-choice'), value: 'confident' },
    { ...named('mode.thread-choice'), value: 'thread' },
  ],
}

export default {
  data: {
    ...described('/channels'),
    ...IN_SERVERS,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...described('/channels add'),
        options: [channelOption, { ...modeOption, required: false }],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...described('/channels remove'),
        options: [channelOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...described('/channels list'),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...described('/channels mode'),
        options: [channelOption, modeOption],
      },
    ],
  },

  audience: 'asker',
  slow: true,
  managesServer: true,

  async run({ options, guild }, { channels, hearing, wording }) {
    if (guild === null) return say(wording.text('channels.server-only'))
    if (options.getSubcommand() === 'list') return list(guild, channels, wording)
    const channel = channelOf(guild, options)
    if (channel === null) return say(wording.text('channels.choose-channel'))
    switch (options.getSubcommand()) {
      case 'add':
        return set(channel, modeOf(options) ?? 'mention', channels, hearing(), wording)
      case 'mode': {
        const mode = modeOf(options)
        return mode === null
          ? say(wording.text('channels.choose-mode', { modes: modeNames(wording) }))
          : set(channel, mode, channels, hearing(), wording)
      }
      case 'remove': {
        const was = await channels.remove(guild.id, channel.id)
        return say(
          wording.text(was ? 'channels.removed' : 'channels.was-not-set', {
            channel: nameOf(channel, wording),
          }),
        )
      }
      default:
        return say(wording.text('channels.unknown-subcommand'))
    }
  },
} satisfies Command

/** What the option names, where it is a text channel of this very server: an id alone may be any server's. */
function channelOf(guild: Guild, options: Options): GuildBasedChannel | null {
  const channel = guild.channels.cache.get(options.getChannel('channel', true).id)
  // discord.js puts what an interaction brings into the cache of its server, so the cache proves nothing
  if (channel === undefined || channel.guild.id !== guild.id) return null
  return TEXT_CHANNELS.some((type) => type === channel.type) ? channel : null
}

function modeOf(options: Options): ChannelMode | null {
  const wanted = options.getString('mode')
  return CHANNEL_MODES.find((mode) => mode === wanted) ?? null
}

async function set(
  channel: GuildBasedChannel,
  mode: ChannelMode,
  channels: ChannelSettings,
  hearing: Hearing,
  wording: Wording,
): Promise<Reply> {
  await channels.change(channel.guild.id, channel.id, { mode })
  return say(
    wording.text(`channels.set-to-${mode}`, { channel: nameOf(channel, wording) }),
    ...(mode !== 'off' && mode !== 'mention' ? [wording.text(`channels.hearing-${hearing}`)] : []),
    ...missingPermissions(channel, wording),
  )
}

type Hearing = ReturnType<Services['hearing']>

function missingPermissions(channel: GuildBasedChannel, wording: Wording): string[] {
  const me = channel.guild.members.me
  const has = me === null ? null : channel.permissionsFor(me)
  const inThreads = channel.isThread() || channel.type === ChannelType.GuildForum // a post is a thread
  const needed: readonly [bigint, SimpleKey][] = [
    [PermissionFlagsBits.ViewChannel, 'permission.view-channel'],
    inThreads
      ? [PermissionFlagsBits.SendMessagesInThreads, 'permission.send-messages-in-threads']
      : [PermissionFlagsBits.SendMessages, 'permission.send-messages'],
    [PermissionFlagsBits.ReadMessageHistory, 'permission.read-message-history'],
  ]
  const names = needed.filter(([flag]) => has?.has(flag) === false).map(([, name]) => wording.text(name))
  return names.length === 0 ? [] : [wording.text('channels.lacking', { permissions: names.join(', ') })]
}

async function list(guild: Guild, channels: ChannelSettings, wording: Wording): Promise<Reply> {
  const set = await channels.list(guild.id)
  if (set.length === 0) return say(wording.text('channels.none'))
  return {
    blocks: [
      { kind: 'title', text: wording.text('channels.title') },
      {
        kind: 'list',
        items: set.map(
          ({ channel, mode }) =>
            `${nameOf(guild.channels.cache.get(channel), wording)}: ${wording.text(`mode.${mode ?? 'off'}`)}`,
        ),
      },
    ],
    actions: [],
  }
}

const modeNames = (wording: Wording): string =>
  CHANNEL_MODES.map((mode) => wording.text(`mode.${mode}`)).join(', ')

const nameOf = (channel: GuildBasedChannel | undefined, wording: Wording): string =>
  channel === undefined ? wording.text('channels.unseen') : `#${channel.name}`
