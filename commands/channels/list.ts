import { ApplicationCommandOptionType, type Guild } from 'discord.js'
import type { Article } from '../../src/article/article.js'
import type { Services } from '../../src/discord/command.js'
import { described } from '../../src/discord/described.js'
import { showPage } from '../../src/reply/pages.js'
import { percentOf } from '../../src/reply/percent.js'
import { type Block, type Reply, say } from '../../src/reply/reply.js'
import type { Wording } from '../../src/reply/wording/wording.js'
import type { PlacedSetting } from '../../src/store/store.js'
import { titlesOf } from '../article-option.js'
import { listedNameOf } from '../channel-option.js'
import type { Subcommand } from './subcommand.js'

export const list: Subcommand = {
  data: { type: ApplicationCommandOptionType.Subcommand, ...described('/channels list') },
  run: ({ guild }, services) => listSettings(guild, 1, services),
}

/** @param page from 1 @returns what is set in a server, a line for each channel and category, page by page */
export async function listSettings(guild: Guild, page: number, services: Services): Promise<Reply> {
  const { channels, servers, wording, layout } = services
  const settings = await channels.list(guild.id)
  const role = await servers.moderatorRole(guild.id)
  const moderators =
    role === null
      ? []
      : [
          wording.text('channels.moderators', {
            role: guild.roles.cache.get(role)?.name ?? wording.text('channels.role-gone'),
          }),
        ]
  const lines = [...moderators, ...settings.map((setting) => settingLine(guild, setting, services))]
  if (lines.length === 0) return say(wording.text('channels.none'))
  const blocks = lines.map((line): Block => ({ kind: 'list', items: [line] }))
  const paged = { title: wording.text('channels.title'), blocks, command: 'channels', values: ['list'] }
  return showPage(paged, page, layout, wording)
}

function settingLine(
  guild: Guild,
  { channel: id, ...set }: PlacedSetting,
  { answerer, wording }: Services,
): string {
  const channel = guild.channels.cache.get(id)
  const name = channel === undefined ? wording.text('channels.unseen') : listedNameOf(channel, wording)
  const parts = [
    set.mode && wording.text(`mode.${set.mode}`),
    set.articles && articlesPart(set.articles, answerer.articles, wording),
    set.asked && wording.text('set.asked', { percent: percentOf(set.asked) }),
    set.unasked && wording.text('set.unasked', { percent: percentOf(set.unasked) }),
    set.cooldown !== null && wording.text('set.cooldown', { seconds: set.cooldown }),
    set.wait !== null && wording.text('set.wait', { seconds: set.wait }),
    set.answersIn && wording.text(`set.in-${set.answersIn}`),
  ].filter((part) => typeof part === 'string')
  return `${name}: ${parts.join('; ') || wording.text('set.nothing')}`
}

const articlesPart = (ids: readonly string[], articles: readonly Article[], wording: Wording): string =>
  ids.length === 0
    ? wording.text('channels.every-article')
    : wording.text('set.articles', { articles: titlesOf(ids, articles) })
