import { type APIApplicationCommandStringOption, ApplicationCommandOptionType } from 'discord.js'
import { completions } from '../src/answering/named.js'
import type { Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { type AboutName, namesFor, tellOfName } from '../src/reply/naming.js'
import { readPage } from '../src/reply/pages.js'
import { noSuchArticle } from './article-option.js'

/** Nobody's name is longer. */
const LONGEST_NAME = 200

/** @returns a command that takes a name and gives quotes about it, page by page */
export function commandAbout(about: AboutName, part: '/who name' | '/said speaker'): Command {
  const option = {
    type: ApplicationCommandOptionType.String,
    ...described(part),
    required: true,
    autocomplete: true,
    max_length: LONGEST_NAME,
  } as const satisfies APIApplicationCommandStringOption
  return {
    data: { ...described(`/${about}`), ...EVERYWHERE, options: [option] },

    audience: 'asker',

    run({ options }, { answerer: { articles }, layout, wording }) {
      if (articles.length === 0) return noSuchArticle(articles, wording)
      return tellOfName(about, articles, options.getString(option.name, true), 1, layout, wording)
    },

    complete: ({ value }, _options, { answerer: { articles } }) =>
      completions(namesFor(about, articles), value).map(({ name, keys }) => ({ name, value: keys[0] })),

    press([key = '', page], { answerer: { articles }, layout, wording }) {
      const at = readPage(page)
      const known = namesFor(about, articles).some(({ keys }) => keys.includes(key))
      return at === null || !known ? null : tellOfName(about, articles, key, at, layout, wording)
    },
  }
}
