import { say } from '../reply/reply.js'

/** What a member hears when an unexpected error kept an answer from them; the log tells the rest. */
export const WENT_WRONG = say('Something went wrong on my side, and I could not answer. It has been noted.')
