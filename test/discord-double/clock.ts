/** A clock a test can move: it runs with the real one, plus what `advance` has added. */
export interface SettableClock {
  readonly now: () => number
  advance(milliseconds: number): void
}

/** Makes a clock for `startDiscordDouble({ now: clock.now })`, so fifteen minutes pass in no time. */
export function settableClock(): SettableClock {
  let ahead = 0
  return {
    now: () => Date.now() + ahead,
    advance(milliseconds) {
      ahead += milliseconds
    },
  }
}
