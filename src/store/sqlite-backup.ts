import { closeSync, existsSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { DatabaseSyncInstance } from '@photostructure/sqlite'

const MOST_KEPT = 7

/**
 * Copies an open settings file to `FILE.backup-YYYY-MM-DD` beside it, in the place of an older copy of the same day, and
 * removes all but the latest seven. The copy is whole or not there at all, however it ends.
 *
 * @throws what SQLite or the file system throws, such as on a full disk
 */
export function backUp(database: DatabaseSyncInstance, file: string, day: Date): void {
  const unfinished = `${file}.backup.part`
  rmSync(unfinished, { force: true })
  closeSync(openSync(unfinished, 'ax', 0o600)) // SQLite fills an empty file, and would make one that all may read
  database.prepare('VACUUM INTO ?').run(unfinished)
  sync(unfinished)
  renameSync(unfinished, `${file}.backup-${day.toISOString().slice(0, 10)}`)
  sync(path.dirname(file))
  for (const old of backupsOf(file).slice(MOST_KEPT)) rmSync(old)
}

/** @returns the copies of a settings file, the latest first */
export function backupsOf(file: string): string[] {
  const folder = path.dirname(file)
  if (!existsSync(folder)) return []
  const isBackup = (name: string): boolean =>
    name.startsWith(`${path.basename(file)}.backup-`) && /\.backup-\d{4}-\d\d-\d\d$/.test(name)
  return readdirSync(folder)
    .filter(isBackup)
    .sort()
    .reverse()
    .map((name) => path.join(folder, name))
}

function sync(fileOrFolder: string): void {
  const opened = openSync(fileOrFolder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
