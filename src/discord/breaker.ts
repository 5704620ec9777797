/** Tells when something happens too often, counted apart for each key. */
export interface Breaker {
  /** Counts once more. @returns whether that is too often */
  tripsAt(key: number | string): boolean
}

/**
 * @param most how often it may happen
 * @param withinMs in so many milliseconds, by a clock that nobody sets
 */
export function createBreaker(most: number, withinMs: number): Breaker {
  const times = new Map<number | string, number[]>()
  return {
    tripsAt(key) {
      const now = performance.now()
      const recent = [...(times.get(key) ?? []).filter((time) => time > now - withinMs), now]
      times.set(key, recent)
      return recent.length > most
    },
  }
}
