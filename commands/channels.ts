import { PermissionFlagsBits } from 'discord.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { IN_SERVERS } from '../src/discord/usable-where.js'
import { readPage } from '../src/reply/pages.js'
import { say } from '../src/reply/reply.js'
import { articles, completeArticles } from './channels/articles.js'
import { cooldown } from './channels/cooldown.js'
import { list, listSettings } from './channels/list.js'
import { add, mode, remove } from './channels/mode.js'
import { role } from './channels/role.js'
import type { Subcommand } from './channels/subcommand.js'
import { thread } from './channels/thread.js'
import { thresholds } from './channels/thresholds.js'

const SUBCOMMANDS: readonly Subcommand[] = [
  add,
  remove,
  list,
  mode,
  articles,
  thresholds,
  cooldown,
  thread,
  role,
]

export default {
  data: {
    ...described('/channels'),
    ...IN_SERVERS,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
    options: SUBCOMMANDS.map(({ data }) => data),
  },

  audience: 'asker',
  slow: true,
  forModerators: true,

  async run({ guild, options, ...caller }, services) {
    const { wording } = services
    const found = SUBCOMMANDS.find(({ data }) => data.name === options.getSubcommand())
    if (found === undefined) return say(wording.text('channels.unknown-subcommand'))
    return guild === null
      ? say(wording.text('channels.server-only'))
      : found.run({ ...caller, guild, options }, services)
  },

  complete: (focused, _options, services) => completeArticles(focused, services),

  press([what, page], services, { guild }) {
    const at = readPage(page)
    return what !== 'list' || at === null || guild === null ? null : listSettings(guild, at, services)
  },
} satisfies Command
