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

/** Watches how late timers are; those that run late tell of it before the messages are read that came meanwhile. */
export function watchLoad(): Load {
  let due = performance.now() + LOOK_EVERY_MS
  let sparedUntil = 0
  const timer = setInterval(() => {
    const now = performance.now()
    if (now - due > LATE_MS) sparedUntil = now + SPARE_MS
    due = now + LOOK_EVERY_MS
  }, LOOK_EVERY_MS).unref()
  return { isTooMuch: () => performance.now() < sparedUntil, stop: () => clearInterval(timer) }
}
