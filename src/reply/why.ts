import type { Answered } from '../answering/answerer.js'
import { quotesIn } from '../answering/further-passages.js'
import { wordsMet } from '../answering/words-met.js'
import { percentOf } from './percent.js'
import { type Block, type Reply, say } from './reply.js'
import type { Wording } from './wording/wording.js'

/** A question that was answered, and how sure an answer had to be. */
export interface AnsweredQuestion {
  readonly answered: Answered
  /** What was searched for. */
  readonly searched: string
  /** From 0 to 1. */
  readonly threshold: number
  /** Whether somebody asked, or the bot spoke unasked. */
  readonly addressed: boolean
}

/** @returns why an answer is as it is: which of the question's words its quote has, and how sure it is, in plain words */
export function explainAnswer(
  { answered: { answer, candidates }, searched, threshold, addressed }: AnsweredQuestion,
  wording: Wording,
): Reply {
  if (!('confidence' in answer)) return say(wording.text('why.nothing-searched'))
  if (answer.kind === 'quoted' && answer.listed === true) {
    const title: Block = { kind: 'title', text: wording.text('why.title-quoted') }
    return { blocks: [title, { kind: 'text', text: wording.text('why.listed') }], actions: [] }
  }
  const [shown] = quotesIn(answer)
  const [nearest] = candidates
  const passage = shown?.words ?? nearest?.article.text.slice(nearest.span.start, nearest.span.end) ?? ''
  const list = (words: readonly string[]): string =>
    words.map((word) => wording.text('why.word', { word })).join(', ')
  const { same, akin, missing } = wordsMet(searched, answer.repairs, passage)
  const pairs = akin.map(({ asked, met }) => wording.text('why.pair', { asked, met }))
  const items = [
    ...(same.length === 0 ? [] : [wording.text('why.same', { words: list(same) })]),
    ...(pairs.length === 0 ? [] : [wording.text('why.akin', { words: pairs.join(', ') })]),
    ...(missing.length === 0 ? [] : [wording.text('why.missing', { words: list(missing) })]),
  ]
  const numbers = { confidence: percentOf(answer.confidence), threshold: percentOf(threshold) }
  const certainty =
    answer.kind === 'quoted'
      ? wording.text(addressed ? 'why.sure' : 'why.sure-unasked', numbers)
      : answer.confidence < threshold
        ? wording.text('why.unsure', numbers)
        : wording.text('why.of-before')
  return {
    blocks: [
      { kind: 'title', text: wording.text(`why.title-${answer.kind}`) },
      { kind: 'list', items },
      { kind: 'text', text: certainty },
      ...(answer.kind === 'quoted' || answer.confidence < threshold
        ? [{ kind: 'note', text: wording.text('why.certainty') } satisfies Block]
        : []),
    ],
    actions: [],
  }
}
