import { type Article, contains, type Span, slice } from '../article/article.js'
import { COUNTRIES } from '../mentions/countries.js'
import { findDates } from '../mentions/dates.js'
import { type Entity, entitiesIn } from '../mentions/entities.js'
import { perArticle } from '../mentions/per-article.js'
import { speakersIn } from '../mentions/speakers.js'
import { timelineOf } from '../mentions/timeline.js'
import type { ListedKind } from './listing-question.js'

/** A place in an article that has things of some kind. */
export interface Telling {
  readonly article: Article
  readonly span: Span
  /** From each thing it has to what that is worth; the same thing in two places is told by the first. */
  readonly things: ReadonlyMap<string, number>
  /** The words that name them. */
  readonly marks: readonly Span[]
}

/** Finds the sentences of an article that have things of a kind, in order. */
export const TELLING: Readonly<Record<ListedKind, (article: Article) => readonly Telling[]>> = {
  numbers: perArticle((article) => sentencesOf(article).flatMap((span) => numbersIn(article, span))),
  dates: perArticle((article) => {
    const stated = new Map(timelineOf(article).map(({ sentence, dates }) => [sentence, dates]))
    return sentencesOf(article).flatMap((span) => daysIn(article, span, stated.get(span) ?? []))
  }),
  speakers: perArticle((article) =>
    speakersIn(article).flatMap(({ name, mentions, sentences }) =>
      sentences.map((span) => {
        const marks = inOrder(apart(mentions.filter((mention) => contains(span, mention))))
        const telling = marks.length === 0 ? LESS : quotationsIn(article, span).length > 0 ? LITERALLY : 1
        const worth = worthOf(sentences) * telling
        return { article, span, things: new Map([[slice(article.text, name), worth]]), marks }
      }),
    ),
  ),
  people: perArticle((article) => naming(article, ({ kind }) => kind === 'person')),
  places: perArticle((article) => naming(article, ({ kind }) => kind === 'place')),
  countries: perArticle((article) =>
    naming(article, ({ name }) => COUNTRIES.has(slice(article.text, name).toLowerCase())),
  ),
  organisations: perArticle((article) => naming(article, ({ kind }) => kind === 'organisation')),
}

/** What somebody's own words are worth beside what is told of them. */
export const LITERALLY = 1.5

/** What tells little is worth beside what tells much: "he said", "the two countries", "on Monday". */
export const LESS = 0.3

/** @returns what stands between quotation marks in a span */
export const quotationsIn = ({ text }: Article, span: Span): Span[] =>
  [...slice(text, span).matchAll(/["“]([^"“”]+)["”]/gu)].map(({ 1: words = '', index }) => ({
    start: span.start + index + 1,
    end: span.start + index + 1 + words.length,
  }))

/** Spans without those that overlap one before. */
const apart = (spans: readonly Span[]): Span[] =>
  spans.filter((span, at) => !spans.slice(0, at).some((before) => overlap(before, span)))

const sentencesOf = ({ paragraphs }: Article): Span[] => paragraphs.flatMap(({ sentences }) => sentences)

/** Who is named often is whom the article is about; but the hundredth mention tells little more than the tenth. */
const worthOf = (mentions: readonly Span[]): number => Math.log2(1 + mentions.length)

function naming(article: Article, isMeant: (entity: Entity) => boolean): Telling[] {
  const meant = entitiesIn(article).filter(isMeant)
  return sentencesOf(article).flatMap((span) => {
    const here = meant.filter(({ mentions }) => mentions.some((mention) => contains(span, mention)))
    if (here.length === 0) return []
    const things = new Map(here.map(({ name, mentions }) => [slice(article.text, name), worthOf(mentions)]))
    const marks = here.flatMap(({ mentions }) => mentions.filter((mention) => contains(span, mention)))
    return [{ article, span, things, marks: inOrder(marks) }]
  })
}

/** The dates that were read, and days that name no year. */
function daysIn(article: Article, span: Span, dates: readonly Span[]): Telling[] {
  const days = spansOf(DAY, article, span).filter((day) => !dates.some((date) => overlap(date, day)))
  const marks = inOrder([...dates, ...days])
  const things = new Map(marks.map((mark) => [slice(article.text, mark), dates.includes(mark) ? 1 : LESS]))
  return marks.length === 0 ? [] : [{ article, span, things, marks }]
}

/** Numbers that are no dates. */
function numbersIn(article: Article, span: Span): Telling[] {
  const { text, source } = article
  const dates = [
    ...findDates(text, span, { before: null, published: source?.published }).map((date) => date.span),
    ...spansOf(DAY, article, span),
  ]
  const marks = spansOf(NUMBER, article, span).filter(
    (mark) => !YEAR.test(slice(text, mark)) && !dates.some((date) => overlap(date, mark)),
  )
  const things = new Map(
    marks.map((mark) => [slice(text, mark).toLowerCase(), COUNTED.test(slice(text, mark)) ? 1 : LESS]),
  )
  return marks.length === 0 ? [] : [{ article, span, things, marks }]
}

const spansOf = (pattern: RegExp, { text }: Article, span: Span): Span[] =>
  [...slice(text, span).matchAll(pattern)].map(({ 0: written, index }) => ({
    start: span.start + index,
    end: span.start + index + written.length,
  }))

const inOrder = (spans: readonly Span[]): Span[] => spans.toSorted((a, b) => a.start - b.start)

const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end

const COUNTED = /\p{N}|hundred|thousand|[mb]illion|dozen|percent|per cent|half/iu
const YEAR = /^(?:1\d{3}|20\d{2})$/
const MONTH = '(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{3,6}\\b|\\.)?'
const DAY = new RegExp(
  String.raw`\b(?:${MONTH} \d{1,2}(?!\d)|\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?![a-z])|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)`,
  'g',
)

const WRITTEN =
  '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen'
const MAGNITUDE = '(?:hundred|thousand|[mb]illion|trillion|dozen)s?|tens'
const UNIT =
  '(?:second|minute|hour|day|week|month|year|decade|kilomet(?:er|re)|met(?:er|re)|mile|acre|hectare|ton|tonne|degree|lit(?:er|re)|gallon|barrel|kilo|gram|dollar|euro|pound)s?|feet|percent|per cent'
/** A number with what belongs to it: "$4.5 million", "12 percent", "tens of billions of dollars", "half". */
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}][-.,]?)(?:[$£€¥]?\d+(?:[.,]\d+)*|${WRITTEN}|${MAGNITUDE}|half)(?:(?: of)? (?:${MAGNITUDE}))*(?:%|(?: of)? (?:${UNIT}))?(?![\p{L}\p{N}])`,
  'giu',
)
