/** Something the bot did that real Discord would refuse, ignore or turn into a ping. */
export interface Problem {
  /** The request or the gateway message, e.g. `POST /channels/:channel/messages`. */
  readonly where: string
  readonly what: string
}

/** Takes note of one problem. */
export type Note = (where: string, what: string) => void

/** One thing wrong with a request body, where `path` is as in Discord's error tree: `embeds.0.title`. */
export interface Violation {
  readonly path: string
  readonly code: string
  readonly message: string
}
