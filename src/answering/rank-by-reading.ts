import { type Ranking, settle } from '../retrieval/retrieval.js'
import type { Reader } from './reading/reader.js'

/** Sentences from which on what is searched is long: a newspaper article has about 30, an encyclopedia's 200. */
export const LONG = 60

/** How many of the best sentences of a short article are read beside the question. */
export const READ = 8
/** What the log-odds of a reading count beside the ranker's score. */
const WORTH = 0.8
/**
 * Reads the best sentences of a short article beside the question, and lets what comes of it correct their order. In a long
 * article, where something is like anything, it takes more time than it is worth (docs/answers.md).
 */
export function rankByReading(ranking: Ranking, reader: Reader): Ranking {
  const { asked, ranked } = ranking
  if (asked.statistics.sentences >= LONG) return ranking
  return { ...ranking, ranked: settle(ranked, READ, ({ seen }) => WORTH * reader.read(seen)) }
}
