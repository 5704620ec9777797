import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Violation } from './problems.js'

/** Discord's published OpenAPI description, asked what it finds wrong with a request body. */
export interface Description {
  /**
   * @param route a template such as `POST /channels/:channel/messages`
   * @returns what is wrong with `body`; nothing when the description has no body for that route
   */
  violations(route: string, body: unknown): Violation[]
}

type Schema = Record<string, unknown>

const opened = new Map<string, Description>()

/** Opens the description in `file`, once for all the doubles of a process. */
export function openDescription(file: string): Description {
  const description = opened.get(file) ?? compile(file)
  opened.set(file, description)
  return description
}

/** Reads the description; each route is compiled when it is first asked for, and kept. */
function compile(file: string): Description {
  const document = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: Schema }> } }>>
    components: { schemas: Record<string, Schema> }
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false })
  formats.default(ajv)
  ajv.addFormat('snowflake', /^\d{1,20}$/)
  ajv.addFormat('nonce', /^.{0,25}$/s)
  const read = readable(document.components.schemas)
  const schemas = Object.fromEntries(
    Object.entries(document.components.schemas).map(([name, schema]) => [name, read(schema)]),
  )
  ajv.addSchema({ $id: 'discord', components: { schemas } })

  const paths = new Map(Object.entries(document.paths).map(([path, methods]) => [shapeOf(path), methods]))
  const compiled = new Map<string, ValidateFunction | undefined>()

  function validatorOf(route: string): ValidateFunction | undefined {
    const [method = '', path = ''] = route.split(' ')
    const body = paths.get(shapeOf(path))?.[method.toLowerCase()]?.requestBody
    const schema = body?.content?.['application/json']?.schema
    return schema && ajv.compile(read(schema))
  }

  return {
    violations(route, body) {
      if (!compiled.has(route)) compiled.set(route, validatorOf(route))
      const validate = compiled.get(route)
      if (validate === undefined || validate(body)) return []
      const found = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if').map(violation)
      // One error a place: a wrong type is also none of the allowed values, and so on.
      return found.filter(({ path }, at) => found.findIndex((other) => other.path === path) === at)
    },
  }
}

const shapeOf = (path: string): string => path.replaceAll(/:[A-Za-z]+|\{\w+\}/g, '{}')

/**
 * Rewrites schemas so that their errors can be read: `oneOf: [null, X]` becomes "X unless null", and a union
 * whose branches carry a `type` checks the one branch the value's type chooses. As printed, a single wrong
 * label deep in a message gives hundreds of errors, one for each kind of component it is not.
 */
function readable(named: Record<string, Schema>): (schema: Schema) => Schema {
  const resolve = (schema: Schema): Schema => {
    const name = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
    return name === undefined ? schema : (named[name] ?? {})
  }
  const typesOf = (schema: Schema): unknown[] | undefined => {
    const type = (resolve(schema)['properties'] as Record<string, Schema> | undefined)?.['type']
    return Array.isArray(type?.['enum']) ? type['enum'] : undefined
  }

  function union(branches: Schema[], keyword: 'oneOf' | 'anyOf'): Schema {
    const others = branches.filter(({ type }) => type !== 'null')
    if (others.length < branches.length) {
      return { if: { type: 'null' }, else: others.length === 1 ? others[0] : union(others, keyword) }
    }
    if (branches.every((branch) => 'const' in branch))
      return { enum: branches.map((branch) => branch['const']) }
    const types = branches.map(typesOf)
    if (types.every((type) => type !== undefined)) {
      return {
        type: 'object',
        required: ['type'],
        properties: { type: { enum: types.flat() } },
        allOf: branches.map((branch, at) => ({
          if: { not: { required: ['type'], properties: { type: { enum: types[at] } } } },
          else: branch,
        })),
      }
    }
    return { [keyword]: branches }
  }

  function read(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(read)
    if (typeof value !== 'object' || value === null) return value
    const result: Schema = {}
    for (const [key, inner] of Object.entries(value)) {
      if (key === '$ref' && typeof inner === 'string') result[key] = inner.replace(/^#/, 'discord#')
      // Described as an integer, documented as a string of digits, and sent so by discord.js.
      else if (key === 'default_member_permissions') result[key] = { pattern: '^\\d+$' }
      else if ((key === 'oneOf' || key === 'anyOf') && Array.isArray(inner)) {
        Object.assign(result, union(inner as Schema[], key))
      } else result[key] = inner
    }
    return Object.fromEntries(
      Object.entries(result).map(([key, inner]) => [
        key,
        key === 'enum' || key === '$ref' ? inner : read(inner),
      ]),
    )
  }

  return (schema) => read(schema) as Schema
}

const codes: Record<string, string> = {
  maxLength: 'BASE_TYPE_BAD_LENGTH',
  minLength: 'BASE_TYPE_BAD_LENGTH',
  maxItems: 'BASE_TYPE_BAD_LENGTH',
  minItems: 'BASE_TYPE_BAD_LENGTH',
  required: 'BASE_TYPE_REQUIRED',
  enum: 'BASE_TYPE_CHOICES',
  maximum: 'NUMBER_TYPE_MAX',
  minimum: 'NUMBER_TYPE_MIN',
}

function violation({ instancePath, keyword, params, message }: ErrorObject): Violation {
  const steps = instancePath.split('/').slice(1)
  if (keyword === 'required') steps.push(String(params['missingProperty']))
  const allowed = keyword === 'enum' ? ` (${String(params['allowedValues'])})` : ''
  return {
    path: steps.join('.'),
    code: codes[keyword] ?? 'BASE_TYPE_INVALID',
    message: keyword === 'required' ? 'This field is required' : `${message ?? 'is wrong'}${allowed}`,
  }
}
