import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Article } from '../article/article.js'
import type { Gold } from '../evaluation/question-set.js'
import type { LabelledQuestion } from './labelled-question.js'

/** A line of `written-questions.jsonl`. */
interface Written {
  readonly article: string
  readonly question: string
  /** `paragraph.sentence` of every sentence that answers, from 0; none where the article does not say. */
  readonly gold: readonly string[]
}

const FILE = path.resolve(import.meta.dirname, '../../../src/training/written-questions.jsonl')

/**
 * Questions written for this project on short pieces of the training articles, by helper sessions that put them in their own words:
 * paraphrases, near-misses and false premises, which the encyclopedia's own questions hardly have.
 *
 * @param pieces what they are put to
 */
export function writtenQuestions(pieces: readonly Article[]): LabelledQuestion[] {
  const known = new Set(pieces.map(({ id }) => id))
  return readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Written)
    .filter(({ article }) => known.has(article))
    .map(({ article, question, gold }) => {
      const [first, ...others] = gold.map(readGold)
      return {
        words: question,
        article,
        group: article.replace(/~.*/, ''),
        gold: first ?? null,
        alsoGold: others,
        from: 'written' as const,
      }
    })
}

function readGold(place: string): Gold {
  const [paragraph = 0, sentence = 0] = place.split('.').map(Number)
  return { paragraph, sentence }
}
