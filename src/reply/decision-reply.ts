import type { Answer } from '../answering/answer.js'
import type { Decision, Place } from '../answering/decision.js'
import { replyToAnswer } from './answer-reply.js'
import { percentOf } from './percent.js'
import type { Block, Reply } from './reply.js'
import type { Wording } from './wording/wording.js'

/** A decision about a message, with what it rests on. */
export interface Decided {
  readonly decision: Decision
  /** What the articles say, to whatever gate the decision came. */
  readonly answer: Answer
  readonly place: Place & {
    /** How sure an answer to somebody who asked must be there, from 0 to 1. */
    readonly asked: number
    /** Seconds in which people may answer first. */
    readonly wait: number
  }
  readonly addressed: boolean
  /** The place, as a sentence names it. */
  readonly where: string
  /** The permissions that the bot lacks there, by their names. */
  readonly lacks: string
}

/** @returns what the bot would do, which gate decides, how sure it is, and the answer that it would give */
export function replyToDecision(decided: Decided, wording: Wording): Reply {
  const { decision, answer, addressed, place, where } = decided
  const verdict = decision.speaks ? (`in-${decision.where}` as const) : 'silent'
  const text = (words: string): Block => ({ kind: 'text', text: words })
  return {
    blocks: [
      { kind: 'title', text: wording.text(`simulate.${verdict}`, { where }) },
      text(reason(decided, wording)),
      ...(decision.speaks && !addressed && place.wait > 0
        ? [text(wording.text('simulate.wait', { seconds: place.wait }))]
        : []),
      ...('confidence' in answer ? [text(certainty(answer.confidence, place, wording))] : []),
      { kind: 'note', text: wording.text(decision.speaks ? 'simulate.answer' : 'simulate.answer-if-asked') },
      ...replyToAnswer(answer, wording).blocks,
    ],
    actions: [],
  }
}

function reason({ decision, addressed, place, lacks }: Decided, wording: Wording): string {
  if (decision.speaks) return wording.text(addressed ? 'simulate.addressed' : 'simulate.sure')
  const gate = decision.gate === 'mode' && place.mode === 'off' ? 'off' : decision.gate
  return wording.text(`gate.${gate}`, {
    mode: wording.text(`mode.${place.mode}`),
    permissions: lacks,
    seconds: Math.ceil(place.cooldownLeft),
  })
}

const certainty = (confidence: number, place: Decided['place'], wording: Wording): string =>
  wording.text('simulate.confidence', {
    confidence: percentOf(confidence),
    asked: percentOf(place.asked),
    unasked: percentOf(place.unasked),
  })
