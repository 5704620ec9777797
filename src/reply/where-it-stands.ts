import { placeLine } from './citation.js'
import { type Reply, say } from './reply.js'
import type { Wording } from './wording/wording.js'

/** @returns a reply without its quotes: where each stands, for a place that does not take their words */
export function whereItStands({ blocks }: Reply, wording: Wording): Reply {
  const places = blocks.flatMap((block) => (block.kind === 'quote' ? [placeLine(block.quote, wording)] : []))
  if (places.length === 0) return say(wording.text('answer.not-taken'))
  const { blocks: sentence, actions } = say(wording.text('answer.stands-here'))
  return { blocks: [...sentence, { kind: 'list', items: places }], actions }
}
