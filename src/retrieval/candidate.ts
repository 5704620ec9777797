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

/** By name, as `FEATURE_NAMES` lists them; most from 0 to 1. */
export type Features = Readonly<Record<string, number>>
