import {
  type APIApplicationCommandStringOption,
  ApplicationCommandOptionType,
  type GuildBasedChannel,
} from 'discord.js'
import { findArticle } from '../../src/article/find.js'
import type { Choice, Services } from '../../src/discord/command.js'
import { described } from '../../src/discord/described.js'
import { oneAfterAnother } from '../../src/discord/one-after-another.js'
import { type Rules, rulesIn } from '../../src/discord/rules.js'
import { type Reply, say } from '../../src/reply/reply.js'
import { articleChoices, noSuchArticle, titlesOf } from '../article-option.js'
import { nameOf } from '../channel-option.js'
import { save } from './saving.js'
import { inPlace } from './subcommand.js'

const option: Pick<APIApplicationCommandStringOption, 'type' | 'autocomplete'> = {
  type: ApplicationCommandOptionType.String,
  autocomplete: true,
}

const inTurn = oneAfterAnother()

/** Stands for every article in the option `allow`; no file's name holds it on every system. */
const ALL = '*'

export const articles = inPlace(
  '/channels articles',
  [
    { ...option, ...described('/channels articles allow') },
    { ...option, ...described('/channels articles forbid') },
  ],
  async (place, { options }, services) => {
    const { answerer, channels, wording } = services
    const [allow, forbid] = [options.getString('allow'), options.getString('forbid')]
    if (allow === null && forbid === null) return saveArticles(place, null, services)
    if (allow === ALL) return saveArticles(place, [], services)
    const named = [allow, forbid].map((words) =>
      words === null ? null : findArticle(answerer.articles, words),
    )
    if (named.includes(undefined)) return noSuchArticle(answerer.articles, wording)
    const [allowed, forbidden] = named
    return inTurn(place.id, async () => {
      const rules = await rulesIn(place, channels)
      // Where all are allowed, the first that is allowed by name is the only one.
      const before = rules.articles ?? (allowed ? [] : answerer.articles.map(({ id }) => id))
      const after = [...new Set([...before, ...(allowed ? [allowed.id] : [])])].filter(
        (id) => id !== forbidden?.id,
      )
      return after.length === 0
        ? say(wording.text('channels.last-article'))
        : saveArticles(place, after, services)
    })
  },
)

/** @returns the articles to choose from, and all of them at once */
export const completeArticles = (
  { name, value }: { readonly name: string; readonly value: string },
  { answerer, wording }: Services,
): Choice[] => [
  ...(name === 'allow' ? [{ name: wording.text('channels.every-article'), value: ALL }] : []),
  ...articleChoices(answerer.articles, value),
]

const saveArticles = (
  place: GuildBasedChannel,
  articles: readonly string[] | null,
  services: Services,
): Promise<Reply> => save(place, { articles }, services, (rules) => [sentence(place, rules, services)])

function sentence(place: GuildBasedChannel, rules: Rules, { answerer, wording }: Services): string {
  const channel = nameOf(place, wording)
  if (rules.articles === null) return wording.text('channels.quotes-every-article', { channel })
  const titles = titlesOf(rules.articles, answerer.articles)
  return wording.text('channels.quotes-some-articles', { channel, articles: titles })
}
