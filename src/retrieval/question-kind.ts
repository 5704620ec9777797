import { isSaying } from './saying.js'
import { TAG } from './token-tags.js'
import type { Token } from './tokens.js'

/** What kind of thing a question asks for, as its words show it. */
export type QuestionKind = (typeof QUESTION_KINDS)[number]

export const QUESTION_KINDS = [
  'person',
  'time',
  'place',
  'count',
  'amount',
  'duration',
  'percent',
  'cause',
  'manner',
  'thing',
  'definition',
  'speech',
  'yes-no',
  'keywords',
] as const

/** What a question asks for, and what a sentence must supply to answer it. */
export interface AskedFor {
  readonly kind: QuestionKind
  /** The noun behind "which", "what" or "how many", as a place in the question's tokens; -1 where there is none. */
  readonly focus: number
  /** `TAG` bits of which a sentence should supply at least one; 0 where nothing is known. */
  readonly wanted: number
  /** Whether it is about what somebody says: "What did X promise?", "Who denied that …?", "according to X". */
  readonly saying: boolean
}

type Kind = Omit<AskedFor, 'saying'>

/** @param tokens a question's tokens */
export function askedFor(tokens: readonly Token[]): AskedFor {
  const words = tokens.map(({ word }) => word)
  return { ...kindOf(tokens, words), saying: words.some(isSaying) }
}

function kindOf(tokens: readonly Token[], words: readonly string[]): Kind {
  const at = words.findIndex((word) => WH.has(word))
  const asks = (kind: QuestionKind, focus: number, wanted: number): Kind => ({ kind, focus, wanted })
  const wh = words[at] ?? ''
  const next = words[at + 1] ?? ''
  if (at < 0) {
    const yesNo = AUXILIARIES.has(words[0] ?? '') || AUXILIARIES.has(words[1] ?? '')
    return asks(yesNo ? 'yes-no' : 'keywords', -1, 0)
  }
  if (wh === 'how' || wh === 'hows') {
    if (next === 'many') return asks('count', nextContent(tokens, at + 2), TAG.number)
    if (next === 'much') return asks('amount', -1, TAG.number | TAG.money | TAG.percent)
    // "How long did it last" is a time; "how long is it" may be a distance.
    if (next === 'long' && !MAY_BE_LENGTH.has(words[at + 2] ?? ''))
      return asks('duration', -1, TAG.duration | TAG.date)
    if (next === 'long' || next === 'old')
      return asks('duration', -1, TAG.measure | TAG.duration | TAG.number | TAG.date)
    if (MEASURED.has(next)) return asks('duration', -1, TAG.measure | TAG.number)
    return asks('manner', -1, 0)
  }
  if (wh === 'when' || wh === 'whens') return asks('time', -1, TAG.date | TAG.duration)
  if (wh === 'where' || wh === 'wheres') return asks('place', -1, TAG.place | TAG.name)
  if (wh === 'why' || wh === 'whys') return asks('cause', -1, TAG.cause)
  if (wh === 'whose' || wh === 'whom' || wh === 'who' || wh === 'whos')
    return asks('person', -1, TAG.person | TAG.name | TAG.body)
  return whatFor(tokens, words, at)
}

const MAY_BE_LENGTH: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'a', 'the', ''])

/** What "what" and "which" ask for: the noun behind them decides. */
function whatFor(tokens: readonly Token[], words: readonly string[], at: number): Kind {
  const rest = words.slice(at + 1)
  const asksForNoun =
    BE.has(rest[0] ?? '') && kindOfNoun(tokens[afterDeterminers(words, at + 2)]?.term ?? '') !== null
  if (!asksForNoun && rest.some((word) => SPEAKING.has(word)) && AUXILIARIES.has(rest[0] ?? '')) {
    return { kind: 'speech', focus: -1, wanted: TAG.speech | TAG.quoted }
  }
  let focus = at + 1
  if (CAUSING.has(words[focus] ?? '')) return { kind: 'cause', focus: -1, wanted: TAG.cause }
  if (AUXILIARIES.has(words[focus] ?? '')) {
    focus = afterDeterminers(words, focus + 1)
    if (
      BE.has(words[at + 1] ?? '') &&
      rest.length <= 6 &&
      !words.slice(focus).some((word) => VERBAL.test(word))
    ) {
      // "what is the river's length": the last of the nouns says what is asked
      for (let noun = focus; noun < focus + 4 && tokens[noun]?.content === true; noun++) {
        const kind = kindOfNoun(tokens[noun]?.term ?? '')
        if (kind !== null) return { ...kind, focus: noun }
      }
      return { kind: 'definition', focus, wanted: TAG.copula }
    }
    const kind = BE.has(words[at + 1] ?? '') ? kindOfNoun(tokens[focus]?.term ?? '') : null
    return kind === null ? { kind: 'thing', focus: -1, wanted: 0 } : { ...kind, focus }
  }
  while (KINDS_OF.has(words[focus] ?? '') || DETERMINERS.has(words[focus] ?? '') || words[focus] === 'of')
    focus++
  const found = nextContent(tokens, focus)
  const near = tokens[found]
  if (near === undefined || found > focus + 1) return { kind: 'thing', focus: -1, wanted: 0 }
  // "which European country": the noun is the last of a run of content words
  for (let noun = found; noun < found + 3 && tokens[noun]?.content === true; noun++) {
    const kind = kindOfNoun(tokens[noun]?.term ?? '')
    if (kind !== null) return { ...kind, focus: noun }
  }
  return { kind: 'thing', focus: found, wanted: 0 }
}

function afterDeterminers(words: readonly string[], from: number): number {
  let at = from
  while (DETERMINERS.has(words[at] ?? '')) at++
  return at
}

function kindOfNoun(term: string): { kind: QuestionKind; wanted: number } | null {
  if (NOUNS.time.has(term)) return { kind: 'time', wanted: TAG.date | TAG.duration }
  if (NOUNS.place.has(term)) return { kind: 'place', wanted: TAG.place | TAG.name }
  if (NOUNS.person.has(term)) return { kind: 'person', wanted: TAG.person | TAG.name }
  if (NOUNS.percent.has(term)) return { kind: 'percent', wanted: TAG.percent | TAG.number }
  if (NOUNS.amount.has(term))
    return { kind: 'amount', wanted: TAG.number | TAG.money | TAG.percent | TAG.measure }
  if (NOUNS.body.has(term)) return { kind: 'person', wanted: TAG.body | TAG.name }
  if (NOUNS.cause.has(term)) return { kind: 'cause', wanted: TAG.cause }
  return null
}

function nextContent(tokens: readonly Token[], from: number): number {
  for (let at = from; at < tokens.length; at++) if (tokens[at]?.content === true) return at
  return -1
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const WH = words('who whom whose whos what whats which when whens where wheres why whys how hows')
const BE = words('is are was were be')
const AUXILIARIES = words(
  'is are was were be do does did has have had can could will would should may might must am isnt arent wasnt werent doesnt dont didnt',
)
const DETERMINERS = words('a an the this that these those some any his her its their our your my')
const KINDS_OF = words('type types kind kinds sort sorts form forms other')
const MEASURED = words('far tall high deep wide big large heavy fast hot cold small short thick old often')
const SPEAKING = words(
  'say said tell told claim call report promise warn announce cite state argue think believe suggest call deny',
)
const CAUSING = words(
  'caused causes triggered triggers sparked sparks provoked prompted motivated led leads drove drives explains explained',
)
const VERBAL = /(?:ed|ing)$/

/** Stems of the nouns that say which kind of thing is asked for. */
const NOUNS = {
  time: words('year date dai month centuri decad time era period season'),
  place: words(
    'countri citi state place locat region river contin town area island district villag capit provinc counti nation sea ocean mountain street neighborhood borough',
  ),
  person: words(
    'person presid author king queen leader scientist man woman actor singer minist people writer professor director artist coach player founder emperor pope philosoph architect engin economist',
  ),
  percent: words('percentag percent proport'),
  amount: words(
    'number amount popul toll figur sum fee fine fare wage rent debt loan ag length height cost price size distanc temperatur rate depth width weight speed total averag salari budget',
  ),
  body: words(
    'compani organ group parti team univers school institut agenc newspap club church corpor colleg bank compani',
  ),
  cause: words('reason caus purpos'),
} as const
