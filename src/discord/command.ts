import type {
  ApplicationCommandOptionChoiceData,
  CacheType,
  CommandInteractionOptionResolver,
  Guild,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js'
import type { Answering } from '../answering/answering.js'
import type { Layout, Reply } from '../reply/reply.js'
import type { Wording } from '../reply/wording/wording.js'
import type { ChannelSettings, ServerSettings, Turns } from '../store/store.js'
import type { RecentIds } from './recent-ids.js'
import type { UsableWhere } from './usable-where.js'

/** One slash command: what Discord is told of it, and the reply it gives. It sends nothing itself. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody & UsableWhere
  /** Who sees the reply. Discord fixes it at the first acknowledgement, so it is said before `run`. */
  readonly audience: 'everyone' | 'asker' | ((options: Options) => 'everyone' | 'asker')
  /** Whether `run` may take more than a moment: then Discord is told first that an answer comes. */
  readonly slow?: boolean
  /** Whether only members who may manage the server may call it; the bot checks, not Discord alone. */
  readonly managesServer?: boolean
  run(call: Call, services: Services): Reply | Promise<Reply>
  /** What to offer while a member types into the option `focused`; at most 25 are shown. */
  complete?(focused: Focused, options: Pick<Options, 'getString'>, services: Services): Choice[]
  /** The reply to one of the command's own buttons; null where it no longer has a meaning. */
  press?(values: readonly string[], services: Services): Reply | null
}

export type Options = Pick<
  CommandInteractionOptionResolver<CacheType>,
  'getString' | 'getBoolean' | 'getSubcommand' | 'getChannel'
>

/** The option a member is typing into, and what stands in it so far. */
export interface Focused {
  readonly name: string
  readonly value: string
}

export type Choice = ApplicationCommandOptionChoiceData<string>

/** A call of a command by a member. */
export interface Call {
  readonly options: Options
  /** The server it was called in; null in direct messages. */
  readonly guild: Guild | null
}

/** What commands may use. */
export interface Services extends SharedServices {
  /** The words of whoever the reply is for. */
  readonly wording: Wording
  /** How much one reply can show, in those words. */
  readonly layout: Layout
}

/** What is the same for every member. */
export interface SharedServices {
  readonly answerer: Answering
  readonly channels: ChannelSettings
  readonly servers: ServerSettings
  readonly turns: Turns
  /** Messages that somebody other than their author has replied to. */
  readonly repliedTo: RecentIds
  /** Whether it can hear questions nobody addressed to it, where some channel lets it listen. */
  readonly hearing: () => 'possible' | 'switched-off' | 'refused'
  /** In the order `/help` shows them. */
  readonly commands: readonly Command[]
}
