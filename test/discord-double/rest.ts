import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Description } from './description.js'
import type { Note } from './problems.js'
import { Refusal, refuse, refuseForm } from './refusal.js'
import type { Watch } from './waiting.js'

/** A request as it arrived, and how it was answered. */
export interface RecordedRequest {
  readonly at: number
  readonly method: string
  /** Method and template, `POST /channels/:channel/messages`; `unknown` when there is no such route. */
  readonly route: string
  readonly path: string
  readonly query: string
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  readonly authorization: 'ok' | 'none' | 'wrong'
  /** As sent, except that `authorization` is replaced by the word above. */
  readonly headers: Readonly<Record<string, string>>
  /** Absent while the request hangs, and when its connection was dropped. */
  readonly status?: number
  /** What a test had put in place of the answer. */
  readonly scripted?: Scripted
}

export interface UploadedFile {
  readonly name: string
  readonly type: string
  readonly content: Buffer
}

/** One request, as a route sees it. */
export interface Call {
  readonly route: string
  readonly query: URLSearchParams
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  param(name: string): string
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
}

export interface Route {
  /** `POST /channels/:channel/messages`; the first route that fits is taken. */
  readonly template: string
  /** Whether the bot must show its token. Interaction callbacks and webhooks carry theirs in the path. */
  readonly open?: boolean
  run(call: Call): Answer | Promise<Answer>
}

/**
 * What a test may put in place of an answer: nothing unusual, no answer at all, a cut connection, a late answer,
 * or an answer of its own, which with `after: 'accepted'` comes only after Discord has done what was asked.
 */
export type Scripted =
  | 'normal'
  | 'hang'
  | 'drop'
  | { readonly delay: number }
  | { readonly hang: 'after accepted' }
  | { readonly drop: 'after accepted' }
  | {
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      /** A string is sent as it stands, so that it may be HTML or broken JSON. */
      readonly body?: unknown
      readonly after?: 'accepted'
    }

export interface RestSurroundings {
  readonly token: string
  readonly now: () => number
  readonly note: Note
  readonly watch: Watch
  readonly routes: readonly Route[]
  readonly description: Description | undefined
  /** Whether the bot is connected. */
  hasSession(): boolean
  /** A file under `/attachments/…`. */
  attachment(path: string): Buffer | undefined
}

export type Rest = ReturnType<typeof createRest>

/** Discord's HTTP API, with every request recorded and every body checked. */
export function createRest({
  token,
  now,
  note,
  watch,
  routes,
  description,
  hasSession,
  attachment,
}: RestSurroundings) {
  const requests: Mutable<RecordedRequest>[] = []
  const scripts = new Map<string, Scripted[]>()
  /** When requests arrived that count towards Discord's limit. */
  let counted: number[] = []
  let limitedUntil = 0
  let underWay = 0

  const server = createServer((request, response) => {
    underWay += 1
    response.once('close', () => {
      underWay -= 1
      watch.changed()
    })
    void serve(request, response).catch((error: unknown) => {
      // A fault of the double itself must not look like a fault of the bot.
      note('the double', error instanceof Error ? (error.stack ?? error.message) : String(error))
      if (!response.headersSent) response.writeHead(500).end()
    })
  })

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const file = request.method === 'GET' ? attachment(decodeURIComponent(url.pathname)) : undefined
    if (file) {
      response.end(file)
      return
    }
    const method = request.method ?? 'GET'
    const path = decodeURIComponent(url.pathname).replace(/^\/api\/v10(?=\/)/, '')
    const [route, params] = find(method, path)
    const { body, files, readable } = await read(request)
    const authorization = authorized(request.headers.authorization, token)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([key, value]) => [key, String(value)]),
    )
    if ('authorization' in headers) headers['authorization'] = authorization
    const record: Mutable<RecordedRequest> = {
      at: now(),
      method,
      route: route?.template ?? 'unknown',
      path,
      query: url.search,
      body,
      files,
      authorization,
      headers,
    }
    requests.push(record)
    watch.changed()
    // Who has not logged in yet may be told of its mistake; afterwards it has another's token.
    if (authorization === 'wrong' && hasSession()) note(record.route, 'Sent with another token.')
    if (!route?.open) countRequest(record.route)
    if (!route?.open && Date.now() < limitedUntil) {
      const seconds = Math.ceil((limitedUntil - Date.now()) / 1000)
      const headers = { 'retry-after': String(seconds), 'x-ratelimit-global': 'true' }
      respond(response, record, { status: 429, body: { global: true, retry_after: seconds } }, headers)
      return
    }

    const run = async (): Promise<Answer> => {
      if (!url.pathname.startsWith('/api/v10/') || route === undefined) {
        note(`${method} ${path}`, 'The double has no such route.')
        return { status: 404, body: { message: '404: Not Found', code: 0 } }
      }
      if (!route.open && authorization !== 'ok')
        return { status: 401, body: { message: '401: Unauthorized', code: 0 } }
      return answer(route, {
        route: route.template,
        query: url.searchParams,
        body: body ?? {},
        files,
        param: (name) => params[name] ?? '',
      })
    }
    const answer = async (found: Route, call: Call): Promise<Answer> => {
      try {
        if (!readable) throw refuse(50109, 'The body is no JSON.')
        const described =
          method === 'GET' || method === 'DELETE' ? [] : description?.violations(call.route, call.body)
        if (described && described.length > 0) throw refuseForm(described)
        return await found.run(call)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        for (const problem of error.problems) note(found.template, problem)
        return { status: error.status, body: error.body }
      }
    }

    const scripted = route && scripts.get(shapeOf(route.template))?.shift()
    if (scripted !== undefined) record.scripted = scripted
    if (scripted === undefined || scripted === 'normal') respond(response, record, await run())
    else if (scripted === 'hang') return
    else if (scripted === 'drop') response.destroy()
    else if ('delay' in scripted) {
      await sleep(scripted.delay)
      respond(response, record, await run())
    } else if ('hang' in scripted) await run()
    else if ('drop' in scripted) {
      await run()
      response.destroy()
    } else {
      if (scripted.after === 'accepted') await run()
      respond(response, record, scripted, scripted.headers)
    }
    watch.changed()
  }

  /** Discord lets a bot make 50 requests a second; over a few seconds, since its seconds are not ours. */
  function countRequest(where: string): void {
    const at = Date.now()
    counted = [...counted.filter((time) => time > at - 5000), at]
    if (counted.length > 6 * 50) note(where, 'More than 50 requests a second for 5 seconds.')
  }

  function find(method: string, path: string): [Route | undefined, Record<string, string>] {
    const steps = path.split('/')
    for (const route of routes) {
      const [wanted, template = ''] = route.template.split(' ')
      const places = template.split('/')
      const fits = places.every((place, at) => place === steps[at] || (place.startsWith(':') && steps[at]))
      if (wanted !== method || places.length !== steps.length || !fits) continue
      const params = places.flatMap((place, at) =>
        place.startsWith(':') ? [[place.slice(1), steps[at] ?? '']] : [],
      )
      return [route, Object.fromEntries(params) as Record<string, string>]
    }
    return [undefined, {}]
  }

  return {
    /** Every request so far, in order of arrival. */
    requests: requests as readonly RecordedRequest[],
    /** How many requests have not been answered yet. */
    get underWay(): number {
      return underWay
    },
    /** Sets the answers of the next requests to a route, used up in order; then it answers as usual again. */
    script(template: string, answers: readonly Scripted[]) {
      const shape = shapeOf(template)
      if (!routes.some((route) => shapeOf(route.template) === shape)) {
        throw new Error(`The double has no route "${template}" to script.`)
      }
      scripts.set(shape, [...(scripts.get(shape) ?? []), ...answers])
    },
    /** Takes back what was scripted and not used yet. */
    unscript() {
      scripts.clear()
    },
    /** Refuses all that counts towards the global limit for a while, as if that were reached. */
    limitGlobally(milliseconds: number) {
      limitedUntil = Date.now() + milliseconds
    },
    /** Drops what was recorded before `time`, for tests that run for long. */
    forget(time: number) {
      const kept = requests.findIndex(({ at }) => at >= time)
      requests.splice(0, kept < 0 ? requests.length : kept)
    },
    server,
    async shutDown(): Promise<void> {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

const shapeOf = (template: string): string => template.replaceAll(/:[A-Za-z]+/g, ':')

function authorized(header: string | undefined, token: string): 'ok' | 'none' | 'wrong' {
  if (header === undefined) return 'none'
  return header === `Bot ${token}` ? 'ok' : 'wrong'
}

/** The body of a request, from JSON or from the form discord.js makes when it sends files. */
async function read(
  request: IncomingMessage,
): Promise<{ body: unknown; files: UploadedFile[]; readable: boolean }> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const raw = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (raw.length === 0) return { body: undefined, files: [], readable: true }
  try {
    if (!type.startsWith('multipart/form-data'))
      return { body: JSON.parse(String(raw)), files: [], readable: true }
    const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData()
    const files: UploadedFile[] = []
    for (const value of form.values()) {
      if (typeof value === 'string') continue
      files.push({ name: value.name, type: value.type, content: Buffer.from(await value.arrayBuffer()) })
    }
    const json = form.get('payload_json')
    return { body: typeof json === 'string' ? JSON.parse(json) : {}, files, readable: true }
  } catch {
    return { body: String(raw), files: [], readable: false }
  }
}

function respond(
  response: ServerResponse,
  record: Mutable<RecordedRequest>,
  { status, body }: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  record.status = status
  const text = typeof body === 'string' ? body : body === undefined ? '' : JSON.stringify(body)
  const isJson = body !== undefined && typeof body !== 'string'
  // Generous, since limits that bite are for a test to script; and then with headers of its choice only.
  const limits = {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': '999',
    'x-ratelimit-reset': String(Date.now() / 1000 + 1),
    'x-ratelimit-reset-after': '1',
    'x-ratelimit-bucket': createHash('sha256').update(record.route).digest('hex').slice(0, 32),
  }
  response.writeHead(status, {
    ...(isJson ? { 'content-type': 'application/json' } : {}),
    ...(status === 429 ? {} : limits),
    via: '1.1 double',
    ...headers,
  })
  response.end(text)
}
