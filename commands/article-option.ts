import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js'
import type { Article } from '../src/article/article.js'
import { findArticle } from '../src/article/find.js'
import type { Choice, Options } from '../src/discord/command.js'
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

/** Articles, and what stands for them in a button. */
export interface Chosen {
  readonly articles: readonly Article[]
  readonly within: string
}

/** Stands in a button for an article's edition. */
const EVERY_ARTICLE = 'all'

/** @returns the article that the option names, or all where it names none; null where there is none such */
export function chosenArticles(
  options: Pick<Options, 'getString'>,
  articles: readonly Article[],
): Chosen | null {
  const wanted = options.getString('article')
  if (wanted === null) return articlesWithin(EVERY_ARTICLE, articles)
  const article = findArticle(articles, wanted)
  return article === undefined ? null : { articles: [article], within: article.edition }
}

/** @returns the articles that a button names; null where there is none such any more */
export function articlesWithin(within: string, articles: readonly Article[]): Chosen | null {
  const named = within === EVERY_ARTICLE ? articles : articles.filter(({ edition }) => edition === within)
  return named.length === 0 ? null : { articles: named, within }
}

export const idsOf = (articles: readonly Article[]): ReadonlySet<string> =>
  new Set(articles.map(({ id }) => id))

export const noSuchArticle = (articles: readonly Article[], wording: Wording): Reply =>
  say(wording.text(articles.length === 0 ? 'article.none-loaded' : 'article.unknown'))

/** Titles in a reply are cut so that it fits whatever moderators set. */
const MOST_OF_TITLES = 400

/** @returns the titles of articles by their ids; an id stands for one that is not loaded any more */
export const titlesOf = (ids: Iterable<string>, articles: readonly Article[]): string =>
  shortened(Array.from(ids, (id) => `“${findArticle(articles, id)?.title ?? id}”`).join(', '), MOST_OF_TITLES)
