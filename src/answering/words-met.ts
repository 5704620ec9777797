import { slice } from '../article/article.js'
import { LEARNED } from '../retrieval/learned.js'
import { readQuestion } from '../retrieval/question.js'
import { asMeant } from '../retrieval/repair-question.js'
import { type Token, tokenize } from '../retrieval/tokens.js'
import type { Repair } from './answer.js'

/** Which words of a question a passage has; function words are left out. */
export interface WordsMet {
  /** In some form, as they were asked. */
  readonly same: readonly string[]
  /** For which the passage has another word that may mean it. */
  readonly akin: readonly { readonly asked: string; readonly met: string }[]
  readonly missing: readonly string[]
}

/**
 * Compares a question with a passage word by word, as a reader can check it.
 *
 * @param question as it was searched for
 * @param repairs typing errors that were mended before the search
 */
export function wordsMet(question: string, repairs: readonly Repair[], passage: string): WordsMet {
  const found = tokenize(passage)
  const same = new Set<string>()
  const akin = new Map<string, string>()
  const missing = new Set<string>()
  for (const { shown, word, term } of wordsOf(question, repairs)) {
    const related = LEARNED.related(word, term)
    const relative = found.find((other) => other.content && related.includes(other.term))
    if (found.some((other) => other.term === term)) same.add(shown)
    else if (relative !== undefined) akin.set(shown, slice(passage, relative.span))
    else missing.add(shown)
  }
  return {
    same: [...same],
    akin: [...akin].map(([asked, met]) => ({ asked, met })),
    missing: [...missing],
  }
}

/** A question's words as they were written, or meant. */
function wordsOf(
  question: string,
  repairs: readonly Repair[],
): (Pick<Token, 'word' | 'term'> & { readonly shown: string })[] {
  const read = readQuestion(question)
  if (typeof read === 'string') return []
  const { text, tokens } = asMeant(
    read,
    ({ span }) => repairs.find(({ written }) => written === slice(read.text, span))?.meant ?? null,
  )
  return tokens.flatMap(({ word, term, content, span }) =>
    content ? [{ word, term, shown: slice(text, span) }] : [],
  )
}
