import {
  type APIApplication,
  type APIApplicationCommand,
  ApplicationCommandType,
  DiscordAPIError,
  HTTPError,
  REST,
  Routes,
} from 'discord.js'
import type { Command, MenuEntry } from './command.js'
import { RegistrationFault, TokenFault } from './registration-fault.js'

/** What Discord is told of: a slash command, or an entry of the menu of a message. */
type Offered = Pick<Command | MenuEntry, 'data'>

/** What was done to each command, by name. */
export interface Registration {
  readonly written: readonly string[]
  readonly unchanged: readonly string[]
  readonly removed: readonly string[]
}

/** @returns what Discord is told of each command, in order */
export const commandBodies = (commands: readonly Offered[]): Offered['data'][] =>
  commands.map(({ data }) => data)

/**
 * Brings the commands that Discord has in line with ours, touching only those that differ: Discord allows 200 new
 * commands a day.
 *
 * @throws TokenFault when Discord refuses the token, RegistrationFault when it refuses a command or cannot be reached
 */
export async function registerCommands(
  commands: readonly Offered[],
  { token, apiUrl }: { readonly token: string; readonly apiUrl: string },
): Promise<Registration> {
  const rest = new REST({ api: apiUrl, timeout: 15_000 }).setToken(token)
  try {
    return await register(commandBodies(commands), rest)
  } catch (error) {
    throw faultOf(error)
  }
}

async function register(ours: readonly Offered['data'][], rest: REST): Promise<Registration> {
  const { id } = (await rest.get(Routes.currentApplication())) as APIApplication
  const theirs = await registered(id, rest)
  const { differing, gone } = compare(ours, theirs)
  for (const body of differing) await rest.post(Routes.applicationCommands(id), { body })
  for (const command of gone) await rest.delete(Routes.applicationCommand(id, command.id))
  return {
    written: differing.map(({ name }) => name),
    unchanged: ours.filter((body) => !differing.includes(body)).map(({ name }) => name),
    removed: gone.map(({ name }) => name),
  }
}

/** Commands that Discord does not have as they are, by what members see: `/ask`, `Check this quote`. */
export interface Differences {
  /** It has them otherwise, or not at all. */
  readonly differing: readonly string[]
  /** It has them still. */
  readonly gone: readonly string[]
}

/** @returns how the commands that Discord has for an application differ from ours */
export async function compareCommands(
  commands: readonly Offered[],
  application: string,
  rest: REST,
): Promise<Differences> {
  const { differing, gone } = compare(commandBodies(commands), await registered(application, rest))
  return { differing: differing.map(shownName), gone: gone.map(shownName) }
}

const shownName = ({ name, type }: Offered['data'] | APIApplicationCommand): string =>
  type === ApplicationCommandType.Message ? name : `/${name}`

const registered = async (application: string, rest: REST): Promise<APIApplicationCommand[]> =>
  (await rest.get(Routes.applicationCommands(application), {
    query: new URLSearchParams({ with_localizations: 'true' }),
  })) as APIApplicationCommand[]

const compare = (ours: readonly Offered['data'][], theirs: readonly APIApplicationCommand[]) => ({
  differing: ours.filter((body) => !theirs.some((command) => isSame(body, command))),
  gone: theirs.filter(({ name }) => !ours.some((body) => body.name === name)),
})

function faultOf(error: unknown): unknown {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return new TokenFault(
      'Discord refuses DISCORD_TOKEN. Copy it again: Developer Portal, your application, Bot, Reset Token.',
    )
  }
  if (error instanceof DiscordAPIError) {
    return new RegistrationFault(`Discord refuses the commands (code ${error.code}). Some may be registered.`)
  }
  const reached =
    error instanceof HTTPError || !(error instanceof Error) || 'code' in error || error.name === 'AbortError'
  return reached
    ? new RegistrationFault('Discord cannot be reached, so not all commands are registered. Try again later.')
    : error
}

/** Whether Discord has a command as we describe it; it adds ids and leaves defaults out or in as it likes. */
const isSame = (ours: Offered['data'], theirs: APIApplicationCommand): boolean =>
  JSON.stringify(essence({ type: 1, ...ours })) === JSON.stringify(essence({ ...theirs }))

const DEFAULTS: Readonly<Record<string, unknown>> = {
  required: false,
  autocomplete: false,
  nsfw: false,
  default_member_permissions: null,
  name_localizations: null,
  description_localizations: null,
  description: '', // of what has none
}

/** What Discord sets by itself: ids, and a deprecated twin of `contexts`. */
const DISCORDS_OWN = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'handler'])

/** A value with its keys in order, and without what says nothing. */
function essence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(essence)
  if (typeof value !== 'object' || value === null) return value
  return Object.entries(value)
    .filter(([key, entry]) => !DISCORDS_OWN.has(key) && entry !== undefined && entry !== DEFAULTS[key])
    .filter(([, entry]) => !(Array.isArray(entry) && entry.length === 0))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => [key, essence(entry)])
}
