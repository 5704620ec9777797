/** Sentences from which on what is searched is long: a newspaper article has about 30, an encyclopedia's 200. */
export const LONG = 60
