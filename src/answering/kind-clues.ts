import { slice } from '../article/article.js'
import type { Asked } from '../retrieval/asked.js'
import { FEATURE_NAMES } from '../retrieval/feature-row.js'
import { asksWhatIsSaid } from '../retrieval/features/voices.js'
import { QUESTION_KINDS } from '../retrieval/question-kind.js'
import type { Ranked } from '../retrieval/retrieval.js'
import { saysWhy } from '../retrieval/says-why.js'
import { supplyOf } from '../retrieval/supply.js'
import { TAG } from '../retrieval/token-tags.js'
import type { Clue } from './clue.js'
import { asksAge } from './tells-age.js'

/** What kind of thing is asked for, and whether it stands where it would answer. */
export const KIND_CLUES: Readonly<Record<string, Clue>> = {
  /** A kind of thing is asked for, and neither the sentence nor its neighbours have one. */
  lacksNearby: ({ asked, best: { seen } }) =>
    asked.wanted !== 0 &&
    ![seen.match, seen.before, seen.after].some(
      (match) => ((match?.sentence.allTags ?? 0) & asked.wanted) !== 0,
    )
      ? 1
      : 0,
  /** What the sentences beside it have of the kind asked for that the question does not say itself. */
  suppliedBeside: ({ asked, best: { seen } }) =>
    Math.min(
      3,
      [seen.before, seen.after].reduce(
        (sum, beside) => sum + (beside === undefined ? 0 : supplyOf(asked, beside).tokens),
        0,
      ),
    ),
  /** Who somebody is, or what a thing is called, is answered by a name that the question does not have. */
  lacksName: ({ asked, best: { seen } }) => (asksForName(asked) && seen.supply.newNames === 0 ? 1 : 0),
  lacksPerson: ({ asked, best: { seen } }) =>
    asked.kind === 'person' &&
    !seen.match.sentence.tags.some((bits, at) => bits & TAG.person && !seen.match.places.includes(at))
      ? 1
      : 0,
  /** A reason is given outright, or in the sentence behind it ("The reason was …"). */
  givesReason: ({ asked, best: { seen } }) => (asked.kind === 'cause' && saysWhy(seen) > 0 ? 1 : 0),
  lacksReason: ({ asked, best: { seen } }) =>
    asked.kind === 'cause' &&
    [seen.match, seen.before, seen.after].every((match) => ((match?.sentence.allTags ?? 0) & TAG.cause) === 0)
      ? 1
      : 0,
  /** "How did they get in?" is mostly answered by what they did it by, or with. */
  lacksMeans: ({ asked, best: { seen } }) =>
    asked.kind === 'manner' && !MEANS.test(slice(seen.passage.passage.article.text, seen.match.sentence.span))
      ? 1
      : 0,
  /** Whoever the question names speaks in no sentence, and it asks what they say. */
  voiceNowhere: ({ asked, ranked }) =>
    asksWhatIsSaid(asked) && !ranked.some(({ row }) => row[VOICE_ASKED] === 1) ? 1 : 0,
  asksForName: ({ asked }) => (asksForName(asked) ? 1 : 0),
  asksAge: ({ asked }) => (asksAge(asked) ? 1 : 0),
  /** Money is asked for, and neither the sentence nor its neighbours have any. */
  asksForMoney: ({ asked }) => (asksForMoney(asked) ? 1 : 0),
  lacksMoney: ({ asked, best: { seen } }) =>
    asksForMoney(asked) &&
    ![seen.match, seen.before, seen.after].some((match) => ((match?.sentence.allTags ?? 0) & TAG.money) !== 0)
      ? 1
      : 0,
  /** Whoever is asked about speaks: their name, or noun, stands beside a verb of saying. */
  besideSaying: ({ asked, best }) => (asked.saying && standsBesideSaying(asked, best) ? 1 : 0),
  ...Object.fromEntries(
    QUESTION_KINDS.map((kind): [string, Clue] => [
      `asks.${kind}`,
      ({ asked }) => (asked.kind === kind ? 1 : 0),
    ]),
  ),
}

const MEANS = /\b(?:by|through|via|using|without|thanks to|with (?:an?|the|his|her|its|their))\b/iu

const VOICE_ASKED = FEATURE_NAMES.indexOf('voiceAsked')

const asksForName = ({ kind, question }: Asked): boolean =>
  kind === 'person' || question.tokens.some(({ word }) => NAMING.has(word))

const asksForMoney = ({ question: { tokens } }: Asked): boolean =>
  tokens.some(({ word }) => COSTING.has(word)) &&
  tokens.some(({ word }) => word === 'much' || word === 'what')

const COSTING: ReadonlySet<string> = new Set(
  'cost costs costing price priced pay pays paid paying charge charged worth fee fees salary wage wages money spend spent earn earns earned fine budget loan debt euros dollars pounds lend lent compensation'.split(
    ' ',
  ),
)

/** Whether a word of the question that is no verb of saying stands up to four tokens before a verb of saying, or three behind. */
function standsBesideSaying(asked: Asked, { seen: { match } }: Ranked): boolean {
  const { tags, terms } = match.sentence
  return tags.some(
    (bits, at) =>
      (bits & TAG.speech) !== 0 &&
      [-4, -3, -2, -1, 1, 2, 3].some((way) => {
        const slot = asked.standsFor.get(terms[at + way] ?? -1)?.slot
        return slot !== undefined && (asked.sayingBits & (1 << slot)) === 0
      }),
  )
}

const NAMING: ReadonlySet<string> = new Set('name names named called'.split(' '))
