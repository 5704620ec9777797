import { type Article, slice } from '../article/article.js'
import type { Candidate, Features } from './candidate.js'
import { createPassageIndex, type PassageHit, type PassageIndex } from './passage-index.js'
import type { Question } from './question.js'
import { kindOf, type QuestionKind, suppliesKind } from './question-kind.js'
import { tokenize } from './tokens.js'

export interface Retrieval {
  /**
   * @param articles the ids to search in; all where left out
   * @returns the sentences that may answer, best first; empty when no passage shares a word with the question
   */
  findCandidates(question: Question, articles?: ReadonlySet<string>): Candidate[]
}

/** 97 to 99 % of the right sentences stand in the fifteen best passages (measured over 37 and 30 articles at once). */
const PASSAGES = 15

/** What a sentence's features count; by hand, until a ranker is trained. */
const WEIGHTS: Readonly<Record<keyof Features, number>> = {
  sentenceCoverage: 1,
  passageCoverage: 0.3,
  passageScore: 0.5,
  nearness: 0.15,
  answersKind: 0.15,
}

/** Indexes articles for `findCandidates`. */
export function createRetrieval(articles: readonly Article[]): Retrieval {
  const index = createPassageIndex(articles)
  return {
    findCandidates(question, within) {
      const hits = index.search(question.terms, PASSAGES, within)
      const best = hits[0]?.score ?? 1
      return hits
        .flatMap((hit) => sentencesOf(hit, question, index, hit.score / best))
        .sort((a, b) => b.score - a.score)
    },
  }
}

function sentencesOf(
  hit: PassageHit,
  question: Question,
  index: PassageIndex,
  passageScore: number,
): Candidate[] {
  const { article, paragraph } = hit
  const kind = kindOf(question.tokens)
  const passageCoverage = coverage(question, termsAt(slice(article.text, paragraph.span)), index)
  return paragraph.sentences.map((span, place) => {
    const words = slice(article.text, span)
    const features = { ...sentenceFeatures(question, words, index, kind), passageCoverage, passageScore }
    return { article, paragraph, sentence: place + 1, span, features, score: score(features) }
  })
}

function sentenceFeatures(
  question: Question,
  words: string,
  index: PassageIndex,
  kind: QuestionKind,
): Pick<Features, 'sentenceCoverage' | 'nearness' | 'answersKind'> {
  const places = termsAt(words)
  return {
    sentenceCoverage: coverage(question, places, index),
    nearness: nearness(question, places),
    answersKind: kind !== 'other' && suppliesKind(kind, words) ? 1 : 0,
  }
}

/** Where each term of a text first stands, counted in words. */
function termsAt(words: string): Map<string, number> {
  const places = new Map<string, number>()
  tokenize(words).forEach(({ term }, place) => {
    if (!places.has(term)) places.set(term, place)
  })
  return places
}

function coverage(question: Question, places: ReadonlyMap<string, number>, index: PassageIndex): number {
  let have = 0
  let all = 0
  for (const term of question.terms) {
    const weight = index.rarity(term)
    all += weight
    if (places.has(term)) have += weight
  }
  return have / all
}

/** One over the mean gap between matched words that follow one another in the sentence; 0 where fewer than two match. */
function nearness(question: Question, places: ReadonlyMap<string, number>): number {
  const matched = question.terms.flatMap((term) => places.get(term) ?? []).sort((a, b) => a - b)
  const gaps = matched.slice(1).map((place, at) => place - (matched[at] ?? 0))
  return gaps.length === 0 ? 0 : gaps.length / gaps.reduce((sum, gap) => sum + gap, 0)
}

function score(features: Features): number {
  let sum = 0
  for (const [name, weight] of Object.entries(WEIGHTS)) sum += weight * features[name as keyof Features]
  return sum
}
