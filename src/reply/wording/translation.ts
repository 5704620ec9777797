import type { en } from './en.js'

/** A text's key, without its plural form. */
export type TextKey = keyof typeof en extends infer Key
  ? Key extends `${infer Stem}_${EnglishForm}`
    ? Stem
    : Key
  : never

/** What Discord shows of a command, a subcommand or an option: `/ask`, `/ask question`. */
export type CommandPart = Extract<TextKey, `/${string}`>

/** A text that is the same whatever it is said about. */
export type SimpleKey = {
  [Key in TextKey]: [ParametersOf<Key>] extends [never] ? Key : never
}[TextKey] &
  keyof typeof en

/** What a text must be given, by name. */
export type ParametersOf<Key extends TextKey> = Key extends keyof typeof en
  ? ParametersIn<(typeof en)[Key]>
  : 'count' | ParametersIn<(typeof en)[Extract<keyof typeof en, `${Key}_other`>]>

/**
 * A language beside English: TypeScript refuses it while a text, a parameter or a plural form is missing.
 *
 * @typeParam Form the plural forms the language has, by CLDR (unicode.org, "Language Plural Rules")
 */
export interface Translation<Form extends Intl.LDMLPluralRule> {
  /** What commands and options are called: lower case, no blanks, 32 characters at most. */
  readonly names: Readonly<Record<CommandPart, string>>
  readonly texts: {
    readonly [Key in TextKey as Key extends keyof typeof en ? Key : `${Key}_${Form}`]: Holding<
      ParametersOf<Key>
    >
  }
}

type EnglishForm = 'one' | 'other'

type ParametersIn<Text> = Text extends `${string}{{${infer Parameter}}}${infer Rest}`
  ? (Parameter extends `${infer Name}, ${string}` ? Name : Parameter) | ParametersIn<Rest>
  : never

/** A text that holds each of these parameters; the intersection of `${string}{{a…` for a, and so on. */
type Holding<Parameter extends string> = [Parameter] extends [never]
  ? string
  : (
        Parameter extends string
          ? (text: `${string}{{${Parameter}${'' | `, ${string}`}}}${string}`) => void
          : never
      ) extends (text: infer All) => void
    ? All
    : never
