import type { Article, Paragraph, Span } from '../article/article.js'

/** A sentence that may answer a question. */
export interface Candidate {
  readonly article: Article
  readonly paragraph: Paragraph
  /** The sentence's place in its paragraph, from 1. */
  readonly sentence: number
  readonly span: Span
  /** Why it scores as it does, by name. */
  readonly features: Features
  /** More is better; comparable within one question only. */
  readonly score: number
}

/** Each from 0 to 1. */
export interface Features {
  /** The share of the question's words, weighed by rarity, that the sentence has. */
  readonly sentenceCoverage: number
  /** The same of its passage, so a sentence may lean on its neighbours. */
  readonly passageCoverage: number
  /** Its passage's MiniSearch score, as a share of the best passage's. */
  readonly passageScore: number
  /** How near one another the question's words stand in the sentence. */
  readonly nearness: number
  /** Whether the sentence has the kind of thing asked for: a number, a date, a cause, a place. */
  readonly answersKind: number
}
