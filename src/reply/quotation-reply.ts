import {
  type Altered,
  type Change,
  type Exact,
  MAX_QUOTATION_LENGTH,
  type Verdict,
} from '../answering/check-quotation.js'
import type { Quote } from '../answering/quote.js'
import { fittingQuotes } from './fitting-quotes.js'
import { type Block, type Layout, type Reply, say } from './reply.js'
import { shortened } from './shortened.js'
import type { Wording } from './wording/wording.js'

/** @returns what to show for a quotation that was held against the articles: what they say there, and each difference */
export function replyToQuotation(verdict: Verdict, layout: Layout, wording: Wording): Reply {
  switch (verdict.kind) {
    case 'exact':
      return { blocks: exact(verdict, layout, wording), actions: [] }
    case 'altered':
      return { blocks: altered(verdict, layout, wording), actions: [] }
    case 'absent':
      return say(wording.text('quote.absent'))
    case 'no-words':
      return say(wording.text('quote.no-words'))
    case 'too-long':
      return say(wording.text('quote.too-long', { most: MAX_QUOTATION_LENGTH }))
    case 'no-articles':
      return say(wording.text('article.none-loaded'))
  }
}

const exact = ({ quotes, times, ignored }: Exact, layout: Layout, wording: Wording): Block[] => [
  { kind: 'text', text: wording.text('quote.exact') },
  ...(times === 1 ? [] : [note(wording.text('quote.times', { count: times }))]),
  ...notCounted(ignored, wording),
  ...shown(quotes, layout),
]

/** What the article says comes first where all fits on a page, else what differs. */
function altered({ quotes, changes, ignored }: Altered, layout: Layout, wording: Wording): Block[] {
  const verdict = (key: 'quote.altered' | 'quote.altered-long'): Block => ({
    kind: 'text',
    text: wording.text(key),
  })
  const differences: Block[] = [
    { kind: 'list', items: changes.map((change) => difference(change, wording)) },
    ...notCounted(ignored, wording),
  ]
  const inOrder = [
    verdict('quote.altered'),
    ...shown(quotes, layout),
    note(wording.text('quote.differences')),
    ...differences,
  ]
  return layout.fits(inOrder)
    ? inOrder
    : [verdict('quote.altered-long'), ...differences, ...shown(quotes, layout)]
}

const shown = (quotes: readonly Quote[], { fits }: Layout): Block[] =>
  quotes.flatMap(({ citation, span, emphasis }) =>
    fittingQuotes({ article: citation.article, span, emphasis }, 'fully', fits),
  )

/** What a quotation has of its own is cut to what leaves room; the article's words are not. */
const MOST_OF_ITS_OWN = 200

function difference({ written, stands }: Change, wording: Wording): string {
  const own = shortened(written ?? '', MOST_OF_ITS_OWN)
  const inArticle = stands?.words.replace(/\s+/g, ' ') ?? ''
  if (written === null) return wording.text('quote.left-out', { stands: inArticle })
  return stands === null
    ? wording.text('quote.added', { written: own })
    : wording.text('quote.changed', { written: own, stands: inArticle })
}

function notCounted(ignored: Exact['ignored'], wording: Wording): Block[] {
  const what = ignored.map((kind) => wording.text(`quote.ignored-${kind}`))
  return what.length === 0 ? [] : [note(wording.text('quote.ignored', { what: what.join(', ') }))]
}

const note = (text: string): Block => ({ kind: 'note', text })
