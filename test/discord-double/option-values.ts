import { type CommandOption, isSubcommand, SUBCOMMAND, SUBCOMMAND_GROUP } from './command-rules.js'
import type { RegisteredCommand } from './commands.js'
import { appPermissions, type Occasion, withoutOverwrites } from './interaction-payload.js'
import type { Stage } from './stage.js'
import { withoutUser } from './world.js'

/** What a member puts into an option: people, channels and roles by their handles. */
export type OptionValue =
  | string
  | number
  | boolean
  | { readonly id: string }
  | { readonly file: { readonly name: string; readonly content: string } }

export type OptionValues = Readonly<Record<string, OptionValue>>

interface RawOption {
  readonly name: string
  readonly type: number
  readonly value?: unknown
  readonly focused?: boolean
  readonly options?: readonly RawOption[]
}

/** Discord's "resolved": the objects behind the ids among the values. */
export type Resolved = Record<string, Record<string, unknown>>

export interface Filled {
  readonly options: readonly RawOption[]
  readonly resolved: Resolved
}

const STRING = 3
const INTEGER = 4
const BOOLEAN = 5
const USER = 6
const CHANNEL = 7
const ROLE = 8
const NUMBER = 10
const ATTACHMENT = 11

export interface Filling {
  readonly stage: Stage
  readonly occasion: Occasion
  /** What was registered; absent when the test says the command is not. */
  readonly command: RegisteredCommand | undefined
  /** The words after the command's name: a group and a sub-command, or one of them. */
  readonly path: readonly string[]
  readonly values: OptionValues
  /** The option being typed, for an autocomplete. */
  readonly focused?: string
  /** Whether to send what Discord's own client would not let a member send. */
  readonly anyhow: boolean
}

/**
 * The options of a command as Discord sends them, with the types the bot registered.
 *
 * @throws Error when a member could not enter this: an unknown option, a missing one, a value out of bounds
 */
export function fillOptions(filling: Filling): Filled {
  const { command, path, values, anyhow, focused } = filling
  const resolved: Resolved = {}
  const declared = command ? optionsAt(command, path) : undefined
  const name = [command?.name ?? '', ...path].join(' ')

  const given = Object.entries(values).map(([key, value]): RawOption => {
    const option = declared?.find((one) => one.name === key)
    if (declared && option === undefined && !anyhow) {
      throw new Error(`/${name} has no option "${key}", only: ${declared.map((one) => one.name).join(', ')}.`)
    }
    const type = option?.type ?? typeOf(filling, value)
    const raw = resolve(filling, resolved, type, choiceFor(option, value))
    if (option && !anyhow && focused === undefined) checkBounds(name, option, raw)
    return { name: key, type, value: raw, ...(key === focused ? { focused: true } : {}) }
  })
  const missing = declared?.find(({ required, name: key }) => required && !(key in values))
  if (missing && !anyhow && focused === undefined)
    throw new Error(`/${name} needs the option "${missing.name}".`)

  // Discord sends options in the order they are declared, whatever order they were entered in.
  const order = declared?.map((one) => one.name) ?? []
  given.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
  return { options: nest(path, given), resolved }
}

function optionsAt(command: RegisteredCommand, path: readonly string[]): readonly CommandOption[] {
  let options = command.options ?? []
  for (const step of path) {
    const found = options.find(({ name, type }) => name === step && isSubcommand(type))
    if (found === undefined) {
      const there = options.filter(({ type }) => isSubcommand(type)).map(({ name }) => name)
      throw new Error(`/${command.name} has no sub-command "${step}", only: ${there.join(', ') || 'none'}.`)
    }
    options = found.options ?? []
  }
  const open = options.filter(({ type }) => isSubcommand(type)).map(({ name }) => name)
  if (open.length > 0) throw new Error(`/${command.name} needs one of its sub-commands: ${open.join(', ')}.`)
  return options
}

function nest(path: readonly string[], options: readonly RawOption[]): readonly RawOption[] {
  const [step, ...rest] = path
  if (step === undefined) return options
  return [{ name: step, type: rest.length > 0 ? SUBCOMMAND_GROUP : SUBCOMMAND, options: nest(rest, options) }]
}

/** The type of an option the bot did not register, by what is put into it. */
function typeOf({ stage }: Filling, value: OptionValue): number {
  if (typeof value === 'string') return STRING
  if (typeof value === 'boolean') return BOOLEAN
  if (typeof value === 'number') return Number.isInteger(value) ? INTEGER : NUMBER
  if ('file' in value) return ATTACHMENT
  if (stage.world.users.has(value.id)) return USER
  return stage.world.channels.has(value.id) ? CHANNEL : ROLE
}

/** A member picks a choice by its name; what is sent is its value. */
function choiceFor(option: CommandOption | undefined, value: OptionValue): OptionValue {
  const choices = option?.choices ?? []
  if (choices.some((choice) => choice.value === value)) return value
  return choices.find((choice) => choice.name === value)?.value ?? value
}

function resolve(
  { stage, occasion }: Filling,
  resolved: Resolved,
  type: number,
  value: OptionValue,
): unknown {
  if (typeof value !== 'object') return value
  const put = (kind: string, id: string, object: unknown): string => {
    resolved[kind] = { ...resolved[kind], [id]: structuredClone(object) }
    return id
  }
  if ('file' in value) {
    const { name, content } = value.file
    const attachment = stage.keepFile({
      name,
      type: 'text/plain; charset=utf-8',
      content: Buffer.from(content),
    })
    return put('attachments', attachment.id, { ...attachment, ephemeral: true })
  }
  return resolveObject(stage, occasion, put, type, value.id)
}

/** Puts the object with this id among the resolved ones, if there is one; gives the id back. */
export function resolveObject(
  { world }: Stage,
  { user, channel: here }: Occasion,
  put: (kind: string, id: string, object: unknown) => string,
  type: number,
  id: string,
): string {
  const guild = world.guildOf(here)
  const found = world.users.get(id)
  const channel = world.channels.get(id)
  const role = guild?.roles.get(id)
  if (found && type !== CHANNEL && type !== ROLE) {
    put('users', id, found)
    const member = guild?.members.get(id)
    if (member)
      put('members', id, { ...withoutUser(member), permissions: String(world.permissionsIn(here, id)) })
  } else if (role && type !== CHANNEL && type !== USER) put('roles', id, role)
  else if (channel) {
    put('channels', id, {
      ...withoutOverwrites(channel),
      permissions: String(world.permissionsIn(channel, user.id)),
      app_permissions: String(appPermissions(world, channel)),
    })
  }
  return id
}

function checkBounds(command: string, option: CommandOption, value: unknown): void {
  const { name, choices, min_length: minLength = 0, max_length: maxLength = 6000 } = option
  const refuse = (why: string): never => {
    throw new Error(
      `Discord lets nobody send /${command} with ${name}: ${JSON.stringify(value)}, since ${why}.`,
    )
  }
  const expected = { [STRING]: 'string', [INTEGER]: 'number', [BOOLEAN]: 'boolean', [NUMBER]: 'number' }[
    option.type
  ]
  if (expected !== undefined && typeof value !== expected) refuse(`it takes a ${expected}`)
  if (option.type === INTEGER && !Number.isInteger(value)) refuse('it takes whole numbers')
  if (choices && choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    refuse(`the choices are ${choices.map((choice) => choice.name).join(', ')}`)
  }
  if (
    typeof value === 'string' &&
    option.type === STRING &&
    (value.length < minLength || value.length > maxLength)
  ) {
    refuse(`it takes ${minLength} to ${maxLength} characters`)
  }
  if (typeof value === 'number') {
    if (option.min_value !== undefined && value < option.min_value) refuse(`the least is ${option.min_value}`)
    if (option.max_value !== undefined && value > option.max_value) refuse(`the most is ${option.max_value}`)
  }
}
