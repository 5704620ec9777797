import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js'
import type { Article } from '../src/article/article.js'
import { findArticle } from '../src/article/find.js'
import type { Choice } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { type Reply, say } from '../src/reply/reply.js'
import { shortened } from '../src/reply/shortened.js'
import type { Wording } from '../src/reply/wording/wording.js'

/** The option by which several commands name an article. */
export const articleOption: APIApplicationCommandStringOption = {
  type: ApplicationCommandOptionType.String,
  ...described('/* article'),
  autocomplete: true,
}

/** @returns the articles whose title or id holds what was typed; the edition stands for them, being short */
export const articleChoices = (articles: readonly Article[], typed: string): Choice[] =>
  articles
    .filter(({ id, title }) => `${title}\n${id}`.toLowerCase().includes(typed.trim().toLowerCase()))
    .map(({ title, edition }) => ({ name: title, value: edition }))

export const noSuchArticle = (articles: readonly Article[], wording: Wording): Reply =>
  say(wording.text(articles.length === 0 ? 'article.none-loaded' : 'article.unknown'))

/** Titles in a reply are cut so that it fits whatever moderators set. */
const MOST_OF_TITLES = 400

/** @returns the titles of articles by their ids; an id stands for one that is not loaded any more */
export const titlesOf = (ids: Iterable<string>, articles: readonly Article[]): string =>
  shortened(Array.from(ids, (id) => `“${findArticle(articles, id)?.title ?? id}”`).join(', '), MOST_OF_TITLES)
