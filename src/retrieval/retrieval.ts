import type { Article } from '../article/article.js'
import { type Asked, prepare } from './asked.js'
import { bridgeAbbreviations } from './bridges.js'
import type { Candidate } from './candidate.js'
import { createEnglishSpeller } from './english-speller.js'
import { FEATURE_NAMES, featureRows } from './feature-row.js'
import type { Seen } from './features/seen.js'
import { type IndexedPassage, indexPassages } from './indexed-passage.js'
import { matchPassage, type PassageMatch } from './match.js'
import { createMeanings, type Likenesses } from './meanings.js'
import { once } from './once.js'
import { createPassageIndex, type PassageHit, type PassageIndex } from './passage-index.js'
import type { Question } from './question.js'
import type { Ranker } from './ranker.js'
import { type Repair, type RepairGround, repairQuestion } from './repair-question.js'
import { saysWhy } from './says-why.js'
import { supplyOf } from './supply.js'
import { countTerms, type TermStatistics } from './term-statistics.js'
import { createSpeller } from './typing-errors.js'
import { createVocabulary } from './vocabulary.js'
import type { WordVectors } from './word-vectors.js'

export interface Retrieval {
  /**
   * @param articles the ids to search in; all where left out
   * @returns the sentences that may answer, best first; none when no passage shares a word with the question
   */
  rank(question: Question, articles?: ReadonlySet<string>): Ranking
  /** The same before ranking: what the ranker is trained on. */
  look(question: Question, articles?: ReadonlySet<string>): Looked
  /** The articles' words and terms, by number. */
  readonly words: readonly string[]
}

export interface Looked {
  readonly asked: Asked
  readonly repairs: readonly Repair[]
  readonly passages: readonly PassageMatch[]
  readonly seen: readonly Seen[]
}

/** Every sentence considered, best first. */
export interface Ranking {
  readonly asked: Asked
  /** Typing errors that were mended before the search. */
  readonly repairs: readonly Repair[]
  readonly ranked: readonly Ranked[]
}

export interface Ranked {
  readonly seen: Seen
  /** Values in the order of `FEATURE_NAMES`. */
  readonly row: Float64Array
  readonly score: number
}

/** What retrieval has learned from other texts. */
export interface Knowledge {
  readonly ranker: Ranker
  /** @returns how rare a term is in English at large */
  readonly background: (term: string) => number
  /** @returns whether a term is the stem of an English word */
  readonly isEnglish: (term: string) => boolean
  /** @returns whether a word of four letters or more is common in English */
  readonly isCommon: (word: string) => boolean
  /** @returns the terms that may stand in for a word and its term */
  readonly related: (word: string, term: string) => readonly string[]
  /** @returns what is known of words by the company they keep */
  readonly vectors: () => WordVectors
}

/** 97 to 99 % of the right sentences stand in the fifteen best passages of 37 and 30 articles (measured). */
const PASSAGES = 15
/** With fewer passages than this that have a word of the question, those that have only related words are looked at too. */
const FEW = 10
/** Inside one article more are affordable: as many are right first with 20 as with 30. */
const PASSAGES_OF_ONE = 20
/** Where there are no more passages than this, all are looked at: the right one may share no word with the question. */
const SMALL = 30

/** Reads articles into an index, once. */
export function createRetrieval(
  articles: readonly Article[],
  { ranker, background, isEnglish, isCommon, related, vectors }: Knowledge,
): Retrieval {
  const vocabulary = createVocabulary()
  const indexed = articles.map((article) => indexPassages(article, vocabulary))
  const words = [...vocabulary.words()]
  const termsOf = contentTermsOf(words)
  const meanings = once(() => createMeanings(vectors(), words))
  const means = (term: string): boolean => vectors().find(term) !== -1
  const english = createEnglishSpeller({ means, isCommon, background })
  const placeOf = (within?: ReadonlySet<string>): Place => {
    const [only] = within ?? []
    return (within?.size === 1 ? places.get(only ?? '') : undefined) ?? everywhere
  }
  const placeFor = (these: readonly Indexed[], texts: readonly string[]): Place => {
    const abbreviations = texts.map(bridgeAbbreviations)
    const passages = these.flatMap((one) => one.passages)
    const statistics = countTerms(passages)
    const names = these.map((one) => one.names)
    return {
      passages,
      statistics,
      names,
      index: once(() => createPassageIndex(passages, termsOf)),
      speller: once(() => createSpeller(wordCounts(passages, words), isCommon)),
      related(word, term) {
        return [...abbreviations.flatMap((one) => one.get(term) ?? []), ...related(word, term)]
      },
      knows: (term, word) =>
        statistics.inSentences(vocabulary.find(term) ?? -1) > 0 || isEnglish(term) || isCommon(word),
      english: (word) => english.repair(word, (term) => likestOf(statistics, meanings().like(term))),
    }
  }
  const everywhere = placeFor(
    indexed,
    articles.map(({ text }) => text),
  )
  const places = new Map(
    indexed.map((one, at) => [
      articles[at]?.id ?? '',
      indexed.length === 1 ? everywhere : placeFor([one], [articles[at]?.text ?? '']),
    ]),
  )
  const look: Retrieval['look'] = (written, within) => {
    const place = placeOf(within)
    const { question, repairs } = repairQuestion(written, place)
    const asked = prepare(question, {
      ...place,
      vocabulary,
      background,
      meanings: meanings(),
    })
    const limit = (within?.size ?? articles.length) === 1 ? PASSAGES_OF_ONE : PASSAGES
    const hits = place.index().search(question.terms, limit, within?.size === 1 ? undefined : within)
    const best = hits[0]?.score ?? 1
    const matched = hits.map(({ passage, score: own }, rank) =>
      matchPassage(asked, passage, own / best, rank),
    )
    const searched = place.passages.length
    if (searched <= SMALL) matched.push(...otherPassages(asked, place, hits, within))
    else if (hits.length < FEW) matched.push(...relatedPassages(asked, place, hits, within))
    return { asked, repairs, passages: matched, seen: matched.flatMap((passage) => seenIn(asked, passage)) }
  }
  const rank: Retrieval['rank'] = (question, within) => {
    const { asked, repairs, seen } = look(question, within)
    const rows = featureRows(seen)
    const ranked = seen.map((one, at) => {
      const row = rows[at] as Float64Array
      return { seen: one, row, score: ranker.score(row) + saysWhy(one) }
    })
    const best = settle(ranked.sort(byScore), CLOSE_CALLS, ({ row }) => ranker.correction(row))
    return { asked, repairs, ranked: best }
  }
  return {
    look,
    rank,
    words,
  }
}

/** The passages that share no word with the question. */
function otherPassages(
  asked: Asked,
  { passages }: Place,
  hits: readonly PassageHit[],
  within: ReadonlySet<string> | undefined,
): PassageMatch[] {
  const found = new Set(hits.map(({ passage }) => passage))
  return passages
    .filter((passage) => !found.has(passage) && within?.has(passage.article.id) !== false)
    .map((passage) => matchPassage(asked, passage, 0, PASSAGES_OF_ONE))
}

/** Passages that share no word with the question, and have a near relative of one. */
function relatedPassages(
  asked: Asked,
  { passages }: Place,
  hits: readonly PassageHit[],
  within: ReadonlySet<string> | undefined,
): PassageMatch[] {
  if (!asked.hasRelatives) return []
  const found = new Set(hits.map(({ passage }) => passage))
  return passages
    .filter((passage) => !found.has(passage) && within?.has(passage.article.id) !== false)
    .map((passage) => matchPassage(asked, passage, 0, PASSAGES_OF_ONE))
    .filter(({ akin }) => akin !== 0)
    .slice(0, PASSAGES_OF_ONE)
}

type Indexed = ReturnType<typeof indexPassages>

/** What is searched: one article or all, with its own statistics, index and spelling. */
interface Place extends RepairGround {
  readonly passages: readonly IndexedPassage[]
  readonly statistics: TermStatistics
  readonly index: () => PassageIndex
  readonly related: Knowledge['related']
}

/** @returns how like what is searched is, at the likest, from 0 to 1 */
const likestOf = ({ inSentences }: TermStatistics, like: Likenesses): number =>
  [...like].reduce(
    (most, [number, likeness]) => (inSentences(number) > 0 ? Math.max(most, likeness) : most),
    0,
  )

function wordCounts(passages: readonly IndexedPassage[], words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { sentences } of passages) {
    for (const sentence of sentences) {
      sentence.words.forEach((number, at) => {
        const word = words[number] ?? ''
        if (sentence.content[at] === 1) counts.set(word, (counts.get(word) ?? 0) + 1)
      })
    }
  }
  return counts
}

function seenIn(asked: Asked, passage: PassageMatch): Seen[] {
  return passage.matches.map((match, at) => ({
    asked,
    passage,
    match,
    before: passage.matches[at - 1],
    after: passage.matches[at + 1],
    supply: supplyOf(asked, match),
  }))
}

/** The linear model's best, among which the trees decide: they were trained on its best 14. */
const CLOSE_CALLS = 24

/**
 * Corrects the scores of the best, and sorts them anew; what is not among them stays behind them.
 *
 * @param most how many are corrected
 * @param correction what is added to the score of one of them
 */
export function settle(
  ranked: readonly Ranked[],
  most: number,
  correction: (one: Ranked) => number,
): Ranked[] {
  const best = ranked
    .slice(0, most)
    .map((one) => ({ ...one, score: one.score + correction(one) }))
    .sort(byScore)
  const least = best.at(-1)?.score ?? 0
  return [...best, ...ranked.slice(most).map((one) => ({ ...one, score: Math.min(one.score, least) }))]
}

const byScore = (a: Ranked, b: Ranked): number => b.score - a.score

/** @returns what the rest of the house sees of a ranked sentence */
export const toCandidate = (ranked: Ranked): Candidate => new RankedCandidate(ranked)

/** A candidate that names its features only when asked: naming them for a hundred sentences takes as long as ranking them. */
class RankedCandidate implements Candidate {
  readonly article: Candidate['article']
  readonly paragraph: Candidate['paragraph']
  readonly sentence: number
  readonly span: Candidate['span']
  readonly score: number
  readonly #row: Float64Array

  constructor({ seen: { passage, match }, row, score }: Ranked) {
    this.article = passage.passage.article
    this.paragraph = passage.passage.paragraph
    this.sentence = match.sentence.place + 1
    this.span = match.sentence.span
    this.score = score
    this.#row = row
  }

  get features(): Candidate['features'] {
    return Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, this.#row[at] ?? 0]))
  }
}

/** The texts MiniSearch is given: content terms, already folded and stemmed, parted by blanks. */
function contentTermsOf(words: readonly string[]) {
  const join = (terms: Iterable<number>): string => Array.from(terms, (term) => words[term] ?? '').join(' ')
  return (passage: IndexedPassage) => ({
    text: join(
      passage.sentences.flatMap(({ terms, content }) => [...terms].filter((_, at) => content[at] === 1)),
    ),
    heading: join(passage.headingTerms),
    title: join(passage.titleTerms),
  })
}
