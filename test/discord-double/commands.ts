import {
  type CommandBody,
  commandListViolations,
  commandViolations,
  commandWarnings,
  tooManyCommands,
} from './command-rules.js'
import { isFoundBy } from './localised.js'
import type { Note } from './problems.js'
import { refuse, refuseForm } from './refusal.js'
import type { Call, Route } from './rest.js'

/** A command as Discord keeps it. */
export interface RegisteredCommand extends CommandBody {
  readonly id: string
  readonly type: number
  readonly guild_id?: string
}

export type Commands = ReturnType<typeof createCommands>

/** Discord keeps its languages back unless it is asked for them. */
const withoutLocalizations = <Shown extends object>(shown: Shown): object =>
  Object.fromEntries(
    Object.entries(shown)
      .filter(([key]) => !key.endsWith('_localizations'))
      .map(([key, value]) => [key, Array.isArray(value) ? value.map(inner) : value]),
  )
const inner = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? withoutLocalizations(value) : value

/** The commands the bot has registered, everywhere and per server. */
export function createCommands(applicationId: string, snowflake: () => string, note: Note) {
  /** Under `''` those for everywhere, else under the server's id. */
  const scopes = new Map<string, RegisteredCommand[]>()
  const creates = new Map<string, number>()
  const inScope = (scope: string): RegisteredCommand[] => scopes.get(scope) ?? []
  const sameAs = (body: CommandBody) => (one: RegisteredCommand) =>
    one.name === body.name && one.type === (body.type ?? 1)

  function keep(scope: string, body: CommandBody, before: RegisteredCommand | undefined): RegisteredCommand {
    return {
      name_localizations: null,
      description_localizations: null,
      default_member_permissions: null,
      contexts: null,
      integration_types: [0],
      nsfw: false,
      description: '',
      options: [],
      ...(before ?? {}),
      ...body,
      id: before?.id ?? snowflake(),
      application_id: applicationId,
      version: snowflake(),
      type: body.type ?? before?.type ?? 1,
      ...(scope === '' ? {} : { guild_id: scope }),
    }
  }

  function countCreates(scope: string, bodies: readonly CommandBody[]): void {
    const fresh = bodies.filter((body) => !inScope(scope).some(sameAs(body))).length
    const total = (creates.get(scope) ?? 0) + fresh
    if (total > 200) throw refuse(30034, 'More than 200 commands created in a day.')
    creates.set(scope, total)
  }

  function overwrite(scope: string, bodies: readonly CommandBody[]): RegisteredCommand[] {
    const kept = bodies.map((body) => {
      const before = inScope(scope).find(sameAs(body))
      // A bulk overwrite replaces: what is not said falls back to the default.
      return keep(scope, body, before && { id: before.id, type: before.type, name: before.name })
    })
    scopes.set(scope, kept)
    return kept
  }

  function checked(call: Call): CommandBody {
    const body = call.body as CommandBody
    const violations = commandViolations(body)
    if (violations.length > 0) throw refuseForm(violations)
    for (const warning of commandWarnings(body)) note(call.route, warning)
    return body
  }

  function routesUnder(path: string, scopeOf: (call: Call) => string): Route[] {
    const found = (call: Call): RegisteredCommand => {
      const command = inScope(scopeOf(call)).find(({ id }) => id === call.param('command'))
      if (command === undefined) throw refuse(10063)
      return command
    }
    return [
      {
        template: `GET ${path}`,
        run: (call) => ({
          status: 200,
          body:
            call.query.get('with_localizations') === 'true'
              ? inScope(scopeOf(call))
              : inScope(scopeOf(call)).map(withoutLocalizations),
        }),
      },
      {
        template: `PUT ${path}`,
        run(call) {
          if (!Array.isArray(call.body)) {
            throw refuseForm([
              { path: '', code: 'BASE_TYPE_BAD_TYPE', message: 'Must be a list of commands.' },
            ])
          }
          const bodies = call.body as CommandBody[]
          const violations = commandListViolations(bodies)
          if (violations.length > 0) throw refuseForm(violations)
          if (tooManyCommands(bodies)) throw refuse(30032, 'More commands than Discord keeps.')
          for (const warning of bodies.flatMap(commandWarnings)) note(call.route, warning)
          countCreates(scopeOf(call), bodies)
          return { status: 200, body: overwrite(scopeOf(call), bodies) }
        },
      },
      {
        template: `POST ${path}`,
        run(call) {
          const scope = scopeOf(call)
          const body = checked(call)
          const before = inScope(scope).find(sameAs(body))
          const others = inScope(scope).filter((one) => one !== before)
          if (tooManyCommands([...others, body])) throw refuse(30032, 'More commands than Discord keeps.')
          countCreates(scope, [body])
          const command = keep(scope, body, before)
          scopes.set(scope, [...others, command])
          return { status: before ? 200 : 201, body: command }
        },
      },
      { template: `GET ${path}/:command`, run: (call) => ({ status: 200, body: found(call) }) },
      {
        template: `PATCH ${path}/:command`,
        run(call) {
          const before = found(call)
          const after = keep(scopeOf(call), { ...before, ...(call.body as Partial<CommandBody>) }, before)
          const violations = commandViolations(after)
          if (violations.length > 0) throw refuseForm(violations)
          for (const warning of commandWarnings(after)) note(call.route, warning)
          scopes.set(
            scopeOf(call),
            inScope(scopeOf(call)).map((one) => (one === before ? after : one)),
          )
          return { status: 200, body: after }
        },
      },
      {
        template: `DELETE ${path}/:command`,
        run(call) {
          const command = found(call)
          scopes.set(
            scopeOf(call),
            inScope(scopeOf(call)).filter((one) => one !== command),
          )
          return { status: 204 }
        },
      },
    ]
  }

  return {
    routes: [
      ...routesUnder('/applications/:application/guilds/:guild/commands', (call) => call.param('guild')),
      ...routesUnder('/applications/:application/commands', () => ''),
    ],
    /** Registers commands as a deployment would have; without a server id, everywhere. */
    register: (bodies: readonly CommandBody[], guildId = ''): readonly RegisteredCommand[] =>
      overwrite(guildId, bodies),
    list: (guildId = ''): readonly RegisteredCommand[] => inScope(guildId),
    /** What a member sees under a name: the server's own command before the one for everywhere. */
    find: (
      called: string,
      type: number,
      guildId: string | undefined,
      locale: string,
    ): RegisteredCommand | undefined => {
      const isFound = isFoundBy(called, locale)
      return [...inScope(guildId ?? ''), ...inScope('')].find((one) => isFound(one) && one.type === type)
    },
  }
}
