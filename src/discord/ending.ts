import { EXIT } from '../exit-codes.js'

/** Why the bot cannot go on, or could not connect. */
export interface Ending {
  /** With which Discord closed the connection; null where it did not. */
  readonly closeCode: number | null
  readonly exitCode: number
  /** For whoever hosts the bot: what happened and how to mend it. */
  readonly sentence: string
}

export const DISALLOWED_INTENTS = 4014
const INVALID_INTENTS = 4013
const TOKEN_REFUSED = 4004

export const UNREACHABLE = tryLater('Discord cannot be reached. It may be down; try later.')

export const STORM = tryLater(
  'The connection to Discord drops again and again. Trying on would spend its logins; try later.',
)

/** @param left logins that Discord allows until its count starts anew, `anewInMs` from now */
export const tooFewLogins = ({ left, anewInMs }: { left: number; anewInMs: number }): Ending =>
  tryLater(
    `Discord lets this token log in ${left} more times in the next ${Math.ceil(anewInMs / 60_000)} minutes, and would reset it after the last. Find out what starts the bot again and again; it can start after that time.`,
  )

/** @param listening whether message content was asked for */
export function closedWith(closeCode: number, listening: boolean): Ending {
  const sentence = FINAL_CLOSES.get(closeCode)?.(listening)
  return sentence === undefined
    ? { ...tryLater(`Discord closed the connection for good (${closeCode}). Try later.`), closeCode }
    : { closeCode, exitCode: EXIT.configuration, sentence }
}

/** Discord knows the token no more, whether the gateway or the API says so. */
export const tokenRefused = (): Ending => closedWith(TOKEN_REFUSED, false)

function tryLater(sentence: string): Ending {
  return { closeCode: null, exitCode: EXIT.tryLater, sentence }
}

/** The closes after which no new try helps before somebody changes a setting. */
const FINAL_CLOSES = new Map<number, (listening: boolean) => string>([
  [
    TOKEN_REFUSED,
    () =>
      'Discord refuses DISCORD_TOKEN. Copy it again: Developer Portal, your application, Bot, Reset Token.',
  ],
  [INVALID_INTENTS, () => 'Discord does not know an intent that Verbatim asks for. Update Verbatim.'],
  [
    DISALLOWED_INTENTS,
    (listening) =>
      listening
        ? 'Discord refuses message content, which channels that listen for questions need. Turn on the switch "Message Content Intent" (Developer Portal, your application, Bot, Privileged Gateway Intents), or set MESSAGE_CONTENT=off.'
        : 'Discord refuses an intent. Look at the switches in the Developer Portal, your application, Bot, Privileged Gateway Intents.',
  ],
])
