/** Runs `work` when all work of the same key has ended. */
export type OneAfterAnother = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>

/** For what reads a setting and then changes it: of two moderators at once, neither undoes the other's change. */
export function oneAfterAnother(): OneAfterAnother {
  const latest = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const mine = Promise.resolve(latest.get(key)).then(work, work)
    latest.set(key, mine)
    try {
      return await mine
    } finally {
      if (latest.get(key) === mine) latest.delete(key)
    }
  }
}
