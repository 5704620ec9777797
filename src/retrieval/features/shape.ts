import type { FeatureGroup } from './seen.js'

/** What a sentence is like whatever is asked. */
export const shape: FeatureGroup = {
  /** Long sentences have more of any question, by chance too. */
  length: ({ match }) => Math.log(1 + match.sentence.length) / 3,
  /** Fewer than four content words: a caption or an exclamation. */
  short: ({ match }) => (match.sentence.length < 4 ? 1 : 0),
  /** First sentences name what the paragraph is about. */
  first: ({ match }) => (match.sentence.place === 0 ? 1 : 0),
  last: ({ match, passage }) => (match.sentence.place === passage.matches.length - 1 ? 1 : 0),
  /** Questions are rarely answered by questions. */
  isQuestion: ({ match }) => (match.sentence.isQuestion ? 1 : 0),
  pronoun: ({ match }) => (match.sentence.opensWithPronoun ? 1 : 0),
  /** How far down the article, from 0 to 1: newspapers say the most first. */
  depth: ({ passage }) => passage.passage.paragraph.index / passage.passage.article.paragraphs.length,
}
