import { z } from 'zod'

/** What the environment sets, checked. `.env.example` has the same names, a line on each. */
export interface Settings {
  /** Null where the bot is to run in the terminal. */
  readonly token: string | null
  readonly apiUrl: string
  readonly corpusFolder: string
  readonly databaseFile: string
  /** Whether channels may be listened to for questions nobody addressed to the bot. */
  readonly messageContent: boolean
  readonly logLevel: LogLevel
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

/** Settings that cannot be used; the message names each one, what is wrong with it and how to mend it. */
export class SettingsFault extends Error {
  override readonly name = 'SettingsFault'
}

const DISCORD = 'https://discord.com/api'

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be the token alone, without blanks or the word "Bot"')
    .optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: `must be a whole address such as ${DISCORD}` })
    .default(DISCORD),
  CORPUS_DIR: z.string().default('corpus'),
  DATABASE_FILE: z.string().default('data/verbatim.sqlite'),
  MESSAGE_CONTENT: z.enum(['auto', 'off'], 'must be auto or off').default('auto'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      'must be fatal, error, warn, info, debug or silent',
    )
    .default('info'),
})

/** The names of all settings, in the order `.env.example` shows them. */
export const SETTING_NAMES: readonly string[] = Object.keys(schema.shape)

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
  const read = schema.safeParse(given)
  const problems = read.success
    ? []
    : read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`)
  if (read.success && read.data.DISCORD_API_URL === DISCORD) {
    const token = read.data.DISCORD_TOKEN
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
  const values = read.data
  return {
    token: values.DISCORD_TOKEN ?? null,
    apiUrl: values.DISCORD_API_URL.replace(/\/+$/, ''),
    corpusFolder: values.CORPUS_DIR,
    databaseFile: values.DATABASE_FILE,
    messageContent: values.MESSAGE_CONTENT === 'auto',
    logLevel: values.LOG_LEVEL,
  }
}
