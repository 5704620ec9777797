import type { Clue } from './clue.js'

/** What stands for a reading where there is no sentence: no sentence is read as surely not answering. */
const NONE = -9

/**
 * What comes of reading question and sentences word by word, which knows who does what to whom a little. Where there is an
 * answer one sentence reads well and the next ones do not; a near-miss reads middling in several, and a question on something
 * else badly in all.
 */
export const READING_CLUES: Readonly<Record<string, Clue>> = {
  reads: ({ readings: [best = 0] }) => best,
  readsNext: ({ readings: [, next = NONE] }) => next,
  readsBestOfNextThree: ({ readings }) => Math.max(NONE, ...readings.slice(1, 4)),
  readsBest: ({ readings }) => Math.max(NONE, ...readings),
  readsTogether: ({ readings }) => Math.log(readings.reduce((sum, one) => sum + Math.exp(one), 1e-9)),
  readsInTheMean: ({ readings }) =>
    readings.reduce((sum, one) => sum + one, 0) / Math.max(1, readings.length),
  readsBetter: ({ readings: [best = 0, ...others] }) => others.filter((one) => one > best).length,
  readsBestBeside: ({ best, ranked, readings }) =>
    Math.max(NONE, ...readings.filter((_, at) => at > 0 && ranked[at]?.seen.passage === best.seen.passage)),
}
