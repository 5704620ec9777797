import { type Span, slice } from '../article/article.js'
import { kindOf } from './kind.js'
import { isKnownPlace } from './known-places.js'
import type { NamePhrase } from './name-phrases.js'
import {
  CLAUSE_STARTS,
  ENDS,
  FOLLOWS,
  GOES_ON,
  OFFICE_BEFORE,
  REPORTED_BY,
  ROLE_OF,
  SAID_BY,
  SAID_BY_WHO,
  SPEAKS,
  SPEAKS_APART,
  SPEAKS_LAST,
  SPEAKS_UNCLOSED,
} from './speech-patterns.js'
import { OCCUPATION } from './titles.js'

/** Who is reported to speak in a sentence, as places in the article. */
export interface SpokenBy {
  /** Who is reported to have said it, titles included; may stand in a sentence before, where this one says "he". */
  readonly speaker: Span | null
  /** Through whom the article has it: "According to the BBC". */
  readonly reporter: Span | null
  /** The names of the two, without titles; none where only an office is named, as in "the President of Kazakhstan". */
  readonly names: readonly Span[]
}

/** @returns who is named as speaking or reporting in one sentence; null where nobody is */
export function namedSpeech(text: string, sentence: Span, phrases: readonly NamePhrase[]): SpokenBy | null {
  const reporter = first(phrases, (_, place) => reporterBy(text, sentence, phrases, place))
  const speaker = first(phrases, (phrase, place) => speakerBy(text, sentence, phrases, phrase, place))
  if (reporter === null && speaker === null) return null
  if (
    reporter !== null &&
    speaker !== null &&
    reporter.span.end > speaker.span.start &&
    speaker.span.end > reporter.span.start
  )
    return { speaker: speaker.span, reporter: null, names: speaker.names }
  return {
    speaker: speaker?.span ?? null,
    reporter: reporter?.span ?? null,
    names: [...(speaker?.names ?? []), ...(reporter?.names ?? [])],
  }
}

/** Who is named, with titles and "the", and which names that holds. */
interface Named {
  readonly span: Span
  readonly names: readonly Span[]
}

function first<Item, Found>(
  items: readonly Item[],
  find: (item: Item, place: number) => Found | null,
): Found | null {
  for (const [place, item] of items.entries()) {
    const found = find(item, place)
    if (found !== null) return found
  }
  return null
}

function reporterBy(
  text: string,
  { start, end }: Span,
  phrases: readonly NamePhrase[],
  place: number,
): Named | null {
  const together = joinedFrom(text, end, phrases, place)
  const [{ whole } = NOBODY, { name } = NOBODY] = [together[0], together.at(-1)]
  const before = text.slice(start, whole.start)
  const found = REPORTED_BY.exec(before)
  const after = text.slice(name.end, end)
  if (found === null || /^['’]/u.test(after)) return null
  if (found[1] !== undefined && !OCCUPATION.test(found[1])) return null
  const people = /^\s([\p{Ll}-]+)/u.exec(after)
  if (people !== null && !FOLLOWS.test(people[1] ?? '') && !OCCUPATION.test(people[1] ?? '')) return null // IPCC guidelines
  const more = people !== null && OCCUPATION.test(people[1] ?? '') ? people[0].length : 0
  return {
    span: withThe(text, start, { start: whole.start, end: name.end + more }),
    names: together.map((one) => one.name),
  }
}

const NOBODY: NamePhrase = { whole: { start: 0, end: 0 }, name: { start: 0, end: 0 }, title: null }

/** "according to Ann Lee, Bo Ek and Cy Orr,": the names from `place` on that report together; their list must end there. */
function joinedFrom(
  text: string,
  end: number,
  phrases: readonly NamePhrase[],
  place: number,
): readonly NamePhrase[] {
  for (let last = place + 1; last < phrases.length; last++) {
    const between = text.slice(phrases[last - 1]?.name.end, phrases[last]?.whole.start)
    if (/^,?\s(?:and|&)\s(?:the\s)?$/u.test(between)) {
      const closed = last === place + 1 || /^(?:[,.;]|$)/u.test(text.slice(phrases[last]?.name.end, end))
      return closed ? phrases.slice(place, last + 1) : phrases.slice(place, place + 1)
    }
    if (!/^,\s(?:the\s)?$/u.test(between)) break
  }
  return phrases.slice(place, place + 1)
}

const withThe = (text: string, from: number, span: Span): Span => {
  const the = /\b[Tt]he\s$/.exec(text.slice(from, span.start))
  return { start: span.start - (the?.[0].length ?? 0), end: span.end }
}

function speakerBy(
  text: string,
  sentence: Span,
  phrases: readonly NamePhrase[],
  phrase: NamePhrase,
  place: number,
): Named | null {
  const { whole, name } = phrase
  const before = text.slice(sentence.start, whole.start)
  const after = text.slice(name.end, sentence.end)
  const saidBy = SAID_BY.exec(before)
  const saidByWho = SAID_BY_WHO.exec(before)
  const described = saidBy === null ? saidByWho?.[1] : saidBy[1]
  if ((saidBy !== null || saidByWho !== null) && ENDS.test(after)) {
    // whoever follows "…," said and some description is described by it: "said purser Ola Brandt"
    const isWho =
      described === undefined || isOffice(described) || (QUOTED_BEFORE.test(before) && isFullName(text, name))
    if (isWho)
      return { span: withThe(text, sentence.start, { start: whole.start, end: name.end }), names: [name] }
  }
  if (WHERE.test(before)) return null
  const apart = before.endsWith(', ') && SPEAKS_APART.test(after)
  if (!apart && !speaks(after) && !(SPEAKS_LAST.test(after) && followsSaid(before))) return null
  const role = ROLE_OF.exec(before)
  if (role !== null) {
    const begins = CLAUSE_STARTS.test(before.slice(0, role.index)) || /^,?\swho\s/u.test(after)
    if (!begins || !OCCUPATION.test(role[1]?.toLowerCase() ?? '')) return null
    return { span: { start: sentence.start + role.index, end: name.end }, names: [] }
  }
  const jointly = joined(text, phrases, place)
  const opening = jointly[0] ?? phrase
  if (isRestOfName(text.slice(sentence.start, opening.whole.start), slice(text, opening.name))) return null
  const span = withThe(text, sentence.start, { start: opening.whole.start, end: name.end })
  const opens = startsClause(text.slice(sentence.start, span.start)) || followsOffice(text, sentence, opening)
  if (!opens && !/^,?\swho\s/u.test(after)) return null
  return { span, names: jointly.map((one) => one.name) }
}

/** Whether what was said may end shortly before: "…," *the keeper* Ola Brandt explained. */
const followsSaid = (before: string): boolean =>
  /["”’,]\s/u.test(before.slice(-120).split(/[;:]/u).at(-1) ?? '')

/** A name that says which place was meant: "the ministry in the capital, *Vell*, announced". */
const WHERE = /\s(?:in|at|near|from|to|outside)\s(?:the|its|his|her|their)\s[\p{Ll}\s-]{1,40},\s$/u

/** @returns whether a description says what somebody does, before any "of" or "for" in it */
export const isOffice = (description: string): boolean =>
  (description.split(/\s(?:of|for|at|in|from|who)\s/u, 1)[0] ?? '')
    .toLowerCase()
    .split(' ')
    .some((word) => OCCUPATION.test(word))

/** "Kingston, *Ontario*", or "Lagerlof and *Galor*" where the first was no sure name: a part of who speaks. */
const isRestOfName = (before: string, name: string): boolean =>
  (isKnownPlace(name) && /(?<![\p{L}.])\p{Lu}[\p{L}.]+,\s$/u.test(before)) ||
  /(?<![\p{L}.])\p{Lu}[\p{L}.]+\sand\s(?:the\s)?$/u.test(before)

/** @returns whether what follows a name or pronoun says that it speaks */
export function speaks(after: string): boolean {
  if (SPEAKS.test(after)) return true
  const described = SPEAKS_UNCLOSED.exec(after)?.[1]?.split(' ') ?? []
  return (
    described.some((word) => OCCUPATION.test(word)) &&
    !described.some((word) => /^(?:who|which|that)$/.test(word))
  )
}

/** "A spokesman for the ministry *Ola Brandt*": certain only for a name of two words, since "a resident of nearby Vell" is another. */
function followsOffice(text: string, sentence: Span, { whole, name }: NamePhrase): boolean {
  const before = text.slice(sentence.start, whole.start)
  const office = OFFICE_BEFORE.exec(before)?.[1]
  return (
    office !== undefined &&
    OCCUPATION.test(office.toLowerCase()) &&
    !GOES_ON.test(before) &&
    isFullName(text, name)
  )
}

/** Whether a name may be a person's first name and surname. */
function isFullName(text: string, name: Span): boolean {
  const words = slice(text, name)
  const kind = kindOf(words, [])
  return words.includes(' ') && (kind === null || kind === 'person')
}

/** "…," said the drill master, */
const QUOTED_BEFORE = /["”’][,.]?\s(?:said|says)\s[\p{Ll}\s-]+,?\s$/u

/** A clause may begin here, or a description in small letters: "the economist Paul Krugman". */
function startsClause(before: string): boolean {
  if (CLAUSE_STARTS.test(before)) return true
  const described = /(?:^|[\s(“"])(?:(?:the|an?|[Tt]he|[Aa]n?)\s)?((?:\p{L}[\p{L}-]*\s){1,4})$/u.exec(before)
  const words = described?.[1]?.trim().split(' ') ?? []
  return (
    (OCCUPATION.test(words.at(-1)?.toLowerCase() ?? '') ||
      /^(?:daily|weekly|newspaper|magazine)$/.test(words.at(-1) ?? '')) &&
    !words.some((word) => /^(?:of|to|with|by|for|in|on|from|at|against)$/.test(word))
  )
}

/** "Ann Lee and Bo Ek": the names that speak together, the last of them at `place`. */
function joined(text: string, phrases: readonly NamePhrase[], place: number): NamePhrase[] {
  const speakers: NamePhrase[] = []
  for (let at = place; at >= 0; at--) {
    const [one, next] = [phrases[at], speakers[0]]
    if (one === undefined) break
    if (next !== undefined) {
      const between = text.slice(one.name.end, next.whole.start)
      if (!(speakers.length === 1 ? /^,?\s(?:and|&)\s(?:the\s)?$/u : /^,\s(?:the\s)?$/u).test(between)) break
    }
    speakers.unshift(one)
  }
  return speakers
}
