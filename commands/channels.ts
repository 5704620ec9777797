import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js'
import type { Command, Options, Services } from '../src/discord/command.js'
import { type Reply, say } from '../src/reply/reply.js'
import type { ChannelMode, ChannelSettings } from '../src/store/store.js'

/** Where members write: threads and posts follow the channel they stand in unless they are set themselves. */
const TEXT_CHANNELS = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
] as const

const channelOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.Channel,
  name: 'channel',
  description: 'The channel',
  required: true,
  channel_types: [...TEXT_CHANNELS],
}

const modeOption: APIApplicationCommandBasicOption = {
  type: ApplicationCommandOptionType.String,
  name: 'mode',
  description: 'When I speak there',
  required: true,
  choices: [
    { name: 'mention: when I am mentioned', value: 'mention' },
    { name: 'questions: also unasked, when I am sure', value: 'questions' },
  ],
}

export default {
  data: {
    name: 'channels',
    description: 'Set in which channels I answer (needs Manage Server)',
    contexts: [InteractionContextType.Guild],
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'add',
        description: 'Let me answer in a channel',
        options: [channelOption, { ...modeOption, required: false }],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'remove',
        description: 'Let me answer in a channel no longer',
        options: [channelOption],
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'list',
        description: 'The channels where I answer',
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        name: 'mode',
        description: 'Change when I speak in a channel',
        options: [channelOption, modeOption],
      },
    ],
  },

  audience: 'asker',
  slow: true,
  managesServer: true,

  async run({ options, guild }, { channels, hearing }) {
    if (guild === null) return say('Settings belong to a server: use this in one.')
    if (options.getSubcommand() === 'list') return list(guild, channels)
    const channel = channelOf(guild, options)
    if (channel === null)
      return say('Choose a text channel, a forum or a thread of this server that I can see.')
    switch (options.getSubcommand()) {
      case 'add':
        return set(channel, modeOf(options) ?? 'mention', channels, hearing())
      case 'mode': {
        const mode = modeOf(options)
        return mode === null
          ? say(`Choose a mode: ${OFFERED_MODES.join(' or ')}.`)
          : set(channel, mode, channels, hearing())
      }
      case 'remove': {
        const was = await channels.remove(guild.id, channel.id)
        return say(
          was
            ? `Saved: I no longer answer in ${nameOf(channel)}.`
            : `I did not answer in ${nameOf(channel)} before.`,
        )
      }
      default:
        return say('I do not know that. Use add, remove, list or mode.')
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

/** The other modes are kept already, and not offered yet. */
const OFFERED_MODES = ['mention', 'questions'] as const satisfies readonly ChannelMode[]
type OfferedMode = (typeof OFFERED_MODES)[number]

function modeOf(options: Options): OfferedMode | null {
  const wanted = options.getString('mode')
  return OFFERED_MODES.find((mode) => mode === wanted) ?? null
}

async function set(
  channel: GuildBasedChannel,
  mode: OfferedMode,
  channels: ChannelSettings,
  hearing: Hearing,
): Promise<Reply> {
  await channels.change(channel.guild.id, channel.id, { mode })
  return say(
    `Saved: in ${nameOf(channel)} I answer ${MODES[mode]}.`,
    ...(mode === 'questions' ? OBSTACLES[hearing] : []),
    ...missingPermissions(channel),
  )
}

const MODES: Readonly<Record<OfferedMode, string>> = {
  mention: 'when I am mentioned',
  questions: 'when I am mentioned, and unasked when I am sure that the article answers a question',
}

type Hearing = ReturnType<Services['hearing']>

/** Why the bot may be deaf to questions nobody addressed to it. */
const OBSTACLES: Readonly<Record<Hearing, readonly string[]>> = {
  possible: ['To hear such questions I need Message Content Intent, which whoever hosts me turns on.'],
  'switched-off': ['For now I hear mentions only: whoever hosts me has set MESSAGE_CONTENT=off.'],
  refused: [
    'For now I hear mentions only: Discord refuses me Message Content Intent. Whoever hosts me must turn it on and start me again.',
  ],
}

function missingPermissions(channel: GuildBasedChannel): string[] {
  const me = channel.guild.members.me
  const has = me === null ? null : channel.permissionsFor(me)
  const inThreads = channel.isThread() || channel.type === ChannelType.GuildForum // a post is a thread
  const needed: readonly [bigint, string][] = [
    [PermissionFlagsBits.ViewChannel, 'View Channel'],
    inThreads
      ? [PermissionFlagsBits.SendMessagesInThreads, 'Send Messages in Threads']
      : [PermissionFlagsBits.SendMessages, 'Send Messages'],
    [PermissionFlagsBits.ReadMessageHistory, 'Read Message History'],
  ]
  const names = needed.filter(([flag]) => has?.has(flag) === false).map(([, name]) => name)
  return names.length === 0 ? [] : [`I cannot answer there yet: I lack ${names.join(', ')}.`]
}

async function list(guild: Guild, channels: ChannelSettings): Promise<Reply> {
  const set = await channels.list(guild.id)
  if (set.length === 0)
    return say('I answer in no channel yet, except to slash commands. Add one with /channels add.')
  return {
    blocks: [
      { kind: 'title', text: 'Channels where I answer' },
      {
        kind: 'list',
        items: set.map(({ channel, mode }) => `${nameOf(guild.channels.cache.get(channel))}: ${mode}`),
      },
    ],
    actions: [],
  }
}

const nameOf = (channel: GuildBasedChannel | undefined): string =>
  channel === undefined ? 'a channel I cannot see' : `#${channel.name}`
