import type { Answer, Repair, Taken } from '../answering/answer.js'
import { MAX_QUESTION_LENGTH } from '../answering/answerer.js'
import { THRESHOLDS } from '../answering/confidence.js'
import type { Quote } from '../answering/quote.js'
import type { Article } from '../article/article.js'
import { type Block, type Reply, say } from './reply.js'
import { shortened } from './shortened.js'
import type { Wording } from './wording/wording.js'

/** @returns what to show for an answer: quotes with their citations, or which "no" it is, in plain words */
export function replyToAnswer(answer: Answer, wording: Wording): Reply {
  switch (answer.kind) {
    case 'quoted':
      return {
        blocks: [
          ...understood(answer, wording),
          ...(answer.confidence < THRESHOLDS.plain
            ? [{ kind: 'note', text: wording.text('answer.unsure') } satisfies Block]
            : []),
          ...(answer.numbersDiffer === true && answer.quotes.length > 1
            ? [{ kind: 'text', text: wording.text('answer.numbers-differ') } satisfies Block]
            : []),
          ...inArticleOrder(answer.quotes).map(
            (quote): Block => ({ kind: 'quote', quote, cited: 'fully', beside: quote !== answer.quotes[0] }),
          ),
        ],
        actions: [],
      }
    case 'not-said': {
      const { length: count } = answer.searched
      return {
        blocks: [
          ...understood(answer, wording),
          {
            kind: 'text',
            text:
              count === 1 ? wording.text('answer.not-said') : wording.text('answer.not-said-by', { count }),
          },
          searchedIn(answer.searched, wording),
          { kind: 'note', text: wording.text('answer.nearest') },
          { kind: 'quote', quote: answer.nearest[0], cited: 'fully' },
        ],
        actions: [],
      }
    }
    case 'off-topic': {
      const { length: count } = answer.searched
      const text =
        count === 1 ? wording.text('answer.off-topic') : wording.text('answer.off-topic-in', { count })
      return {
        blocks: [
          ...understood(answer, wording),
          { kind: 'text', text },
          searchedIn(answer.searched, wording),
        ],
        actions: [],
      }
    }
    case 'no-articles':
      return say(wording.text('answer.no-articles'))
    case 'not-a-question':
      return say(wording.text(`answer.${answer.reason}`, { most: MAX_QUESTION_LENGTH }))
  }
}

/** Says what was searched for where it is not what was typed: how it was understood, then which errors were mended. */
const understood = (
  { repairs, taken }: Extract<Answer, { readonly repairs: readonly Repair[] }>,
  wording: Wording,
): Block[] => [
  ...(taken === undefined ? [] : [{ kind: 'note', text: takenAs(taken, wording) } as const]),
  ...searchedFor(repairs, wording),
]

/** The longest question that is shown again, in UTF-16 units: it must leave room for the quote. */
const MOST_OF_A_QUESTION = 200

const takenAs = (taken: Taken, wording: Wording): string =>
  taken.how === 'as' || taken.how === 'with'
    ? wording.text(`taken.${taken.how}`, { question: shortened(taken.question, MOST_OF_A_QUESTION) })
    : wording.text(`taken.${taken.how}`)

/** Says which words were searched for instead of what was typed: no word is exchanged silently. */
const searchedFor = (repairs: readonly Repair[], wording: Wording): Block[] => {
  if (repairs.length === 0) return []
  const words = repairs.map(({ written, meant }) => wording.text('answer.repair', { written, meant }))
  return [{ kind: 'note', text: wording.text('answer.searched-for', { words: words.join(', ') }) }]
}

/** An article after the other, the best quote's first, and in each as it reads. */
function inArticleOrder(quotes: readonly Quote[]): Quote[] {
  const articles = [...new Set(quotes.map(({ citation }) => citation.article))]
  return articles.flatMap((article) =>
    quotes.filter(({ citation }) => citation.article === article).sort((a, b) => a.span.start - b.span.start),
  )
}

const MOST_NAMED = 3
/** So that three fit beside a quote. */
const MOST_OF_A_TITLE = 80

/** Says which articles were searched, each in the edition it was in. */
function searchedIn(articles: readonly Article[], wording: Wording): Block {
  const named = articles
    .slice(0, MOST_NAMED)
    .map(({ title, edition }) =>
      wording.text('answer.article', { title: shortened(title, MOST_OF_A_TITLE), edition }),
    )
    .join(', ')
  const count = articles.length - MOST_NAMED
  return {
    kind: 'note',
    text:
      count > 0
        ? wording.text('answer.searched-and-more', { articles: named, count })
        : wording.text('answer.searched', { articles: named }),
  }
}
