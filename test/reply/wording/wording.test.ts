import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commands } from '../../../commands/index.js'
import { en } from '../../../src/reply/wording/en.js'
import { ENGLISH, TRANSLATIONS, wordingIn, wordingOf } from '../../../src/reply/wording/wording.js'

const russian = wordingIn('ru')
const languages = Object.entries(TRANSLATIONS)

describe('wordingIn', () => {
  it.each([
    ['ru', 'ru'],
    ['en-GB', 'en'],
    ['en-US', 'en'],
    ['ja', 'en'],
    ['', 'en'],
    ['__proto__', 'en'],
  ])('speaks to the locale %j in the language %s', (locale, language) => {
    expect(wordingIn(locale).language).toBe(language)
  })

  it.each([
    ['1 абзац', 1],
    ['2 абзаца', 2],
    ['5 абзацев', 5],
    ['11 абзацев', 11],
    ['21 абзац', 21],
    ['112 абзацев', 112],
    ['1\u00a0204 абзаца', 1204],
  ])('counts %s in Russian', (shown, count) => {
    expect(russian.text('article.paragraphs', { count })).toBe(shown)
  })

  it('writes a date as people do, on the same day everywhere', () => {
    expect(ENGLISH.date('2022-01-07')).toBe('January 7, 2022')
    expect(russian.date('2022-01-07')).toBe('7 января 2022 г.')
  })

  it('shows what a text is given as it stands, whatever marks it holds', () => {
    const marks = fc.constantFrom('{{', '}}', '$t(', ')', '$&', '$1', '{{heading}}', '&amp;', '<', ', ', 'a')
    fc.assert(
      fc.property(fc.string({ unit: marks }), (heading) => {
        expect(ENGLISH.text('cite.section', { number: '3', heading })).toBe(`section 3, “${heading}”`)
      }),
    )
  })
})

describe('wordingOf', () => {
  it.each([
    ['When did the protests begin?', 'en'],
    ['Когда начались протесты?', 'ru'],
    ['Кто такой Tokayev?', 'ru'],
    ['What does the word «мир» mean?', 'en'],
    ['🔥', 'en'],
  ])('answers %j in the language %s', (words, language) => {
    expect(wordingOf(words).language).toBe(language)
  })
})

describe('the catalogues', () => {
  it.each(languages)('say everything in %s too, with the same parameters', (_language, { texts }) => {
    expect(keysIn(texts)).toEqual(keysIn(en))
    for (const [key, text] of Object.entries(texts)) {
      expect([key, parametersIn(text)]).toEqual([key, parametersOf(stemOf(key))])
    }
  })

  it.each([['en', { texts: en }] as const, ...languages])(
    'have every plural form of %s',
    (language, { texts }) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted()
      const keys = Object.keys(texts)
      const plurals = [...new Set(keys.map(stemOf))].filter((stem) => !keys.includes(stem))
      expect(keys.filter((key) => key !== stemOf(key)).toSorted()).toEqual(
        plurals.flatMap((stem) => forms.map((form) => `${stem}_${form}`)).toSorted(),
      )
    },
  )

  it.each(languages)('name in %s only commands that there are', (language, { texts }) => {
    const known = commands.map(({ data }) => Object(data.name_localizations)[language])
    for (const [key, text] of Object.entries(texts)) {
      if (key.startsWith('chat.')) continue // a terminal has English commands
      for (const [, name] of text.matchAll(/(?<![\p{L}/])\/([\p{L}-]+)/gu)) expect(known).toContain(name)
    }
  })
})

const stemOf = (key: string): string => key.replace(/_(?:zero|one|two|few|many|other)$/, '')
const keysIn = (texts: object): string[] => [...new Set(Object.keys(texts).map(stemOf))].toSorted()
const parametersIn = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)/g)].map(([, name = '']) => name).toSorted()
const parametersOf = (stem: string): string[] =>
  parametersIn(Object.entries(en).find(([key]) => key === stem || key === `${stem}_other`)?.[1] ?? '')
