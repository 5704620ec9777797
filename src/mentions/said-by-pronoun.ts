import { type Article, contains, type Span, slice } from '../article/article.js'
import { type Entity, entitiesIn } from './entities.js'
import { kindOf } from './kind.js'
import type { NamePhrase } from './name-phrases.js'
import { isOffice, type SpokenBy, speaks } from './named-speech.js'
import { perArticle } from './per-article.js'
import { plainTextOf } from './plain-text-of.js'
import { OF_MEN, OF_WOMEN, PRONOUN, SPEAKS_LAST } from './speech-patterns.js'

/** A sentence that was read before, for what leans on it. */
export interface Heard {
  readonly sentence: Span
  readonly phrases: readonly NamePhrase[]
  readonly spokenBy: SpokenBy | null
  /** Whether a quotation is open at the end of what was read. */
  readonly quoting: boolean
}

/** @returns who speaks in "he said"; null unless what goes before is about one person, and neither names another */
export function saidByPronoun(
  article: Article,
  sentence: Span,
  phrases: readonly NamePhrase[],
  before: Heard | null,
): SpokenBy | null {
  const text = plainTextOf(article)
  const words = slice(text, sentence)
  const pronoun = PRONOUN.exec(words)
  if (before === null || pronoun === null) return null
  const says = words.slice(pronoun.index + pronoun[0].length)
  if (!speaks(says) && !SPEAKS_LAST.test(says)) return null
  if (speaksOfOther(pronoun[0], text.slice(before.sentence.start, sentence.start))) return null
  const people = peopleAmong(article, before.phrases, before.sentence)
  const [one] = people
  if (peopleAmong(article, phrases, sentence).length > 0) return null
  const { speaker = null, names: voices = [] } = before.spokenBy ?? {}
  const names = voices.filter((name) => speaker !== null && contains(speaker, name))
  if (speaker !== null && names.length === 1 && (people.length <= 1 || goesOn(words))) {
    const isPerson =
      people.length === 0
        ? speaker.start < before.sentence.start
        : people.some(({ name }) => name.start === names[0]?.start)
    return isPerson ? { speaker, reporter: null, names } : null
  }
  if (one === undefined || people.length > 1 || !startsSentence(text, before.sentence, one)) return null
  return { speaker: { start: one.whole.start, end: one.name.end }, reporter: null, names: [one.name] }
}

/** Whether a sentence that names nobody speaks of the person before as "he" or "she": what follows may do so too. */
export const goesOnAbout = (article: Article, sentence: Span, phrases: readonly NamePhrase[]): boolean =>
  /\b(?:[Hh]e|[Ss]he)\b/.test(slice(article.text, sentence)) &&
  peopleAmong(article, phrases, sentence).length === 0

/** The names that may be a person's. */
const peopleAmong = (article: Article, phrases: readonly NamePhrase[], { start, end }: Span): NamePhrase[] =>
  phrases.filter(({ whole, name, title }) => {
    const { text } = article
    const kind = kindOf(slice(text, name), [
      { titled: title !== null, before: text.slice(start, whole.start), after: text.slice(name.end, end) },
    ])
    return kind === 'person' || (kind === null && !NOT_PEOPLE.has(kindInArticle(article, name) ?? ''))
  })

const NOT_PEOPLE: ReadonlySet<string> = new Set(['place', 'organisation'])

/** What the article as a whole shows a name to be the name of. */
const kindInArticle = (article: Article, name: Span): Entity['kind'] =>
  kindsOf(article).get(name.start) ?? null
const kindsOf = perArticle(
  (article): ReadonlyMap<number, Entity['kind']> =>
    new Map(
      entitiesIn(article).flatMap(({ kind, mentions }) =>
        mentions.map(({ start }) => [start, kind] as const),
      ),
    ),
)

/** Whether what goes before a "she" speaks of some "him" and of no "her", or the other way round. */
function speaksOfOther(pronoun: string, before: string): boolean {
  const [same, other] = /she$/i.test(pronoun) ? [OF_WOMEN, OF_MEN] : [OF_MEN, OF_WOMEN]
  return other.test(before) && !same.test(before)
}

/** Whether "he" goes on speaking, and is not what somebody else was said to be: "…," he added. "It was, he says, a bluff." */
const goesOn = (words: string): boolean => !/^(?:He|She)\s(?!(?:also\s)?add(?:s|ed)\b)/.test(words)

/** Whether a sentence is about who is named there: "In May *Ola Brandt* …", "Its director, *Ola Brandt*, …". */
function startsSentence(text: string, sentence: Span, { whole }: NamePhrase): boolean {
  const before = text.slice(sentence.start, whole.start).replace(AT_FIRST, '')
  return (
    /^(?:The\s)?$/u.test(before) ||
    (/^[^,;:"“”]{1,60},?\s$/u.test(before) && isOffice(before.replace(/,?\s$/, '')))
  )
}

const AT_FIRST = /^(?:In|On|At|After|During|By|Since)\s[^,]{1,40},\s/u
