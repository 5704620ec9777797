import type { Answer } from '../answering/answer.js'
import { quotesIn } from '../answering/further-passages.js'
import { writePlace } from './quote-place.js'
import type { Action, Reply } from './reply.js'
import type { Wording } from './wording/wording.js'

/** What the buttons under an answer do: each is the first thing such a button carries. */
export type UnderAnswer = 'context' | 'more' | 'why' | 'follow' | 'remove'

/** How an answer was given. */
export interface Given {
  /** Names the question, so that it can be found again. */
  readonly question: string
  /** Whether everybody there sees it: only then is it there to be removed. */
  readonly publicly: boolean
  /** Whether what is asked next must be asked by a button, since no message would be taken for it. */
  readonly byCommand: boolean
}

/** @returns a reply to a question with the buttons that belong under its answer; none where nothing was searched */
export function withButtons(reply: Reply, answer: Answer, given: Given, wording: Wording): Reply {
  const [shown] = quotesIn(answer)
  const searched = 'searched' in answer || answer.kind === 'quoted'
  if (!searched) return reply
  const action = (does: UnderAnswer, ...values: string[]): Action => ({
    label: wording.text(`under.${does}`),
    command: 'ask',
    values: [does, ...values],
  })
  // Who speaks in a quote is read from it: nothing was searched for, so nothing else was found.
  const found = answer.taken?.how !== 'speaker' && answer.taken?.how !== 'no-speaker'
  return {
    ...reply,
    actions: [
      ...(shown === undefined ? [] : [action('context', writePlace(shown))]),
      ...(shown !== undefined && found ? [action('more', given.question)] : []),
      ...(found ? [action('why', given.question, ...(shown === undefined ? [] : [writePlace(shown)]))] : []),
      ...(given.byCommand && answer.kind === 'quoted'
        ? [action('follow', writePlace(answer.quotes[0]))]
        : []),
      ...(given.publicly ? [action('remove', given.question)] : []),
    ],
  }
}
