import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js'
import type { Article } from '../src/article/article.js'
import type { Choice } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { type Reply, say } from '../src/reply/reply.js'
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
