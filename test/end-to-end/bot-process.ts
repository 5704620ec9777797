import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { DiscordDouble } from '../discord-double/double.js'
import { mustNotTell, secretsIn } from '../told-secrets.js'

/** The built program: end-to-end tests take the door its users take. */
export const MAIN = path.resolve('dist/src/main.js')
export const SHIPPED_CORPUS = path.resolve('corpus')

/** A child process of the built bot, and all it has said. */
export interface BotProcess {
  readonly child: ChildProcess
  /** Everything printed so far, stdout and stderr. */
  output(): string
  /** Waits until it has printed `words`. */
  says(words: string): Promise<void>
  /** Sends a signal and waits for the end. @returns the exit code, or the signal's name */
  stop(signal?: NodeJS.Signals): Promise<number | string>
  /** @returns the exit code, or the signal's name, once it has ended by itself */
  ended(): Promise<number | string>
}

/** An empty folder of its own, so that no `.env` and no settings of this machine are read. */
export const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'verbatim-'))

/** Starts the bot against a double of Discord; settings may be overridden or, by an empty string, left out. Root may have another user run it. */
export function startBot(
  discord: Pick<DiscordDouble, 'apiUrl' | 'token' | 'confided'>,
  folder: string,
  settings: Readonly<Record<string, string>> = {},
  user?: number,
): BotProcess {
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    ...(user === undefined ? {} : { uid: user, gid: user }),
    env: {
      PATH: process.env['PATH'],
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      CORPUS_DIR: SHIPPED_CORPUS,
      LOG_LEVEL: 'debug',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  mustNotTell(
    () => said,
    () => [...discord.confided, ...secretsIn(settings)],
  )
  const end = once(child, 'exit').then(([code, signal]): number | string => code ?? signal)
  return {
    child,
    output: () => said,
    async says(words) {
      const deadline = AbortSignal.timeout(15_000)
      while (!said.includes(words)) await once(child.stderr, 'data', { signal: deadline })
    },
    ended: () => end,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return end
    },
  }
}

/** What one call of the built program printed, and how it ended. */
export interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly code: number | null
}

/** Runs the built program to its end in an empty folder, with `input` on its stdin. */
export async function run(
  words: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  input = '',
): Promise<Ran> {
  const child = spawn(process.execPath, [MAIN, ...words], {
    cwd: emptyFolder(),
    env: { PATH: process.env['PATH'], CORPUS_DIR: SHIPPED_CORPUS, ...settings },
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  mustNotTell(
    () => stdout + stderr,
    () => secretsIn(settings),
  )
  child.stdin.on('error', () => {}) // it may end without reading
  child.stdin.end(input)
  const [code] = await once(child, 'close')
  return { stdout, stderr, code }
}
