import { COUNTRIES } from '../mentions/countries.js'
import { BODY_WORDS, isCapital, type NameWords, PERSON_TITLES, PLACE_WORDS } from './name-words.js'
import { isSaying } from './saying.js'
import type { Token } from './tokens.js'

/** What a token can supply to a question, or, `unnamed`, leaves without a name; it may have several, so each is a bit. */
export const TAG = {
  name: 1,
  person: 2,
  place: 4,
  body: 8,
  number: 16,
  date: 32,
  money: 64,
  percent: 128,
  measure: 256,
  cause: 512,
  speech: 1024,
  copula: 2048,
  quoted: 4096,
  list: 8192,
  duration: 16384,
  unnamed: 32768,
} as const

/**
 * Tags a sentence's tokens with what they can supply: rules over capitals, numbers and a few word lists, since the tags
 * must be cheap, the same everywhere, and explainable.
 *
 * @param text what the tokens' spans point into
 * @param names the article's name words
 * @returns one set of `TAG` bits a token
 */
export function tagTokens(text: string, tokens: readonly Token[], names: NameWords): Uint16Array {
  const tags = new Uint16Array(tokens.length)
  tokens.forEach((token, at) => {
    tags[at] =
      numberTags(text, tokens, at) | wordTags(token.word) | (isName(text, tokens, at, names) ? TAG.name : 0)
  })
  tagNameRuns(text, tokens, tags)
  tagQuotations(text, tokens, tags)
  tagUnnamed(tokens, tags)
  return tags
}

function isName(text: string, tokens: readonly Token[], at: number, names: NameWords): boolean {
  const token = tokens[at]
  if (token === undefined || !token.content || !isCapital(text, token)) return false
  if (names.has(token.word)) return true
  const next = tokens[at + 1]
  return at === 0 && next !== undefined && names.has(next.word) && isCapital(text, next)
}

/** Runs of name tokens are a person's, a place's or a body's by the words in and before them. */
function tagNameRuns(text: string, tokens: readonly Token[], tags: Uint16Array): void {
  for (let start = 0; start < tokens.length; start++) {
    if (((tags[start] ?? 0) & TAG.name) === 0) continue
    let end = start + 1
    while (end < tokens.length && ((tags[end] ?? 0) & TAG.name) !== 0 && adjoining(text, tokens, end)) end++
    const kind = kindOfRun(tokens, start, end)
    for (let at = start; at < end; at++) tags[at] = (tags[at] ?? 0) | kind
    start = end - 1
  }
}

const adjoining = (text: string, tokens: readonly Token[], at: number): boolean =>
  /^[\s.'’-]{0,2}$/u.test(text.slice(tokens[at - 1]?.span.end, tokens[at]?.span.start))

function kindOfRun(tokens: readonly Token[], start: number, end: number): number {
  const words = tokens.slice(start, end).map(({ word }) => word)
  const before = tokens[start - 1]?.word ?? ''
  const beforeThe = before === 'the' ? (tokens[start - 2]?.word ?? '') : before
  if (words.some((word) => BODY_WORDS.has(word))) return TAG.body
  if (words.some((word) => PLACE_WORDS.has(word)) || PLACE_WORDS.has(tokens[end]?.word ?? ''))
    return TAG.place
  if (words.some((word) => COUNTRIES.has(word))) return TAG.place
  if (PERSON_TITLES.has(before) || PERSON_TITLES.has(words[0] ?? '')) return TAG.person
  if (LOCATING.has(beforeThe)) return TAG.place
  if (before === 'the') return TAG.body
  return words.length >= 2 && words.length <= 4 ? TAG.person : 0
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const LOCATING = words('in at near from across throughout outside inside around toward towards via')

const MONTHS = words(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday',
)
const TIMES = words(
  'century centuries decade decades year years month months week weeks day days today yesterday tomorrow tonight spring summer autumn winter morning evening afternoon night bc bce ad ce era period',
)
const BIG_NUMBERS = words(
  'hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter twice double doubled tripled couple several first second',
)
const UNITS = words(
  'km kilometers kilometres kilometer mile miles meter meters metre metres m cm mm feet ft foot inches inch acres hectares tons tonnes ton kg kilograms pounds lb grams g liters litres gallons degrees celsius fahrenheit mph watts volts hz people persons men women children members students deaths square cubic',
)
const QUANTITIES = words(
  'double doubled doubling half halved halving twice triple tripled quarter third dozen dozens tens hundreds thousands',
)
const DURATIONS = words(
  'second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries',
)
const MONEY = words(
  'dollar dollars euro euros pound pounds usd cent cents pence yen ruble rubles rouble roubles yuan franc francs peso pesos crown crowns krona kronor krone kroner rupee rupees rand lira liras dinar dinars dirham dirhams won shilling shillings mark marks tenge zloty zlotys hryvnia riyal riyals reais baht ringgit naira cedi cedis',
)
const CAUSES = words(
  'because due since cause causes caused causing reason reasons therefore thus hence result results resulted resulting led leads lead consequently owing so attributed aimed purpose enabling allow allows prevent',
)
const COPULAS = words(
  'is are was were means refers defined called known became become consists comprises termed considered include includes',
)
const LISTING = words('include includes including such like namely example consists comprising comprise')

/** The tags that a word has wherever it stands. */
function wordTags(word: string): number {
  return (
    (MONTHS.has(word) ? TAG.date : 0) |
    (word === 'century' || word === 'centuries' ? TAG.date : 0) |
    (BIG_NUMBERS.has(word) || QUANTITIES.has(word) ? TAG.number : 0) |
    (CAUSES.has(word) ? TAG.cause : 0) |
    (isSaying(word) ? TAG.speech : 0) |
    (COPULAS.has(word) ? TAG.copula : 0) |
    (LISTING.has(word) ? TAG.list : 0)
  )
}

const YEAR = /^(?:1\d{3}|20\d{2})s?$/

function numberTags(text: string, tokens: readonly Token[], at: number): number {
  const token = tokens[at]
  if (token === undefined || !/^\p{N}/u.test(token.word)) return 0
  const next = tokens[at + 1]?.word ?? ''
  const unit = BIG_NUMBERS.has(next) ? (tokens[at + 2]?.word ?? '') : next
  const before = tokens[at - 1]?.word ?? ''
  const year =
    YEAR.test(token.word) && !/,/.test(text.slice(token.span.start, token.span.end)) && !UNITS.has(next)
  const dated =
    year ||
    MONTHS.has(before) ||
    before === 'may' ||
    MONTHS.has(next) ||
    /^\d+(?:st|nd|rd|th)$/.test(token.word) ||
    /^\d{2,3}0s$/.test(token.word)
  return (
    (dated ? TAG.date : TAG.number) |
    (MONEY.has(unit) || /[$£€¥]\s*$/u.test(text.slice(Math.max(0, token.span.start - 2), token.span.start))
      ? TAG.money
      : 0) |
    (/^\s*%/.test(text.slice(token.span.end, token.span.end + 2)) ||
    next === 'percent' ||
    (next === 'per' && tokens[at + 2]?.word === 'cent')
      ? TAG.percent
      : 0) |
    (UNITS.has(unit) ? TAG.measure : 0) |
    (DURATIONS.has(unit) || TIMES.has(unit) ? TAG.duration : 0)
  )
}

/** What stands behind an indefinite word: "a former *technician*", "one of the *firms*", "three *hospitals*". */
function tagUnnamed(tokens: readonly Token[], tags: Uint16Array): void {
  tokens.forEach(({ content }, at) => {
    if (!content) return
    for (let back = 1; back <= 4; back++)
      if (INDEFINITE.has(tokens[at - back]?.word ?? '')) tags[at] = (tags[at] ?? 0) | TAG.unnamed
  })
}

const INDEFINITE = words(
  'a an another one some several many few other unknown unnamed anonymous any no 2 3 4 5 6 7 8 9 10 11 12',
)

/** Tokens inside a quotation. */
function tagQuotations(text: string, tokens: readonly Token[], tags: Uint16Array): void {
  let inside = false
  tokens.forEach(({ span }, at) => {
    const between = text.slice(at === 0 ? Math.max(0, span.start - 1) : tokens[at - 1]?.span.end, span.start)
    for (const mark of between) {
      if (mark === '“') inside = true
      else if (mark === '”') inside = false
      else if (mark === '"') inside = !inside
    }
    if (inside) tags[at] = (tags[at] ?? 0) | TAG.quoted
  })
}
