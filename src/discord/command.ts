import type {
  ApplicationCommandOptionChoiceData,
  CacheType,
  CommandInteractionOptionResolver,
  Guild,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js'
import type { Answering } from '../answering/answering.js'
import type { QuotationCheck } from '../answering/check-quotation.js'
import type { Layout, Reply } from '../reply/reply.js'
import type { SimpleKey } from '../reply/wording/translation.js'
import type { Wording } from '../reply/wording/wording.js'
import type { ChannelSettings, ServerSettings, Turns } from '../store/store.js'
import type { AskedQuestions } from './asked-questions.js'
import type { GivenAnswers } from './given-answers.js'
import type { Limits } from './limits.js'
import type { Meter } from './meter.js'
import type { RecalledQuestion } from './recall.js'
import type { RecentIds } from './recent-ids.js'
import type { Differences } from './register-commands.js'
import type { UsableWhere } from './usable-where.js'

/** One slash command: what Discord is told of it, and the reply it gives. It sends nothing itself. */
export interface Command {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody & UsableWhere
  /** Who sees the reply. Discord fixes it at the first acknowledgement, so it is said before `run`. */
  readonly audience: 'everyone' | 'asker' | ((options: Options) => 'everyone' | 'asker')
  /** Whether `run` may take more than a moment: then Discord is told first that an answer comes. */
  readonly slow?: boolean
  /** Whether only moderators may call it: members with Manage Server, or with the role they named. The bot checks. */
  readonly forModerators?: boolean
  run(call: Call, services: Services): Reply | Promise<Reply>
  /** What to offer while a member types into the option `focused`; at most 25 are shown. */
  complete?(focused: Focused, options: Pick<Options, 'getString'>, services: Services): Choice[]
  /** What a press of one of its buttons does, and who may press it; null: the owner, and it changes its message. */
  button?(values: readonly string[]): ButtonRule | null
  /** The reply to one of the command's own buttons; null where it no longer has a meaning. */
  press?(
    values: readonly string[],
    services: Services,
    presser: Presser,
  ): Reply | null | Promise<Reply | null>
  /** What one of its buttons asks the member for, in words, before it does anything; null where it asks for nothing. */
  form?(values: readonly string[], wording: Wording): Form | null
  /** The reply to such words; null where the button no longer has a meaning. It is seen by whom the button was seen by. */
  submit?(filled: Filled, services: Services, caller: Caller): Reply | null | Promise<Reply | null>
}

/** One entry of the menu of a message: what Discord is told of it, and the reply it gives, to who chose it alone. */
export interface MenuEntry {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody & UsableWhere
  /** What it does, for `/help`: Discord shows no more than its name. */
  readonly does: SimpleKey
  /** @param content the message's, as its author wrote it; Discord hands it over with the choice, without an intent */
  run(content: string, services: Services): Reply | Promise<Reply>
}

export type Options = Pick<
  CommandInteractionOptionResolver<CacheType>,
  'getString' | 'getBoolean' | 'getInteger' | 'getSubcommand' | 'getChannel' | 'getRole'
>

/** The option a member is typing into, and what stands in it so far. */
export interface Focused {
  readonly name: string
  readonly value: string
}

export type Choice = ApplicationCommandOptionChoiceData<string>

export interface ButtonRule {
  /** The reply takes the place of its message, or is a message of its own for the presser alone; or the message goes. */
  readonly does: 'change' | 'open' | 'remove'
  /** Who may press it beside its owner. */
  readonly alsoFor: 'nobody' | 'moderators' | 'everyone'
}

/** Who calls a command or presses its button, and where. */
export interface Caller {
  /** Discord's id of the member. */
  readonly member: string
  /** The server; null in direct messages, and in a server that only the member's installation brought the bot to. */
  readonly guild: Guild | null
  /** Whether the member has the permission Manage Server, and not the moderators' role alone. */
  readonly managesServer: boolean
}

export interface Presser extends Caller {
  /** Finds again the question that a button names; null where it is not known any more, or not theirs to know. */
  recall(question: string): Promise<RecalledQuestion | null>
}

export interface Call extends Caller {
  /** Discord's id of it, by which its reply names it. */
  readonly id: string
  readonly options: Options
}

/** A form of one line. */
export interface Form {
  readonly title: string
  readonly label: string
  readonly example: string
  /** The most it takes, in UTF-16 units. */
  readonly most: number
}

/** A form that a member filled in. */
export interface Filled {
  /** What the button carried. */
  readonly values: readonly string[]
  readonly words: string
  /** Discord's id of the submission. */
  readonly id: string
  /** That of the member's own call which the button's message answers; null where it answers none of theirs. */
  readonly under: string | null
  /** Who sees the reply. */
  readonly audience: 'everyone' | 'asker'
}

/** What commands may use. */
export interface Services extends SharedServices {
  /** The words of whoever the reply is for. */
  readonly wording: Wording
  /** How much one reply can show, in those words. */
  readonly layout: Layout
}

/** A connection to Discord, as far as moderators care. */
export interface Connection {
  /** Whether it is up. */
  readonly ready: boolean
  /** Milliseconds from a heartbeat to its acknowledgement; null before the first one. */
  readonly ping: number | null
  /** Whether it brings the words of messages that nobody addressed to the bot. */
  readonly readsMessages: boolean
}

/** What is the same for every member. */
export interface SharedServices {
  readonly answerer: Answering
  readonly checkQuotation: QuotationCheck
  readonly channels: ChannelSettings
  readonly servers: ServerSettings
  readonly turns: Turns
  /** Messages that somebody other than their author has replied to. */
  readonly repliedTo: RecentIds
  /** How it stands with the connection to Discord. */
  readonly connection: () => Connection
  /** How what Discord has of the commands differs from what they are; null where it does not say. Never throws. */
  readonly registration: () => Promise<Differences | null>
  /** Whether Discord has refused a message in a channel of late, though the bot's permissions there suffice. */
  readonly isClosed: (channel: string) => boolean
  /** Whether the process cannot keep up just now, so that nobody should be answered who has not asked. */
  readonly isOverloaded: () => boolean
  /** Which answer belongs to which question. */
  readonly given: GivenAnswers
  /** What was asked by commands of late. */
  readonly asked: AskedQuestions
  /** When the process began to answer, in milliseconds. */
  readonly startedAt: number
  /** Whether it can hear questions nobody addressed to it, where some channel lets it listen. */
  readonly hearing: () => 'possible' | 'switched-off' | 'refused'
  /** In the order `/help` shows them. */
  readonly commands: readonly Command[]
  readonly menu: readonly MenuEntry[]
  readonly meter: Meter
  readonly limits: Limits
}
