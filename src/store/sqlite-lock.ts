import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { StoreFault } from './store.js'

/** What one process at a time holds. The system lets go of it when the process ends, however it ends. */
export interface Lock {
  release(): void
}

/**
 * Takes the lock of a settings file, so that two bots never answer, or bring its tables up to date, at once. It is a
 * transaction on an empty database beside the file, since one on the file itself would keep backups out too.
 *
 * @throws StoreFault when another process holds it
 */
export function lockFile(file: string): Lock {
  let lock: DatabaseSyncInstance | undefined
  try {
    lock = new DatabaseSync(`${file}.lock`, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    if (/is locked/.test(String(error))) {
      throw new StoreFault(
        `Verbatim is already running with the settings file "${file}". Stop that process, or name another file with DATABASE_FILE.`,
      )
    }
    return { release: () => undefined } // in a folder that may only be read, no lock can be taken, nor a setting changed
  }
  const held = lock
  return { release: () => held.close() }
}
