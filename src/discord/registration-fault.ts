/** Why the commands could not be registered; the message says what to do. Apart, so that it costs no discord.js. */
export class RegistrationFault extends Error {
  override readonly name = 'RegistrationFault'
}

/** Discord refuses the token: no later try helps. */
export class TokenFault extends Error {
  override readonly name = 'TokenFault'
}
