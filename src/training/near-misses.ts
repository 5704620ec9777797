import { type Article, slice } from '../article/article.js'
import { tokenize } from '../retrieval/tokens.js'
import type { LabelledQuestion } from './labelled-question.js'
import { createRandom } from './random.js'

/**
 * Makes questions that look answerable and are not, as people ask them: the right names with a deed the article does not
 * tell ("When was Tokayev elected?"), or with another question word than the sentence can answer ("How old is …?").
 *
 * @param questions answerable ones
 * @param articles where their answers stand
 */
export function nearMisses(
  questions: readonly LabelledQuestion[],
  articles: readonly Article[],
): LabelledQuestion[] {
  const random = createRandom(11)
  const byId = new Map(articles.map((article) => [article.id, article]))
  const deeds = new Map<string, string[]>()
  for (const { words, group } of questions) deeds.set(group, [...(deeds.get(group) ?? []), ...deedsOf(words)])
  return questions.flatMap((question, at) => {
    const article = byId.get(question.article)
    const paragraph = article?.paragraphs[question.gold?.paragraph ?? -1]
    if (article === undefined || paragraph === undefined || at % 3 === 2) return []
    const told = slice(article.text, paragraph.span).toLowerCase()
    const words =
      at % 3 === 0
        ? otherDeed(question.words, deeds.get(question.group) ?? [], told, random)
        : otherKind(question.words, told, random)
    return words === null ? [] : [{ ...question, words, gold: null, from: 'near-miss' as const }]
  })
}

/** The written content words of a question that are neither names nor numbers. */
const deedsOf = (words: string): string[] =>
  tokenize(words).flatMap(({ content, span, word }) => {
    const written = words.slice(span.start, span.end)
    return content && /^\p{Ll}/u.test(written) && word.length > 3 ? [written] : []
  })

function otherDeed(
  words: string,
  others: readonly string[],
  told: string,
  random: () => number,
): string | null {
  const own = deedsOf(words)
  const from = own[Math.floor(random() * own.length)]
  const unlike = others.filter((other) => !told.includes(other.slice(0, 5).toLowerCase()))
  const to = unlike[Math.floor(random() * unlike.length)]
  return from === undefined || to === undefined || own.length < 2 ? null : words.replace(from, to)
}

const KINDS: readonly { readonly words: string; readonly supplied: RegExp }[] = [
  { words: 'When', supplied: /\d|century|decade/ },
  { words: 'How old', supplied: /\d|century|decade|years/ },
  {
    words: 'How many',
    supplied: /\d|two|three|four|five|six|seven|eight|nine|ten|several|hundred|thousand|million/,
  },
  { words: 'Why', supplied: /because|due|since|cause|reason|result|therefore|led to| to / },
]

const QUESTION_WORD = /^(?:in )?(?:who|what|which|where|when|why|how (?:many|much|long|old)|how)\b/iu

function otherKind(words: string, told: string, random: () => number): string | null {
  const kind = KINDS[Math.floor(random() * KINDS.length)]
  if (kind === undefined || kind.supplied.test(told) || !QUESTION_WORD.test(words)) return null
  return words.replace(QUESTION_WORD, kind.words)
}
