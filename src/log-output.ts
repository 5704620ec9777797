import { writeSync } from 'node:fs'
import { Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** Where a log's lines go. */
export interface LogOutput {
  write(line: string): void
  /** Calls `done` when all lines are written, or cannot be for now. */
  flush(done: () => void): void
}

/** As much may wait for whoever reads the log; what comes then is left out, and counted. */
const MOST_WAITING = 1024 * 1024
const LONGEST_FLUSH_MS = 1000
const STDERR = 2

/**
 * Writes to stderr, and never at the bot's cost: neither a reader that is slow or has gone nor a full disk holds up or
 * ends what is logged about.
 */
export const logToStderr = (): LogOutput =>
  process.stderr instanceof Socket ? logToReader(process.stderr) : logToFile()

/** To a pipe, or a terminal. A line that goes through at once is written before `write` returns. */
function logToReader(reader: Socket): LogOutput {
  let gone = false
  let leftOut = 0
  reader.on('error', () => {
    gone = true
  })
  reader.on('drain', () => {
    if (leftOut > 0) reader.write(`${JSON.stringify({ level: 40, leftOut, msg: 'log lines left out' })}\n`)
    leftOut = 0
  })
  return {
    write(line) {
      if (gone) return
      if (reader.writableLength > MOST_WAITING) leftOut++
      else reader.write(line)
    },
    flush(done) {
      const written = new Promise((resolve) => (gone ? resolve(null) : reader.write('', resolve)))
      void Promise.race([written, delay(LONGEST_FLUSH_MS)]).then(done)
    },
  }
}

function logToFile(): LogOutput {
  return {
    write(line) {
      try {
        writeSync(STDERR, line)
      } catch {} // the disk is full; the bot goes on without its log
    },
    flush: (done) => done(),
  }
}
