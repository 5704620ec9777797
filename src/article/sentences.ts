import { type Span, trimmed } from './article.js'

/**
 * Splits one paragraph into sentences, for news and encyclopedia prose.
 *
 * Intl.Segmenter proposes the ends (Unicode UAX #29). It ends a sentence after "Dr." and "U.S.", after a question mark
 * inside a quotation that goes on, and at every line break, and it misses an end before a footnote mark or a forgotten
 * blank; those are repaired here.
 *
 * @param text the article's text
 * @param paragraph the span to split
 * @param language a BCP 47 tag
 * @returns spans in order, without the white space around them; together they hold every other character
 */
export function splitSentences(text: string, paragraph: Span, language = 'en'): Span[] {
  const words = text.slice(paragraph.start, paragraph.end)
  const sentences: Span[] = []
  let start = 0
  for (const end of proposedEnds(words, language)) {
    if (end < words.length && !isEnd(words, start, end)) continue
    const span = trimmed(text, { start: paragraph.start + start, end: paragraph.start + end })
    if (span.start < span.end) sentences.push(span)
    start = end
  }
  return sentences
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
    segmenters.set(language, segmenter)
  }
  return segmenter
}

/** Offsets after which a sentence may end, in order, the last being the text's length. */
function proposedEnds(words: string, language: string): number[] {
  const ends = new Set<number>([words.length])
  for (const { segment, index } of segmenterFor(language).segment(words)) ends.add(index + segment.length)
  for (const missed of words.matchAll(MISSED_END)) ends.add(missed.index + missed[0].length)
  return [...ends].sort((a, b) => a - b)
}

/** Ends that UAX #29 misses, each with the place it is seen at. */
const MISSED_END = new RegExp(
  [
    String.raw`(?<=\p{Ll}["”’)]?[.!?]["”’)]?)(?:\[\d{1,3}\])+(?=\s+\p{Lu})`, // before footnote marks: ended.[1] The
    String.raw`(?<=(?:^|[\s("“])\p{L}[\p{Ll}’'-]{2,}[.!?]["”]?)(?=["“]?\p{Lu}\p{Ll}+[\s,])`, // a forgotten blank: ended.The
    String.raw`(?<=(?:\p{Ll}{2}|\p{N}{4})[.!?]["”)]?)\s+(?=\p{N})`, // before a number: ended. 75% of
    String.raw`\n(?=[^\S\n]*[-*•–]\s)`, // a bullet's line
  ].join('|'),
  'gu',
)

/** Whether a sentence really ends at `end`, a proposed end inside `words`; the sentence began at `start`. */
function isEnd(words: string, start: number, end: number): boolean {
  const before = words.slice(start, end).trimEnd()
  const after = words.slice(end).trimStart()
  if (before === '' || after === '') return true
  if (BULLET.test(after) && words.slice(before.length + start, end).includes('\n')) return true
  const stop = STOP.exec(before)
  if (stop === null) return false // a hard-wrapped line, not an end
  if (/\s$/u.test(before.slice(0, stop.index)) && !/\s/u.test(words.slice(end - 1, end + 1))) return false // the .NET platform
  if (CONTINUES.test(after)) return false
  if (stop[1] !== '.') return true
  return !isAbbreviation(before.slice(0, stop.index), after)
}

/** What a sentence ends in: its stop marks, then closing quotation marks, brackets and footnote marks. */
const STOP = /(?<![.!?…。！？])([.!?…。！？]+)["'”’»」』)\]*_]*(?:\[\d{1,3}\])*$/u
const BULLET = /^[-*•–]\s/u
/** A small letter or a comma after the stop: the sentence goes on (`"Why?" he asked`, `Yahoo! is`). */
const CONTINUES = /^["'“‘(]*\p{Ll}|^[,;:]/u

/** Whether the "." after `before` belongs to an abbreviation, seen what stands `after` it. */
function isAbbreviation(before: string, after: string): boolean {
  const word = /(?<![^\s("“‘[])[^\s("“‘[]*$/u.exec(before)?.[0] ?? ''
  const bare = word.replaceAll('.', '').toLowerCase()
  const next = /^["'“‘([]*([\p{L}’']*)/u.exec(after)?.[1] ?? ''
  if (TITLES.has(bare)) return true
  if (BEFORE_NUMBERS.has(bare) && /^\p{N}/u.test(after)) return true
  const nextIsInitial = /^\p{Lu}\./u.test(after)
  const opensSentence = OPENERS.has(next) && !nextIsInitial
  if (/^\p{Lu}$/u.test(word)) return !opensSentence // an initial: J. Smith
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return !opensSentence // U.S. troops
  return SHORTENED.has(bare) && !opensSentence
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Abbreviations that always lean on the next word. */
const TITLES = words(
  'mr mrs ms dr prof rev gen col lt capt cmdr sgt maj adm gov sen rep hon messrs mme mlle pres st mt ft vs v cf viz approx eg ie',
)

/** Abbreviations that lean on a number behind them. */
const BEFORE_NUMBERS = words(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos vol vols fig figs p pp ch sec art ca c op par para',
)

/** Abbreviations that may also end a sentence: they do when a usual opening word follows. */
const SHORTENED = words(
  'jr sr inc ltd co corp bros dept univ assn est etc al eds ed trans ave blvd rd mon tue tues wed thu thurs fri sat sun jan feb aug sept oct nov dec am pm',
)

/** Words that, with a capital, nearly always open a sentence. */
const OPENERS = words(
  'The A An In On At By For From To As He She It They We I You His Her Its Their Our This That These Those There Here When While Although However But And Or So If After Before During Since Because Some Many Most All Both Each Another Other Such With Without Under Over According Despite Also Then Thus Meanwhile Today Later Once Until What Who Why How Where Which',
)
