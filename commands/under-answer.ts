import { answeredInTopic } from '../src/answering/answer-in-topic.js'
import type { Answered } from '../src/answering/answerer.js'
import { wordsSearched } from '../src/answering/follow-up.js'
import { furtherPassages, quotesIn } from '../src/answering/further-passages.js'
import type { ButtonRule, Presser, Services } from '../src/discord/command.js'
import { readPage, showQuotes } from '../src/reply/pages.js'
import { readPlace, writePlace } from '../src/reply/quote-place.js'
import { readAround } from '../src/reply/reading.js'
import { type Reply, say } from '../src/reply/reply.js'
import type { UnderAnswer } from '../src/reply/under-answer.js'
import { explainAnswer } from '../src/reply/why.js'

const OPENS: ButtonRule = { does: 'open', alsoFor: 'everyone' }

/** What the buttons under an answer do. Those that turn the pages of what they opened carry a page, and turn it. */
export function buttonUnderAnswer([does, , page]: readonly string[]): ButtonRule | null {
  switch (does as UnderAnswer | undefined) {
    case 'why':
      return OPENS
    case 'context':
    case 'more':
      return page === undefined ? OPENS : null
    case 'remove':
      return { does: 'remove', alsoFor: 'moderators' }
    default:
      return null
  }
}

/** @returns what is shown for a press of one of the buttons under an answer; null where it no longer has a meaning */
export async function pressUnderAnswer(
  values: readonly string[],
  services: Services,
  { recall }: Pick<Presser, 'recall'>,
): Promise<Reply | null> {
  const { answerer, wording } = services
  const [does, about = '', last] = values
  if (does === ('context' satisfies UnderAnswer)) return inContext(about, last, services)
  if (does !== ('more' satisfies UnderAnswer) && does !== ('why' satisfies UnderAnswer)) return null
  const asked = await recall(about)
  if (asked === null) return buttonUnderAnswer(values) === OPENS ? say(wording.text('recall.gone')) : null
  const { words, topic, article } = asked
  const searched = wordsSearched(words, topic)
  if (searched === null) return null
  const within = article === null ? undefined : new Set([article])
  const answered = await answeredInTopic(words, topic, answerer, within)
  if (does === 'more') return more({ answered, searched, question: about, page: last }, services)
  const [shown] = quotesIn(answered.answer)
  if (last !== (shown && writePlace(shown))) return say(wording.text('why.otherwise'))
  return explainAnswer({ ...asked, answered, searched }, wording)
}

/** @param page as a button carries it; undefined for the page with the quote */
function inContext(
  place: string,
  page: string | undefined,
  { answerer, layout, wording }: Services,
): Reply | null {
  const quote = readPlace(place, answerer.articles)
  const at = page === undefined ? null : readPage(page)
  if (quote === null || (page !== undefined && at === null)) return null
  const turning = { command: 'ask', values: ['context' satisfies UnderAnswer, place] }
  return readAround(quote, turning, at, layout, wording)
}

interface Further {
  readonly answered: Answered
  readonly searched: string
  /** As the button names it. */
  readonly question: string
  /** As a button carries it; undefined for the first. */
  readonly page: string | undefined
}

function more({ answered, searched, question, page }: Further, { layout, wording }: Services): Reply | null {
  const at = readPage(page ?? '1')
  if (at === null) return null
  const passages = furtherPassages(answered, searched)
  if (passages.length === 0) return say(wording.text('more.none'))
  const paged = { command: 'ask', values: ['more' satisfies UnderAnswer, question] }
  return showQuotes({ ...paged, title: wording.text('more.title'), passages }, at, layout, wording)
}
