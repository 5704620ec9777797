import { type Ranking, settle } from '../retrieval/retrieval.js'
import type { Reader } from './reading/reader.js'

/** Sentences from which on what is searched is long: a newspaper article has about 30, an encyclopedia's 200. */
export const LONG = 60

/** How many of the best sentences of a short article are read beside the question. */
export const READ = 8
/** What the log-odds of a reading count beside the ranker's score. */
const WORTH = 0.8

/**
 * In a long article, where something is like anything, only close calls are read: the best two sentences, where the second is at
 * most `within` behind the first, as for eight in ten questions. More would take more time than they are worth (docs/answers.md).
 */
const CLOSE_CALL = { within: 2, worth: 0.5 }

/** Reads the best sentences beside the question, and lets what comes of it correct their order. */
export function rankByReading(ranking: Ranking, reader: Reader): Ranking {
  const { asked, ranked } = ranking
  if (asked.statistics.sentences < LONG)
    return { ...ranking, ranked: settle(ranked, READ, ({ seen }) => WORTH * reader.read(seen)) }
  const [first, second] = ranked
  if (first === undefined || second === undefined || first.score - second.score > CLOSE_CALL.within)
    return ranking
  const betterRead = CLOSE_CALL.worth * (reader.read(second.seen) - reader.read(first.seen))
  if (betterRead <= first.score - second.score) return ranking
  // they change places and leave the scores there: what was not read stands as far behind as before
  const exchanged = [{ ...second, score: first.score }, { ...first, score: second.score }, ...ranked.slice(2)]
  return { ...ranking, ranked: exchanged }
}
