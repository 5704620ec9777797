import { type Guild, PermissionFlagsBits } from 'discord.js'
import type { Command, Services } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { lackedUnder, permissionNames } from '../src/discord/permissions.js'
import { rulesAmong } from '../src/discord/rules.js'
import { IN_SERVERS } from '../src/discord/usable-where.js'
import { articleLine } from '../src/reply/about.js'
import { readPage, showPage } from '../src/reply/pages.js'
import { type Block, type Reply, say } from '../src/reply/reply.js'
import { isText, nameOf } from './channel-option.js'

export default {
  data: {
    ...described('/status'),
    ...IN_SERVERS,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  },

  audience: 'asker',
  slow: true,
  forModerators: true,

  run: ({ guild }, services) =>
    guild === null ? say(services.wording.text('channels.server-only')) : showStatus(guild, 1, services),

  press([page], services, { guild }) {
    const at = readPage(page)
    return at === null || guild === null ? null : showStatus(guild, at, services)
  },
} satisfies Command

async function showStatus(guild: Guild, page: number, services: Services): Promise<Reply> {
  const { answerer, layout, wording } = services
  const { articles } = answerer
  const text = (words: string): Block => ({ kind: 'text', text: words })
  const title = (words: string): Block => ({ kind: 'title', text: words })
  const lines = (items: readonly string[]): Block[] => items.map((item) => ({ kind: 'list', items: [item] }))
  const blocks = [
    text(connection(services)),
    { kind: 'instant' as const, text: wording.text('status.since'), at: services.startedAt },
    text(intents(services)),
    ...(await registration(services)).map(text),
    title(wording.text('status.articles')),
    ...(articles.length === 0
      ? [text(wording.text('article.none-loaded'))]
      : lines(articles.map((article) => articleLine(article, wording)))),
    title(wording.text('status.channels')),
    ...lines(await permissions(guild, services)),
  ]
  return showPage(
    { title: wording.text('status.title'), blocks, command: 'status', values: [] },
    page,
    layout,
    wording,
  )
}

function connection({ connection, wording }: Services): string {
  const { ready, ping } = connection()
  if (!ready) return wording.text('status.disconnected')
  return ping === null
    ? wording.text('status.connected')
    : wording.text('status.connected-with-ping', { ping })
}

function intents({ connection, hearing, wording }: Services): string {
  if (connection().readsMessages) return wording.text('status.intents-with-content')
  const why = hearing()
  return `${wording.text('status.intents')} ${wording.text(why === 'possible' ? 'status.content-on-demand' : `channels.hearing-${why}`)}`
}

async function registration({ registration, wording }: Services): Promise<string[]> {
  const differences = await registration()
  if (differences === null) return [wording.text('status.registration-unknown')]
  const { differing, gone } = differences
  if (differing.length + gone.length === 0) return [wording.text('status.registered')]
  return [
    ...(differing.length === 0 ? [] : [wording.text('status.differing', { commands: differing.join(', ') })]),
    ...(gone.length === 0 ? [] : [wording.text('status.gone', { commands: gone.join(', ') })]),
    wording.text('status.deploy'),
  ]
}

/** A line for each channel where the bot speaks: those first where it lacks something. */
async function permissions(guild: Guild, { channels, isClosed, wording }: Services): Promise<string[]> {
  const settings = await channels.list(guild.id)
  const answering = guild.channels.cache
    .filter((channel) => isText(channel.type))
    .filter((channel) => !channel.isThread() || settings.some((set) => set.channel === channel.id))
    .map((channel) => ({ channel, rules: rulesAmong(settings, channel) }))
    .filter(({ rules }) => rules.mode !== 'off')
    .map(({ channel, rules }) => ({ channel, rules, lacks: lackedUnder(rules, channel) }))
    .sort((a, b) => b.lacks.length - a.lacks.length)
  const unseen = settings.filter(({ channel }) => !guild.channels.cache.has(channel))
  if (answering.length + unseen.length === 0) return [wording.text('channels.none')]
  return [
    ...unseen.map(() => wording.text('channels.unseen')),
    ...answering.map(({ channel, rules, lacks }) => {
      const about = { channel: nameOf(channel, wording), mode: wording.text(`mode.${rules.mode}`) }
      if (lacks.length === 0)
        return wording.text(isClosed(channel.id) ? 'status.closed' : 'status.permitted', about)
      return wording.text('status.lacking', { ...about, permissions: permissionNames(lacks, wording) })
    }),
  ]
}
