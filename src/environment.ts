import * as v from 'valibot'

/** What the environment sets, checked. `.env.example` has the same names, a line on each. */
export interface Settings {
  /** Null where the bot is to run in the terminal. */
  readonly token: string | null
  readonly apiUrl: string
  readonly corpusFolder: string
  readonly databaseFile: string
  /** The PostgreSQL database that keeps settings in the file's place, with its password; null where there is none. */
  readonly databaseUrl: string | null
  /** Whether channels may be listened to for questions nobody addressed to the bot. */
  readonly messageContent: boolean
  readonly logLevel: LogLevel
  /** Where metrics and health are served on this machine; null where they are not. */
  readonly metricsPort: number | null
}

export type LogLevel = (typeof LOG_LEVELS)[number]

/** Settings that cannot be used; the message names each one, what is wrong with it and how to mend it. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault'
}

const DISCORD = 'https://discord.com/api'

/** An address with http or https: what is set may be a test double on this machine. */
const address = v.pipe(
  v.string(),
  v.url(`must be a whole address such as ${DISCORD}`),
  v.regex(/^https?:/, 'must start with https:// or http://'),
)

/** It holds a password, so no part of it is repeated. */
const database = v.pipe(
  v.string(),
  v.check(
    (words) => URL.canParse(words) && /^postgres(?:ql)?:/.test(words),
    'must be postgres://user:password@host:port/database, with signs such as @ or / in the password written as %40 or %2F',
  ),
)

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'must be a number from 1 to 65535'),
  v.transform(Number),
  v.minValue(1, 'must be a number from 1 to 65535'),
  v.maxValue(65_535, 'must be a number from 1 to 65535'),
)

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

const schema = v.object({
  DISCORD_TOKEN: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^[\x21-\x7e]+$/, 'must be the token alone, without blanks or the word "Bot"'),
    ),
  ),
  DISCORD_API_URL: v.optional(address, DISCORD),
  CORPUS_DIR: v.optional(v.string(), 'corpus'),
  DATABASE_FILE: v.optional(v.string(), 'data/verbatim.sqlite'),
  DATABASE_URL: v.optional(database),
  MESSAGE_CONTENT: v.optional(v.picklist(['auto', 'off'], 'must be auto or off'), 'auto'),
  METRICS_PORT: v.optional(port),
  LOG_LEVEL: v.optional(v.picklist(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`), 'info'),
})

/** The names of all settings, in the order `.env.example` shows them. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.entries)

/** Discord's tokens: the application's id, a time and a signature, in base64url. */
const DISCORD_TOKEN_SHAPE = /^[\w-]{17,}\.[\w-]{5,}\.[\w-]{20,}$/

/**
 * Reads and checks all settings, once. A variable set to nothing counts as not set.
 *
 * @throws SettingsFault when any setting cannot be used, naming every one that cannot
 */
export function readEnvironment(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    SETTING_NAMES.map((name) => [name, environment[name]?.trim() || undefined]),
  )
  const read = v.safeParse(schema, given, { abortPipeEarly: true })
  const problems = read.success ? [] : read.issues.map((issue) => `${v.getDotPath(issue)} ${issue.message}`)
  if (read.success && read.output.DISCORD_API_URL === DISCORD) {
    const token = read.output.DISCORD_TOKEN
    if (token !== undefined && !DISCORD_TOKEN_SHAPE.test(token)) {
      problems.push(
        'DISCORD_TOKEN is no bot token: copy it again from the developer portal, Bot, Reset Token',
      )
    }
  }
  if (!read.success || problems.length > 0) {
    throw new SettingsFault(
      `Settings that cannot be used:\n${problems.map((problem) => `  ${problem}.`).join('\n')}\n` +
        'Set them in the environment or in .env; .env.example explains each.',
    )
  }
  const values = read.output
  return {
    token: values.DISCORD_TOKEN ?? null,
    apiUrl: values.DISCORD_API_URL.replace(/(?<!\/)\/+$/, ''),
    corpusFolder: values.CORPUS_DIR,
    databaseFile: values.DATABASE_FILE,
    databaseUrl: values.DATABASE_URL ?? null,
    messageContent: values.MESSAGE_CONTENT === 'auto',
    metricsPort: values.METRICS_PORT ?? null,
    logLevel: values.LOG_LEVEL,
  }
}

/** @returns the folder of articles alone, for what needs no other setting to be right */
export const readCorpusFolder = (environment: Readonly<Record<string, string | undefined>>): string =>
  v.parse(schema.entries.CORPUS_DIR, environment['CORPUS_DIR']?.trim() || undefined)
