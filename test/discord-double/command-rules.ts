import { length } from './component-rules.js'
import { indistinct, localeViolations } from './localised.js'
import type { Violation } from './problems.js'

/** A command as the bot registers it. */
export interface CommandBody {
  readonly name: string
  readonly type?: number
  readonly description?: string
  readonly name_localizations?: Record<string, string> | null
  readonly description_localizations?: Record<string, string> | null
  readonly options?: readonly CommandOption[] | null
  readonly default_member_permissions?: string | null
  readonly contexts?: readonly number[] | null
  readonly integration_types?: readonly number[] | null
  readonly [more: string]: unknown
}

export interface CommandOption {
  readonly type: number
  readonly name: string
  readonly description: string
  readonly name_localizations?: Record<string, string> | null
  readonly description_localizations?: Record<string, string> | null
  readonly required?: boolean
  readonly autocomplete?: boolean
  readonly choices?: readonly Choice[] | null
  readonly options?: readonly CommandOption[] | null
  readonly channel_types?: readonly number[] | null
  readonly min_value?: number
  readonly max_value?: number
  readonly min_length?: number
  readonly max_length?: number
}

export interface Choice {
  readonly name: string
  readonly value: string | number
  readonly name_localizations?: Record<string, string> | null
}

export const SUBCOMMAND = 1
export const SUBCOMMAND_GROUP = 2

const commandKeys = [
  'id',
  'application_id',
  'guild_id',
  'version',
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'dm_permission',
  'nsfw',
  'contexts',
  'integration_types',
  'handler',
  'default_permission',
]

const optionKeys = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'required',
  'choices',
  'options',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'autocomplete',
]

/** As printed in Discord's documentation; a chat input name must besides equal itself in lower case. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

/** How many of each kind (by type) an application may have in one place. */
const MOST: Record<number, number> = { 1: 100, 2: 15, 3: 15 }

/** What Discord refuses in a whole list of commands; paths begin with the place in the list. */
export function commandListViolations(commands: readonly CommandBody[]): Violation[] {
  const found = commands.flatMap((command, at) =>
    commandViolations(command).map((violation) => ({ ...violation, path: join(String(at), violation.path) })),
  )
  for (const kind of Object.keys(MOST).map(Number)) {
    const ofKind = commands.filter(({ type = 1 }) => type === kind)
    for (const place of indistinct(ofKind)) {
      const at = commands.indexOf(ofKind[place] as CommandBody)
      const message = 'Application command names must be unique'
      found.push({ path: `${at}.name`, code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message })
    }
  }
  return found
}

/** Whether these are more commands of a kind than Discord takes. */
export const tooManyCommands = (commands: readonly CommandBody[]): boolean =>
  Object.entries(MOST).some(
    ([type, most]) => commands.filter((one) => (one.type ?? 1) === Number(type)).length > most,
  )

/** What Discord refuses in one command although its description allows it. */
export function commandViolations(command: CommandBody): Violation[] {
  const { type = 1, name, description, options } = command
  const found: Violation[] = []
  if (type === 1) {
    found.push(...nameViolations('name', name), ...length('description', description, 1, 100))
    found.push(...localeViolations('', command, isName))
    found.push(...optionViolations(options ?? [], 'options'))
  } else {
    found.push(...length('name', name, 1, 32), ...localeViolations('', command, isLabel))
    if (description) {
      found.push({
        path: 'description',
        code: 'APPLICATION_COMMAND_DESCRIPTION',
        message: 'Must be empty for this type.',
      })
    }
    if (options && options.length > 0) {
      found.push({
        path: 'options',
        code: 'APPLICATION_COMMAND_OPTIONS',
        message: 'Only chat input commands have options.',
      })
    }
  }
  const size = sizeOf(command)
  if (size > 8000) {
    const message = `Command exceeds maximum size (8000): ${size}.`
    found.push({ path: '', code: 'APPLICATION_COMMAND_TOO_LARGE', message })
  }
  return found
}

/** Misspelt properties, which Discord passes over in silence. */
export function commandWarnings(command: CommandBody): string[] {
  const stray = (value: object, keys: readonly string[], path: string): string[] =>
    Object.keys(value)
      .filter((key) => !keys.includes(key))
      .map((key) => `Discord does not know the property "${path}${key}".`)
  const inOptions = (options: readonly CommandOption[], path: string): string[] =>
    options.flatMap((option) => {
      const here = `${path}${option.name}.`
      return [...stray(option, optionKeys, here), ...inOptions(option.options ?? [], here)]
    })
  return [
    ...stray(command, commandKeys, `${command.name}.`),
    ...inOptions(command.options ?? [], `${command.name}.`),
  ]
}

/** What Discord refuses in the choices of an autocomplete answer. */
export function choiceViolations(choices: readonly Choice[], path: string): Violation[] {
  const found = choices.flatMap(({ name, value }, at) => [
    ...length(`${path}.${at}.name`, name, 1, 100),
    ...(typeof value === 'string' ? length(`${path}.${at}.value`, value, 1, 100) : []),
  ])
  if (choices.length > 25) {
    found.push({
      path,
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be 25 or fewer in length, not ${choices.length}.`,
    })
  }
  return found
}

function optionViolations(options: readonly CommandOption[], path: string): Violation[] {
  const found: Violation[] = []
  const say = (place: string, code: string, message: string): void =>
    void found.push({ path: place, code, message })
  if (options.length > 25) say(path, 'BASE_TYPE_BAD_LENGTH', 'Must be 25 or fewer in length.')

  const twins = indistinct(options)
  const nested = options.filter(({ type }) => isSubcommand(type)).length
  if (nested > 0 && nested < options.length) {
    say(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-command and other options cannot be mixed.')
  }
  for (const [at, option] of options.entries()) {
    const here = `${path}.${at}`
    found.push(...nameViolations(`${here}.name`, option.name))
    found.push(...length(`${here}.description`, option.description, 1, 100))
    found.push(...localeViolations(here, option, isName))
    if (twins.includes(at)) {
      say(`${here}.name`, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS', 'Option names must be unique.')
    }
    if (
      option.required &&
      options.slice(0, at).some(({ required, type }) => !required && !isSubcommand(type))
    ) {
      const message = 'Required options must be placed before non-required options'
      say(here, 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', message)
    }
    if (option.autocomplete && option.choices && option.choices.length > 0) {
      say(here, 'APPLICATION_COMMAND_AUTOCOMPLETE', 'An option has choices or autocomplete, not both.')
    }
    found.push(...choiceViolations(option.choices ?? [], `${here}.choices`))
    found.push(...optionViolations(option.options ?? [], `${here}.options`))
  }
  return found
}

const isName = (name: unknown): boolean =>
  typeof name === 'string' && NAME.test(name) && name === name.toLowerCase()

/** What an entry of a menu may be called: it may have blanks and capital letters. */
const isLabel = (name: string): boolean => name.length >= 1 && name.length <= 32

function nameViolations(path: string, name: unknown): Violation[] {
  if (isName(name)) return []
  return [
    {
      path,
      code: 'APPLICATION_COMMAND_INVALID_NAME',
      message: `Command name is invalid: "${String(name)}".`,
    },
  ]
}

export const isSubcommand = (type: number): boolean => type === SUBCOMMAND || type === SUBCOMMAND_GROUP

/** Characters that count towards the 8000 of a command, where the longest of each field's languages counts. */
function sizeOf(value: CommandBody | CommandOption): number {
  const options = value.options ?? []
  const choices = 'choices' in value ? ((value as CommandOption).choices ?? []) : []
  return (
    longest(value.name, value.name_localizations) +
    longest(value.description, value.description_localizations) +
    options.reduce((sum, option) => sum + sizeOf(option), 0) +
    choices.reduce(
      (sum, { name, name_localizations: local, value: v }) => sum + longest(name, local) + String(v).length,
      0,
    )
  )
}

const longest = (text: string | undefined, local: Record<string, string> | null | undefined): number =>
  Math.max(...[text ?? '', ...Object.values(local ?? {})].map((words) => words.length))

const join = (first: string, rest: string): string => (rest === '' ? first : `${first}.${rest}`)
