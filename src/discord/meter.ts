/** What a member did that a handler deals with. */
export type Request = 'message' | 'command' | 'button' | 'autocomplete'

/** How a handler ended. */
export type Outcome = 'answered' | 'silent' | 'limited' | 'too-late' | 'failed'

/** Is told what happens on Discord, for whoever counts it. */
export interface Meter {
  /** @param ms from taking a request up to having sent what it was answered with */
  handled(request: Request, outcome: Outcome, ms: number): void
  /** @param code of Discord's error, the HTTP status, or the driver's name for what went wrong */
  restFailed(code: string): void
}

/** Where nobody counts. */
export const noMeter: Meter = { handled: () => undefined, restFailed: () => undefined }

/** @returns tells the meter that a request which begins now has ended; it gives the milliseconds, for the log */
export function timed(request: Request, meter: Meter): (outcome: Outcome) => number {
  const start = performance.now()
  return (outcome) => {
    const ms = performance.now() - start
    meter.handled(request, outcome, ms)
    return Math.round(ms)
  }
}
