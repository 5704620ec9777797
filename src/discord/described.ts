import type { LocalizationMap } from 'discord.js'
import { en } from '../reply/wording/en.js'
import type { CommandPart, SimpleKey } from '../reply/wording/translation.js'
import { type Language, TRANSLATIONS } from '../reply/wording/wording.js'
import type { Command, MenuEntry } from './command.js'

/** What Discord is told of something members see, beside its English. */
interface Named {
  readonly name: string
  readonly name_localizations: LocalizationMap
}

interface Described extends Named {
  readonly description: string
  readonly description_localizations: LocalizationMap
}

/**
 * How Discord shows a command, a subcommand or an option, in every language. Whatever a member sees, Discord sends back
 * the English name.
 *
 * @param part its key in the catalogue, whose last word is its name: `/ask question` is the option `question`
 */
export const described = (part: CommandPart): Described => ({
  name: part.slice(Math.max(part.lastIndexOf(' '), 0) + 1),
  name_localizations: inEachLanguage(({ names }) => names[part]),
  description: en[part],
  description_localizations: inEachLanguage(({ texts }) => texts[part]),
})

/** How Discord shows what has no more than a name, in every language: a choice, an entry of a message's menu. */
export const named = (key: SimpleKey): Named => ({
  name: en[key],
  name_localizations: inEachLanguage(({ texts }) => texts[key]),
})

/** @returns what a command or an entry of a menu is called in one language */
export const nameIn = (
  language: Language,
  { name, name_localizations: local }: Pick<(Command | MenuEntry)['data'], 'name' | 'name_localizations'>,
): string => (language === 'en' ? name : (local?.[language] ?? name))

/** @returns a command as a list names it in one language: `/ask: Quote the sentence that answers a question` */
export function commandLine(data: Command['data'], language: Language): string {
  const description = language === 'en' ? undefined : data.description_localizations?.[language]
  return `/${nameIn(language, data)}: ${description ?? data.description}`
}

/** Verbatim names its languages as Discord does. */
const inEachLanguage = (
  textOf: (translation: (typeof TRANSLATIONS)[keyof typeof TRANSLATIONS]) => string,
): LocalizationMap =>
  Object.fromEntries(
    Object.entries(TRANSLATIONS).map(([locale, translation]) => [locale, textOf(translation)]),
  )
