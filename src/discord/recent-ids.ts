/** How many ids are remembered: far more than arrive while two connections overlap or a session is resumed. */
const MOST_REMEMBERED = 5000

/** The ids that came last; older ones are forgotten. */
export interface RecentIds {
  /** @returns whether it was not there before */
  add(id: string): boolean
  has(id: string): boolean
}

export function createRecentIds(): RecentIds {
  const ids = new Set<string>()
  return {
    add(id) {
      if (ids.has(id)) return false
      ids.add(id)
      const [oldest] = ids.size > MOST_REMEMBERED ? ids : []
      if (oldest !== undefined) ids.delete(oldest)
      return true
    },
    has: (id) => ids.has(id),
  }
}
