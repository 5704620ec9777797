import { Locale } from 'discord.js'
import type { CommandBody, CommandOption } from './command-rules.js'
import type { Violation } from './problems.js'

/** What has a name that members may see in their language. */
export interface Localised {
  readonly name: string
  readonly name_localizations?: Record<string, string> | null
}

/** What a member whose Discord speaks `locale` sees. */
const shownIn =
  (locale: string) =>
  ({ name, name_localizations: local }: Localised): string =>
    local?.[locale] ?? name

/** Whether a member finds something by this name: by the one they see, or by the default one. */
export const isFoundBy =
  (called: string, locale: string) =>
  (one: Localised): boolean =>
    one.name === called || shownIn(locale)(one) === called

/** The sub-commands and options a member enters, and the one they are typing into. */
interface Entered<Value> {
  readonly path: readonly string[]
  readonly values: Readonly<Record<string, Value>>
  readonly focused?: string
}

/** What a member enters, in the default names, which are all that Discord sends. */
export function inDefaultNames<Value>(
  command: CommandBody | undefined,
  locale: string,
  { path, values, focused }: Entered<Value>,
): Entered<Value | string | number> {
  let options: readonly CommandOption[] = command?.options ?? []
  const find = (called: string): CommandOption | undefined => options.find(isFoundBy(called, locale))
  const steps = path.map((step) => {
    const found = find(step)
    options = found?.options ?? []
    return found?.name ?? step
  })
  const named = Object.entries(values).map(([key, value]) => {
    const option = find(key)
    const choice = option?.choices?.find(isFoundBy(String(value), locale))
    return [option?.name ?? key, choice?.value ?? value] as const
  })
  return {
    path: steps,
    values: Object.fromEntries(named),
    ...(focused === undefined ? {} : { focused: find(focused)?.name ?? focused }),
  }
}

/** What Discord refuses in the languages of a command or an option, beside its description's lengths. */
export function localeViolations(
  path: string,
  { name_localizations: names, description_localizations: descriptions }: CommandBody | CommandOption,
  isName: (name: string) => boolean,
): Violation[] {
  const unknown = Object.keys({ ...names, ...descriptions }).filter((locale) => !LOCALES.has(locale))
  const bad = Object.entries(names ?? {}).filter(([, name]) => !isName(name))
  return [
    ...unknown.map((locale) => ({
      path,
      code: 'BASE_TYPE_CHOICES',
      message: `"${locale}" is no locale of Discord's.`,
    })),
    ...bad.map(([locale, name]) => ({
      path: `${path}.name_localizations.${locale}`,
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: `Command name is invalid: "${name}".`,
    })),
  ]
}

/** Which of these a member of some language could not tell from one before it. */
export function indistinct(all: readonly Localised[]): number[] {
  const locales = new Set(['', ...all.flatMap(({ name_localizations: local }) => Object.keys(local ?? {}))])
  const places = [...locales].flatMap((locale) => {
    const names = all.map(shownIn(locale))
    return names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []))
  })
  return [...new Set(places)]
}

const LOCALES: ReadonlySet<string> = new Set(Object.values(Locale))
