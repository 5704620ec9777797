import { type Ranking, settle } from '../retrieval/retrieval.js'
import type { Reader } from './reading/reader.js'

/** Sentences from which on what is searched is long: a newspaper article has about 30, an encyclopedia's 200. */
export const LONG = 60

/** What the log-odds of a reading count beside the ranker's score. */
const WORTH = 0.3
/** Of the best four, those whose score is so near the best one's: others were never raised, and each reading takes time. */
const MOST = 4
const REACH = 2.5

/**
 * Reads the best sentences of a short article beside the question, and lets what comes of it correct their order. In a long
 * article, where something is like anything, that won nothing.
 */
export function rankByReading(ranking: Ranking, reader: Reader): Ranking {
  const { asked, ranked } = ranking
  if (asked.statistics.sentences >= LONG) return ranking
  const least = (ranked[0]?.score ?? 0) - REACH
  const near = ranked.slice(0, MOST).filter(({ score }) => score >= least).length
  return { ...ranking, ranked: settle(ranked, near, ({ seen }) => WORTH * reader.read(seen)) }
}
