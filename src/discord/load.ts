/** Tells whether the process keeps up with what it is asked. */
export interface Load {
  isTooMuch(): boolean
  stop(): void
}

const LOOK_EVERY_MS = 100
/** A timer so late means that members wait: an answer takes milliseconds. */
const LATE_MS = 500
/** Long enough to catch up. */
const SPARE_MS = 5000

/**
 * Watches how late a timer is. Whoever asks looks, too: after a standstill messages may be read before the timer is heard.
 */
export function watchLoad(): Load {
  let due = performance.now() + LOOK_EVERY_MS
  let sparedUntil = 0
  const look = (): number => {
    const now = performance.now()
    if (now - due > LATE_MS) sparedUntil = now + SPARE_MS
    return now
  }
  const timer = setInterval(() => {
    due = look() + LOOK_EVERY_MS
  }, LOOK_EVERY_MS).unref()
  return { isTooMuch: () => look() < sparedUntil, stop: () => clearInterval(timer) }
}
