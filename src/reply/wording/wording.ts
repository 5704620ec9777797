import { createInstance } from 'i18next'
import { en } from './en.js'
import { ru } from './ru.js'
import type { ParametersOf, TextKey } from './translation.js'

/** The words of one language. Handed to whatever makes a reply, so that no reply depends on what was said before. */
export interface Wording {
  readonly language: Language
  /** @returns a text of the catalogue with its parameters filled in, as plain words */
  text<Key extends TextKey>(key: Key, ...parameters: Parameters<Key>): string
  /** @param date a calendar date, `YYYY-MM-DD` @returns it as people write it: `January 7, 2022` */
  date(date: string): string
}

type Parameters<Key extends TextKey> = [ParametersOf<Key>] extends [never]
  ? []
  : [Readonly<{ [Name in ParametersOf<Key>]: Name extends 'count' ? number : string | number }>]

/** To add a language: copy `ru.ts`, name its plural forms, translate, and list it here, as Discord calls its locale. */
export const TRANSLATIONS = { ru } as const

export type Language = 'en' | keyof typeof TRANSLATIONS

const i18n = createInstance({
  initAsync: false,
  resources: Object.fromEntries([
    ['en', { translation: en }],
    ...Object.entries(TRANSLATIONS).map(([language, { texts }]) => [language, { translation: texts }]),
  ]),
  fallbackLng: false, // TypeScript and a test see to it that nothing is missing
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // texts are plain words: whoever renders them escapes
})
void i18n.init()

const createWording = (language: Language): Wording => {
  const translate = i18n.getFixedT(language)
  return {
    language,
    text: (key, ...[parameters]) => translate(key, { ...parameters }),
    date: (date) => new Date(date).toLocaleDateString(language, { dateStyle: 'long', timeZone: 'UTC' }),
  }
}

/** What everybody reads whose language is not known, and what tools read. */
export const ENGLISH = createWording('en')

const WORDINGS = new Map<string, Wording>([
  ['en', ENGLISH],
  ...Object.keys(TRANSLATIONS).map((name) => [name, createWording(name as Language)] as const),
])

/** @returns the language that a person who writes so is likely to read: Russian to Cyrillic letters, else English */
export function wordingOf(words: string): Wording {
  const cyrillic = words.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  const latin = words.match(/\p{Script=Latin}/gu)?.length ?? 0
  return cyrillic > latin ? wordingIn('ru') : ENGLISH
}

/** @param locale a BCP 47 tag such as `en-GB`, as Discord names locales @returns its language's words, else English */
export const wordingIn = (locale: string): Wording =>
  WORDINGS.get(locale) ?? WORDINGS.get(locale.split('-', 1)[0] ?? '') ?? ENGLISH
