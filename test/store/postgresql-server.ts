import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { freePort } from '../free-port.js'

/** A real PostgreSQL of a test's own, on loopback, with its data in a temporary folder. */
export interface PostgresqlServer {
  /** Made anew at each start of a test file. */
  readonly password: string
  /** Makes an empty database. @returns its address */
  createDatabase(name: string): Promise<string>
  /** Ends every process of the server at once, as a crash does; what was committed stays. */
  crash(): Promise<void>
  /** Ends the bot's connections, as an administrator or a pooler does. */
  dropConnections(): Promise<void>
  /** @returns once it answers */
  start(): Promise<void>
  /** Holds up every process of the server, as a machine that hangs, until `work` has ended. */
  whileFrozen(work: () => Promise<void>): Promise<void>
  /** Ends it for good. */
  close(): Promise<void>
}

const LONGEST_START_MS = 10_000

/** Where Debian puts the server's programs, newest first; elsewhere they may be on the path. */
function folderOfPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...pathFolders()]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

const pathFolders = (): string[] => (process.env['PATH'] ?? '').split(path.delimiter)

const programs = folderOfPrograms()

/** Whether this machine has a PostgreSQL server to run. */
export const hasPostgresql = programs !== null

/** For the title of what is skipped without one. */
export const LEFT_OUT = hasPostgresql ? '' : ' (left out: this machine has no PostgreSQL server)'

if (!hasPostgresql) {
  console.warn('The PostgreSQL half of the tests is left out: this machine has no PostgreSQL server.')
}

/** Makes and starts a server. PostgreSQL refuses to run as root, so there it runs as nobody. */
export async function startPostgresql(): Promise<PostgresqlServer> {
  if (programs === null) throw new Error('This machine has no PostgreSQL server.')
  const folder = mkdtempSync(path.join(tmpdir(), 'verbatim-postgresql-'))
  const data = path.join(folder, 'data')
  const password = `canary-${randomBytes(12).toString('hex')}`
  const passwordFile = path.join(folder, 'password')
  writeFileSync(passwordFile, password)
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null
  if (user !== null) for (const file of [folder, passwordFile]) chownSync(file, user.uid, user.gid)
  const port = await freePort()
  const address = (name: string): string => `postgres://owner:${password}@127.0.0.1:${port}/${name}`
  let server: ChildProcess | undefined

  execFileSync(
    path.join(programs, 'initdb'),
    [
      '-D',
      data,
      '-U',
      'owner',
      '-A',
      'scram-sha-256',
      `--pwfile=${passwordFile}`,
      '-E',
      'UTF8',
      '--no-locale',
      '--no-sync',
    ],
    { ...user, cwd: folder, stdio: 'ignore' },
  )

  async function asked(sql: string): Promise<readonly Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: address('postgres') })
    client.on('error', () => undefined)
    await client.connect()
    try {
      return (await client.query(sql)).rows
    } finally {
      await client.end()
    }
  }

  async function start(): Promise<void> {
    // without fsync only a power cut could lose anything, and none is made here
    const settings = ['fsync=off', 'listen_addresses=127.0.0.1', `port=${port}`, 'unix_socket_directories=']
    const program = path.join(programs ?? '', 'postgres')
    server = spawn(program, ['-D', data, ...settings.flatMap((setting) => ['-c', setting])], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
    const deadline = performance.now() + LONGEST_START_MS
    for (;;) {
      try {
        await asked('select 1')
        return
      } catch (error) {
        if (performance.now() > deadline) throw error
        await delay(50)
      }
    }
  }

  async function crash(): Promise<void> {
    if (server === undefined || server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGQUIT') // PostgreSQL's immediate shutdown: nothing is written any more
    await ended
  }

  await start()
  return {
    password,
    start,
    crash,
    async dropConnections() {
      await asked(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'verbatim'",
      )
    },
    async createDatabase(name) {
      await asked(`create database "${name}"`)
      return address(name)
    },
    async whileFrozen(work) {
      const others = await asked('select pid from pg_stat_activity where pid <> pg_backend_pid()')
      const pids = [server?.pid, ...others.map(({ pid }) => Number(pid))]
      for (const pid of pids) signal(pid, 'SIGSTOP')
      try {
        await work()
      } finally {
        for (const pid of pids) signal(pid, 'SIGCONT')
      }
    },
    async close() {
      await crash()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const NOBODY = 65_534

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(pid, name)
  } catch {} // it has ended since it was listed
}
