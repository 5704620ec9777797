/** How many ids are remembered: far more than arrive while two connections overlap or a session is resumed. */
const MOST_REMEMBERED = 5000

/**
 * Remembers ids, so that an event which Discord delivers twice is handled once.
 *
 * @returns a function that says whether it is asked about an id for the first time
 */
export function createSeenOnce(): (id: string) => boolean {
  const ids = new Set<string>()
  return (id) => {
    if (ids.has(id)) return false
    ids.add(id)
    const [oldest] = ids.size > MOST_REMEMBERED ? ids : []
    if (oldest !== undefined) ids.delete(oldest)
    return true
  }
}
