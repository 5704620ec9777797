import type { Answer, Repair } from '../answering/answer.js'
import { MAX_QUESTION_LENGTH } from '../answering/answerer.js'
import { type Block, type Reply, say } from './reply.js'
import type { Wording } from './wording/wording.js'

/** @returns what to show for an answer: quotes with their citations, or which "no" it is, in plain words */
export function replyToAnswer(answer: Answer, wording: Wording): Reply {
  switch (answer.kind) {
    case 'quoted':
      return {
        blocks: [
          ...searchedFor(answer.repairs, wording),
          ...answer.quotes.map((quote) => ({ kind: 'quote', quote, cited: 'fully' }) as const),
        ],
        actions: [],
      }
    case 'not-said': {
      const { length: count } = answer.searched
      return {
        blocks: [
          ...searchedFor(answer.repairs, wording),
          {
            kind: 'text',
            text:
              count === 1 ? wording.text('answer.not-said') : wording.text('answer.not-said-by', { count }),
          },
          { kind: 'note', text: wording.text('answer.nearest') },
          { kind: 'quote', quote: answer.nearest[0], cited: 'fully' },
        ],
        actions: [],
      }
    }
    case 'off-topic': {
      const { length: count } = answer.searched
      return withNotes(
        searchedFor(answer.repairs, wording),
        say(count === 1 ? wording.text('answer.off-topic') : wording.text('answer.off-topic-in', { count })),
      )
    }
    case 'no-articles':
      return say(wording.text('answer.no-articles'))
    case 'not-a-question':
      return say(wording.text(`answer.${answer.reason}`, { most: MAX_QUESTION_LENGTH }))
  }
}

/** Says which words were searched for instead of what was typed: no word is exchanged silently. */
const searchedFor = (repairs: readonly Repair[], wording: Wording): Block[] => {
  if (repairs.length === 0) return []
  const words = repairs.map(({ written, meant }) => wording.text('answer.repair', { written, meant }))
  return [{ kind: 'note', text: wording.text('answer.searched-for', { words: words.join(', ') }) }]
}

const withNotes = (notes: readonly Block[], reply: Reply): Reply => ({
  ...reply,
  blocks: [...notes, ...reply.blocks],
})
