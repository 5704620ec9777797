import { type Logger, pino } from 'pino'
import type { LogLevel } from './environment.js'
import { logToStderr } from './log-output.js'

export type { Logger } from 'pino'

/**
 * The one logger: JSON lines on stderr. Children carry ids; members' words, article text and secrets stay out, and so
 * does every error object as it is: a `DiscordAPIError` carries the interaction's token and the member's question.
 */
export function createLogger(level: LogLevel): Logger {
  const repeats = createRepeats()
  const unabridged = level === 'debug' // for whoever looks for something
  const log = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
      hooks: {
        streamWrite: (line) => line.replace(UNSEEN, written),
        logMethod(line, write, severity) {
          if (unabridged || severity < WARN || repeats.isNew(line)) write.apply(this, line)
        },
      },
    },
    logToStderr(),
  )
  const tellRepeats = (): void => {
    for (const repeated of repeats.take()) log.warn({ repeated }, 'repeated within a minute')
  }
  setInterval(tellRepeats, REPEATS_WITHIN_MS).unref()
  process.on('exit', tellRepeats)
  return log
}

/** What a terminal would act on or not show: pino writes out line feeds and escapes, and leaves these as they are. */
const UNSEEN = /[\p{Cf}\u0080-\u009F\u2028\u2029]/gu
const written = (unseen: string): string =>
  unseen.replace(/[\s\S]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const WARN = 40
const REPEATS_WITHIN_MS = 60_000

/** Keeps an error that comes a thousand times from filling the log: it is written once in a minute, and counted. */
function createRepeats() {
  let errors = new Map<string, Repeated>()
  return {
    /** @param line what is to be logged: fields and a message */
    isNew([fields, message]: readonly unknown[]): boolean {
      const { err } = Object(fields)
      if (err === undefined) return true
      const told = describeError(err)
      const key = JSON.stringify([message, told])
      const repeated = errors.get(key)
      if (repeated === undefined) errors.set(key, { message, name: told.name, times: 1 })
      else repeated.times++
      return repeated === undefined
    },
    /** @returns those that came more than once; from now on all are new */
    take(): Repeated[] {
      const taken = [...errors.values()].filter(({ times }) => times > 1)
      errors = new Map()
      return taken
    },
  }
}

interface Repeated {
  readonly message: unknown
  readonly name: string
  times: number
}

/** What may be said of an error in a log. */
export interface ErrorDescription {
  readonly name: string
  /** An error code of Discord, Node or SQLite. */
  readonly code?: string | number
  /** The HTTP status of a request to Discord. */
  readonly status?: number
  readonly method?: string
  /** Where a bug was thrown; only for errors whose message is ours or Node's. */
  readonly stack?: string
}

/**
 * Tells an error by what cannot hold a secret: never `url`, `requestBody`, headers, or the message of an error from a
 * library that quotes its input.
 */
export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error }
  const fields: Record<string, unknown> = { ...error }
  const { code, status, method } = fields
  const description = {
    name: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof method === 'string' ? { method } : {}),
  }
  return status === undefined ? { ...description, ...framesOf(error) } : description
}

/** The frames without the first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): { stack?: string } {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return frames.length === 0 ? {} : { stack: frames.map((frame) => frame.trim()).join(' < ') }
}
