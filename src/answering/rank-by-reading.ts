import { type Ranking, settle } from '../retrieval/retrieval.js'
import type { Reader } from './reading/reader.js'

/** Sentences from which on what is searched is long: a newspaper article has about 30, an encyclopedia's 200. */
export const LONG = 60

/** How many of the best sentences of a short article are read beside the question. */
export const READ = 8
/** What the log-odds of a reading count beside the ranker's score. */
const WORTH = 0.8
/**
 * In a long article, where something is like anything, only close calls are read: of the best four those within two points of the first,
 * which is one of a question in the mean. Their scores are moved against each other, not against what was not read.
 */
const CLOSE_CALL = { most: 4, within: 2, worth: 0.5 }

/** Reads the best sentences beside the question, and lets what comes of it correct their order. */
export function rankByReading(ranking: Ranking, reader: Reader): Ranking {
  const { asked, ranked } = ranking
  if (asked.statistics.sentences < LONG)
    return { ...ranking, ranked: settle(ranked, READ, ({ seen }) => WORTH * reader.read(seen)) }
  const least = (ranked[0]?.score ?? 0) - CLOSE_CALL.within
  const close = ranked.slice(0, CLOSE_CALL.most).filter(({ score }) => score >= least)
  if (close.length < 2) return ranking
  const usual = close.reduce((sum, { seen }) => sum + reader.read(seen), 0) / close.length
  return {
    ...ranking,
    ranked: settle(ranked, close.length, ({ seen }) => CLOSE_CALL.worth * (reader.read(seen) - usual)),
  }
}
