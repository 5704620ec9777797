/** So long nothing is tried again where Discord has refused it: 10,000 refusals in ten minutes shut out the machine. */
const CLOSED_MS = 600_000
/** Far more channels than are closed at once. */
const MOST_REMEMBERED = 5000

/** What Discord has refused for the place it was about: a request's kind, and its channel. */
export interface ClosedPlaces {
  /** @param code with which Discord refused it */
  close(place: Place, code: number): void
  /** @returns with which code Discord refused the same of late; null where it did not */
  codeOf(place: Place): number | null
  /** Something there was changed, so it may be worth a try. */
  reopen(channel: string): void
}

export interface Place {
  readonly channel: string
  /** `POST messages`: what was asked for there. */
  readonly request: string
}

export const SENDING = 'POST messages'

export function createClosedPlaces(): ClosedPlaces {
  const channels = new Map<string, Map<string, { readonly code: number; readonly until: number }>>()
  return {
    close({ channel, request }, code) {
      const refused = channels.get(channel) ?? new Map()
      channels.delete(channel)
      channels.set(channel, refused.set(request, { code, until: performance.now() + CLOSED_MS }))
      const [oldest] = channels.size > MOST_REMEMBERED ? channels.keys() : []
      if (oldest !== undefined) channels.delete(oldest)
    },
    codeOf({ channel, request }) {
      const found = channels.get(channel)?.get(request)
      return found !== undefined && performance.now() < found.until ? found.code : null
    },
    reopen: (channel) => void channels.delete(channel),
  }
}
