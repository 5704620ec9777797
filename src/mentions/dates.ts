import type { Span } from '../article/article.js'

/** A date that words state. */
export interface StatedDate {
  /** The words that state it. */
  readonly span: Span
  /** Puts dates in order: the first day it may be, counted from the first of our era; never shown. */
  readonly order: number
  /** The year it lies in, before our era 0 or less. */
  readonly year: number
}

/** What is known when a date is read that leaves something out. */
export interface DateContext {
  /** The date stated before it in the same paragraph; null where there is none. */
  readonly before: StatedDate | null
  /** The day the article was published, `YYYY-MM-DD`; without it "last week" says nothing. */
  readonly published: string | undefined
}

type Parts = Readonly<Record<string, string | undefined>>

/** One way to write a date, and how to read it. */
interface Way {
  readonly pattern: RegExp
  /** @returns null where it cannot be told which day is meant */
  read(parts: Parts, context: DateContext, words: string): Day | null
}

/** A calendar day; years before our era are 0 and less, months count from 1. */
interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']

const MONTH = String.raw`(?<month>(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)`
const ANY_DAY = String.raw`(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?`
const DAY = String.raw`(?<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?:(?:\s?[–—-]\s?|\s(?:and|to)\s)${ANY_DAY})?`
const YEAR = String.raw`(?<year>1\d{3}|20\d{2})`
const ERA = String.raw`(?<era>BCE?|B\.C\.(?:E\.)?|CE|C\.E\.|AD|A\.D\.)`
/** After a bare year: neither a longer number nor what is counted. */
const NO_COUNT = String.raw`(?![\d%°]|[.,]\d|['’]?s\b|\s(?:percent|per|people|men|women|children|soldiers|troops|workers|students|members|residents|homes|houses|miles|kilomet(?:er|re)s|km|met(?:er|re)s|m|feet|ft|acres|hectares|tons|tonnes|dollars|euros|pounds|years|days|hours|copies|votes|words|seats|times|or\smore)\b)`
const BEFORE_YEAR = String.raw`(?<=\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Bb]y|[Cc]irca|[Aa]fter|[Bb]efore|as\searly\sas|as\slate\sas)\s(?:(?:about|around|early|late|mid|the\s(?:year|spring|summer|autumn|fall|winter|beginning|middle|end)(?:\sof)?|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)[\s-](?:of\s)?)?)`
const BEFORE_CLOSED_YEAR = String.raw`(?<=\b(?:[Aa]round|[Ff]rom|[Ee]arly|[Ll]ate|mid|[Ee]nd\sof|year)[\s-])`

const whole = (year = '', month = '1', day = '1'): Day => ({
  year: Number(year),
  month: monthOf(month),
  day: Number(day),
})
const monthOf = (written: string): number =>
  /^\d/.test(written) ? Number(written) : MONTHS.indexOf(written.slice(0, 3).toLowerCase()) + 1
const isBefore = (era = ''): boolean => era.startsWith('B')

/** The fullest way first; what an earlier way has taken no later one reads again. */
const WAYS: readonly Way[] = [
  { pattern: new RegExp(`\\b${MONTH}\\s${DAY},?\\s${YEAR}\\b`, 'gu'), read: fullDate },
  { pattern: new RegExp(`\\b${DAY}\\s(?:of\\s)?${MONTH},?\\s${YEAR}\\b`, 'gu'), read: fullDate },
  { pattern: new RegExp(`\\b${MONTH},?\\s(?:of\\s)?${YEAR}\\b`, 'gu'), read: fullDate },
  { pattern: /\b(?<year>[12]\d{3})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])\b/gu, read: fullDate },
  {
    pattern: new RegExp(
      `(?<![\\d.,])(?<year>[1-9]\\d{0,3})(?:\\s?[–-]\\s?[1-9]\\d{0,3})?\\s${ERA}(?![\\p{L}\\d])`,
      'gu',
    ),
    read: ({ year, era }) => ({ ...whole(year), year: isBefore(era) ? 1 - Number(year) : Number(year) }),
  },
  { pattern: /\b(?:AD|A\.D\.)\s(?<year>[1-9]\d{0,3})\b/gu, read: ({ year }) => whole(year) },
  {
    pattern: /\b(?<year>1\d{2}0|20\d0)['’]?s\b/gu,
    read: ({ year }, _, words) => part(whole(year), 10, words),
  },
  {
    pattern: new RegExp(
      `\\b(?<century>[1-9]|1\\d|2[01])(?:st|nd|rd|th)\\s[Cc]entur(?:y|ies)(?:\\s${ERA})?(?![\\p{L}\\d])`,
      'gu',
    ),
    read: ({ century, era }, _, words) => {
      const first = isBefore(era) ? 1 - Number(century) * 100 : Number(century) * 100 - 99
      return part({ year: first, month: 1, day: 1 }, 100, words)
    },
  },
  {
    pattern: new RegExp(
      `\\b(?:[Bb]etween|[Ff]rom)\\s${YEAR}\\s(?:and|to|until|till|through)\\s(?:1\\d{3}|20\\d{2})\\b`,
      'gu',
    ),
    read: fullDate,
  },
  {
    pattern: new RegExp(`${BEFORE_YEAR}${YEAR}(?:\\s?[–—-]\\s?\\d{2,4})?${NO_COUNT}`, 'gu'),
    read: ({ year }, _, words) => part(whole(year), 1, words),
  },
  {
    pattern: new RegExp(
      `${BEFORE_CLOSED_YEAR}${YEAR}(?=[,;.)]|$|\\s(?:and|to|until|when|the|by|he|she|it|they|that|with|was|were|as|a|an|in|on)\\b)(?![.,]\\d)`,
      'gu',
    ),
    read: ({ year }, _, words) => part(whole(year), 1, words),
  },
  { pattern: new RegExp(`\\b${MONTH}\\s${DAY}(?![\\d%]|[.,:]\\d)`, 'gu'), read: dateInKnownYear },
  { pattern: new RegExp(`(?<![\\d.,:])\\b${DAY}\\s(?:of\\s)?${MONTH}`, 'gu'), read: dateInKnownYear },
  {
    pattern: new RegExp(
      `(?<=\\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]uring)\\s(?:early\\s|late\\s|mid-)?)${MONTH}(?=[,;.)]|$|\\s\\p{Ll})`,
      'gu',
    ),
    read: dateInKnownYear,
  },
  { pattern: /\b[Yy]esterday\b/gu, read: (_, { published }) => daysBack(published, 1) },
  {
    pattern: /\b[Ll]ast\s(?<unit>week|month|year)\b/gu,
    read: ({ unit }, { published }) => daysBack(published, DAYS_OF[unit ?? '']),
  },
  {
    pattern:
      /\b(?<count>\d{1,3}|a|one|two|three|four|five|six|seven|eight|nine|ten)\s(?<unit>day|week|month|year)s?\sago\b/gu,
    read: ({ count, unit }, { published }) =>
      daysBack(published, numberOf(count) * (DAYS_OF[unit ?? ''] ?? 0)),
  },
  {
    pattern:
      /\b(?:[Oo]n|[Ll]ast)\s(?<weekday>Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)\b(?!\s\p{Lu})/gu,
    read: lastWeekday,
  },
]

const DAYS_OF: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30, year: 365 }
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const numberOf = (written = ''): number =>
  written === 'a' ? 1 : /^\d/.test(written) ? Number(written) : NUMBERS.indexOf(written)

function fullDate({ year, month, day }: Parts): Day {
  return whole(year, month, day)
}

/** A day or month without its year: that of the date before it, where time goes on; else of the last such day before publication. */
function dateInKnownYear({ month, day }: Parts, { before, published }: DateContext): Day | null {
  if (before !== null) {
    const date = whole(String(before.year), month, day)
    return orderOf(date) >= before.order ? date : null
  }
  if (published === undefined) return null
  const date = whole(published.slice(0, 4), month, day)
  return orderOf(date) <= orderOf(dayOf(published)) ? date : { ...date, year: date.year - 1 }
}

const dayOf = (published: string): Day => {
  const [year, month, day] = published.split('-')
  return whole(year, month, day)
}

function daysBack(published: string | undefined, days = 0): Day | null {
  if (published === undefined) return null
  const { year, month, day } = dayOf(published)
  const date = new Date(Date.UTC(year, month - 1, day - days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function lastWeekday({ weekday }: Parts, { published }: DateContext): Day | null {
  if (published === undefined) return null
  const { year, month, day } = dayOf(published)
  const today = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return daysBack(published, (today - WEEKDAYS.indexOf((weekday ?? '').toLowerCase()) + 7) % 7)
}

/** "early", "mid" and "late" before a date move it within its span of years. */
function part(date: Day, years: number, words: string): Day {
  const share = /\b(?:late|end\sof(?:\sthe)?)[\s-](?:the\s)?\S{1,30}(?:\s\S{1,30})?$/iu.test(words)
    ? 0.75
    : /\bmid(?:dle\sof(?:\sthe)?)?[\s-]\S{1,30}(?:\s\S{1,30})?$/iu.test(words)
      ? 0.4
      : 0
  return years === 1
    ? { ...date, month: 1 + Math.floor(share * 12) }
    : { ...date, year: date.year + Math.floor(share * years) }
}

/** Only order counts, so every month has 31 days. */
const orderOf = ({ year, month, day }: Day): number => (year * 12 + month - 1) * 31 + day - 1

/**
 * Finds the dates that a sentence states; what cannot be told for certain is left out.
 *
 * @returns in the order they stand
 */
export function findDates(text: string, { start, end }: Span, context: DateContext): StatedDate[] {
  const words = text.slice(start, end)
  if (!/\d|\b(?:[Yy]esterday|[Ll]ast|ago|[Oo]n)\b|uary|March|April|May|June|July|August|ber\b/u.test(words))
    return []
  const found: StatedDate[] = []
  for (const { pattern, read } of WAYS) {
    for (const match of words.matchAll(pattern)) {
      const span = { start: start + match.index, end: start + match.index + match[0].length }
      if (found.some((date) => date.span.start < span.end && span.start < date.span.end)) continue
      const before = found.findLast((date) => date.span.end <= span.start) ?? context.before
      const day = read(
        match.groups ?? {},
        { ...context, before },
        words.slice(0, match.index + match[0].length),
      )
      if (day !== null) found.push({ span, order: orderOf(day), year: day.year })
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start)
}
