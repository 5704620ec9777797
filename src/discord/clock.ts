import type { REST } from 'discord.js'

const LOOK_EVERY_MS = 1000
/** Less is a clock being kept right. */
const STEP_MS = 2000

/** Calls `onSetBack` when the machine's clock is set back, with the seconds by which it was. */
export function watchClock(onSetBack: (seconds: number) => void): void {
  const ahead = (): number => Date.now() - performance.now()
  let before = ahead()
  const look = (): void => {
    const now = ahead()
    if (now < before - STEP_MS) onSetBack(Math.round((before - now) / 1000))
    before = now
  }
  setInterval(look, LOOK_EVERY_MS).unref()
}

/**
 * Makes discord.js forget which limits of Discord's it has used up: it remembers until when by the machine's clock, and
 * with that set back by an hour would send nothing for an hour. Discord tells them anew with its next answers.
 */
export function forgetUsedUpLimits(rest: REST): void {
  rest.globalReset = -1
  rest.handlers.clear()
}
