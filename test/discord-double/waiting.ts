/** Lets test code wait for something to become true about the double. */
export interface Watch {
  /** To be called after anything a test may wait for has changed. */
  changed(): void
  /**
   * Waits until `look` gives something else than `undefined`, asking again after each change.
   *
   * @throws Error saying what was awaited and `seen()` when `timeout` milliseconds have passed
   */
  until<T>(look: () => T | undefined, wait: Wait): Promise<T>
  /** Ends all waiting, since nothing will change any more. */
  close(): void
}

export interface Wait {
  readonly timeout: number
  readonly what: string
  /** What happened instead, for the reader of a failed test. */
  readonly seen?: () => string
}

export const DEFAULT_TIMEOUT = 15_000

export function createWatch(): Watch {
  const waiting = new Set<() => void>()
  let closed = false

  return {
    changed() {
      for (const ask of [...waiting]) ask()
    },

    until(look, { timeout, what, seen }) {
      return new Promise((resolve, reject) => {
        const ended = (error: unknown): void => {
          clearTimeout(timer)
          waiting.delete(ask)
          reject(error)
        }
        const ask = (): void => {
          try {
            const found = look()
            if (found !== undefined) {
              clearTimeout(timer)
              waiting.delete(ask)
              resolve(found)
            } else if (closed) {
              ended(new Error(`The double was closed while a test waited for ${what}.`))
            }
          } catch (error) {
            ended(error)
          }
        }
        const timer = setTimeout(() => {
          const instead = seen?.() ?? ''
          ended(new Error(`Waited ${timeout} ms for ${what}.${instead === '' ? '' : `\n${instead}`}`))
        }, timeout)
        waiting.add(ask)
        ask()
      })
    },

    close() {
      closed = true
      for (const ask of [...waiting]) ask()
    },
  }
}
