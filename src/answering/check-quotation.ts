import { diffArrays } from 'diff'
import { type Article, type Span, slice } from '../article/article.js'
import { perArticle } from '../mentions/per-article.js'
import { LONGEST_BESIDE, nearestRunTo, type Run } from './nearest-run.js'
import { type Quote, quote } from './quote.js'
import { isWord, type Typography, typographyOf, type Word, wordsAndMarks } from './quoted-words.js'

/** What comes of holding a quotation against the articles. */
export type Verdict = Exact | Altered | { readonly kind: 'absent' | 'no-words' | 'too-long' | 'no-articles' }

/** It stands so in an article, word for word and mark for mark. */
export interface Exact {
  readonly kind: 'exact'
  /** Where it stands, most like it was written, a quote for each paragraph it touches. */
  readonly quotes: readonly [Quote, ...Quote[]]
  /** How often it stands so in what was searched. */
  readonly times: number
  /** What differs all the same. */
  readonly ignored: readonly Typography[]
}

/** An article says something like it. */
export interface Altered {
  readonly kind: 'altered'
  /** What the article says, emphasised where it differs. */
  readonly quotes: readonly [Quote, ...Quote[]]
  /** In order. */
  readonly changes: readonly Change[]
  readonly ignored: readonly Typography[]
}

/** One difference; something on at least one side. */
export interface Change {
  /** What the quotation has there. */
  readonly written: string | null
  /** What the article has there. */
  readonly stands: Quote | null
}

/** As much as Discord lets members write into an option, in UTF-16 units. */
export const MAX_QUOTATION_LENGTH = 6000

/** @param within the ids of the articles to search in; all where left out */
export type QuotationCheck = (words: string, within?: ReadonlySet<string>) => Verdict

/**
 * Holds quotations against articles. Nothing but typography is ignored: which quotation marks and dashes are used, spaces,
 * small or capital letters; the verdict names what was. An article is read for the first quotation that is held against it.
 */
export function createQuotationCheck(articles: readonly Article[]): QuotationCheck {
  const vocabulary = new Map<string, number>()
  const read = perArticle((article) => readWords(article, vocabulary))
  return (words, within) => {
    if (words.length > MAX_QUOTATION_LENGTH) return { kind: 'too-long' }
    const written = words
      .normalize('NFC')
      .replace(/\p{Cf}+/gu, '')
      .replace(AROUND, '')
    const quoted = wordsAndMarks(written)
    if (!isWord(written)) return { kind: 'no-words' }
    const searched = articles.filter(({ id }) => within?.has(id) !== false).map(read)
    if (searched.length === 0) return { kind: 'no-articles' }
    const numbers = Int32Array.from(quoted, ({ folded }) => vocabulary.get(folded) ?? -1)
    const quotation: Quotation = { written, quoted, numbers }
    return findExact(quotation, searched) ?? findAltered(quotation, searched, vocabulary.size)
  }
}

interface Quotation {
  readonly written: string
  readonly quoted: readonly Word[]
  readonly numbers: Int32Array
}

/** The marks people put around a quotation. */
const AROUND = /^[\s"'“”„‟‘’«»‹›…]+|(?<![\s"'“”„‟‘’«»‹›…]|\.{3})(?:[\s"'“”„‟‘’«»‹›…]|\.{3})+$/gu

/** An article's words and marks, headings left out, by number; and where each stands. */
interface ReadWords {
  readonly article: Article
  readonly numbers: Int32Array
  readonly starts: Int32Array
  readonly ends: Int32Array
}

function readWords(article: Article, vocabulary: Map<string, number>): ReadWords {
  const words = article.paragraphs.flatMap(({ span }) => wordsAndMarks(slice(article.text, span), span.start))
  const numberOf = (folded: string): number => {
    const number = vocabulary.get(folded) ?? vocabulary.size
    vocabulary.set(folded, number)
    return number
  }
  return {
    article,
    numbers: Int32Array.from(words, ({ folded }) => numberOf(folded)),
    starts: Int32Array.from(words, ({ span }) => span.start),
    ends: Int32Array.from(words, ({ span }) => span.end),
  }
}

function findExact(quotation: Quotation, searched: readonly ReadWords[]): Exact | null {
  const found = searched.flatMap((words) =>
    placesOf(quotation.numbers, words.numbers).map((from) => ({ words, from })),
  )
  const ignoredAt = ({ words, from }: (typeof found)[number]): Typography[] =>
    ignoredIn(
      quotation.quoted.map((_, at) => [from + at, at]),
      words,
      quotation,
    )
  const best = found.find((place) => ignoredAt(place).length === 0) ?? found[0]
  if (best === undefined) return null
  const to = best.from + quotation.quoted.length
  const quotes = passageAt(best.words, best.from, to, [spanOf(best.words, [best.from, to])])
  return { kind: 'exact', quotes, times: found.length, ignored: ignoredAt(best) }
}

/** Where `sought` begins in `numbers`. */
function placesOf(sought: Int32Array, numbers: Int32Array): number[] {
  const places: number[] = []
  const [first = -1] = sought
  for (let from = numbers.indexOf(first); from >= 0; from = numbers.indexOf(first, from + 1)) {
    if (sought.every((number, at) => number === numbers[from + at])) places.push(from)
  }
  return places
}

/** A word of the article, and the one of the quotation that is the same. */
type Pair = readonly [inArticle: number, inQuotation: number]

/** So much of a quotation must stand in the article, in its order, and of the article's run in the quotation. */
const LEAST_KEPT = 0.6
const LEAST_COVERED = 0.4

function findAltered(quotation: Quotation, searched: readonly ReadWords[], vocabulary: number): Verdict {
  const nearest = nearestRunTo(quotation.numbers, vocabulary)
  let best: { readonly words: ReadWords; readonly run: Run } | undefined
  for (const words of searched) {
    const run = nearest(words.numbers)
    if (run !== null && run.shared > (best?.run.shared ?? 0)) best = { words, run }
  }
  return (best && compare(quotation, best.words, best.run)) ?? { kind: 'absent' }
}

/** Words of the article, and words of the quotation in their place; either may be none. Ends are exclusive. */
interface Difference {
  readonly inArticle: readonly [number, number]
  readonly inQuotation: readonly [number, number]
}

/** @returns how a quotation differs from a run of an article; null where they have too little in common */
function compare(quotation: Quotation, words: ReadWords, run: Run): Altered | null {
  const same = align(words.numbers, quotation.numbers, run)
  const [from, to] = extentOf(same, words, quotation)
  if (!areAlike(same, [from, to], words, quotation)) return null
  const differences = differencesBetween(same, [from, to], quotation.quoted.length)
  const emphasis = differences.map(({ inArticle }) => spanOf(words, inArticle))
  return {
    kind: 'altered',
    quotes: passageAt(words, from, to, emphasis),
    changes: differences.flatMap((difference) => changesAt(difference, words, quotation)),
    ignored: ignoredIn(same, words, quotation),
  }
}

/**
 * From where to where an article's words stand for a quotation: from the first that is the same to the last, with those
 * in place of altered ends, as far as their sentences go.
 */
function extentOf(same: readonly Pair[], words: ReadWords, { quoted }: Quotation): readonly [number, number] {
  const [first, last] = [same[0], same.at(-1)]
  if (first === undefined || last === undefined) return [0, 0]
  const { start, end } = sentencesAround(words, first[0], last[0])
  let [from, to] = [first[0], last[0] + 1]
  while (first[0] - from < first[1] && startOf(words, from - 1) >= start) from--
  while (to - last[0] < quoted.length - last[1] && endOf(words, to) <= end) to++
  return [from, to]
}

function areAlike(
  same: readonly Pair[],
  [from, to]: readonly [number, number],
  words: ReadWords,
  { quoted }: Quotation,
): boolean {
  const kept = same.filter(([, at]) => isWord(quoted[at]?.folded ?? '')).length
  const asked = quoted.filter(({ folded }) => isWord(folded)).length
  const standing = wordsAndMarks(slice(words.article.text, spanOf(words, [from, to]))).filter(({ folded }) =>
    isWord(folded),
  ).length
  return kept >= LEAST_KEPT * asked && kept >= LEAST_COVERED * standing
}

function changesAt(
  { inArticle, inQuotation: [c, d] }: Difference,
  words: ReadWords,
  quotation: Quotation,
): Change[] {
  const { quoted, written } = quotation
  const [stands = null, ...others] = quotesAt(words.article, spanOf(words, inArticle))
  const span = { start: quoted[c]?.span.start ?? 0, end: quoted[d - 1]?.span.end ?? 0 }
  return [
    { written: c < d ? slice(written, span) : null, stands },
    ...others.map((other) => ({ written: null, stands: other })),
  ]
}

/** @returns the words that a run of an article and a quotation have in common, in order; none where that takes too long to find */
function align(article: Int32Array, quotation: Int32Array, { from, to }: Run): Pair[] {
  const chunks = diffArrays([...article.subarray(from, to)], [...quotation], {
    maxEditLength: quotation.length + LONGEST_BESIDE,
  })
  const same: Pair[] = []
  let [a, q] = [from, 0]
  for (const { added, removed, count } of chunks ?? []) {
    if (!added && !removed) for (let at = 0; at < count; at++) same.push([a + at, q + at])
    if (!added) a += count
    if (!removed) q += count
  }
  return closeUp(closeUp(same, article, 1), article, -1)
}

/**
 * Moves the words at an end to where they stand next to the others, where the article has them there too: the shortest
 * way from one text to the other may as well take them from further off.
 */
function closeUp(same: readonly Pair[], article: Int32Array, step: 1 | -1): Pair[] {
  const pairs = step === 1 ? [...same] : same.toReversed()
  const end = pairs.findIndex(([a], at) => pairs[at + 1]?.[0] !== a + step)
  const [beyond, [, last] = [0, 0]] = [pairs[end + 1], pairs[end]]
  if (beyond !== undefined && beyond[1] === last + step) {
    const moved = pairs.slice(0, end + 1).map(([, q]): Pair => [beyond[0] + q - beyond[1], q])
    if (moved.every(([a], at) => article[a] === article[pairs[at]?.[0] ?? -1]))
      pairs.splice(0, moved.length, ...moved)
  }
  return step === 1 ? pairs : pairs.reverse()
}

/** What stands between the words that are the same, on either side. */
function differencesBetween(
  same: readonly Pair[],
  [from, to]: readonly [number, number],
  length: number,
): Difference[] {
  const ends: Pair[] = [...same, [to, length]]
  let [a, q] = [from, 0]
  return ends.flatMap(([b, r]) => {
    const between: Difference = { inArticle: [a, b], inQuotation: [q, r] }
    const none = a >= b && q >= r
    ;[a, q] = [b + 1, r + 1]
    return none ? [] : [between]
  })
}

const startOf = ({ starts }: ReadWords, at: number): number => starts[at] ?? -1
const endOf = ({ ends }: ReadWords, at: number): number => ends[at] ?? Number.POSITIVE_INFINITY
const wordAt = (words: ReadWords, at: number): string =>
  words.article.text.slice(startOf(words, at), endOf(words, at))

/** The span of a run of words; an empty one of an empty run. */
const spanOf = (words: ReadWords, [from, to]: readonly [number, number]): Span => ({
  start: startOf(words, from),
  end: from < to ? endOf(words, to - 1) : startOf(words, from),
})

/** From the start of the sentence that holds one word to the end of the one that holds another. */
function sentencesAround(words: ReadWords, first: number, last: number): Span {
  const { start, end } = spanOf(words, [first, last + 1])
  const sentences = words.article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  return {
    start: sentences.findLast((sentence) => sentence.start <= start)?.start ?? start,
    end: sentences.find((sentence) => sentence.end >= end)?.end ?? end,
  }
}

/** The sentences that hold a run of words, since half a sentence may say another thing; bold only for parts of them. */
function passageAt(
  words: ReadWords,
  from: number,
  to: number,
  emphasis: readonly Span[],
): readonly [Quote, ...Quote[]] {
  const whole = sentencesAround(words, from, to - 1)
  const parts = emphasis.filter(({ start, end }) => end - start < whole.end - whole.start)
  const [first, ...more] = quotesAt(words.article, whole, parts)
  if (first === undefined) throw new RangeError('Words of an article stand in its paragraphs.')
  return [first, ...more]
}

/** A quote for each paragraph that a span touches; none where it is empty. */
const quotesAt = (article: Article, { start, end }: Span, emphasis: readonly Span[] = []): Quote[] =>
  article.paragraphs
    .filter(({ span }) => start < end && span.start < end && start < span.end)
    .map(({ span }) =>
      quote(article, { start: Math.max(start, span.start), end: Math.min(end, span.end) }, emphasis),
    )

/** What differs between words that are the same, and between the blanks around them. */
function ignoredIn(pairs: readonly Pair[], words: ReadWords, { quoted, written }: Quotation): Typography[] {
  const found = new Set<Typography>()
  pairs.forEach(([a, q], place) => {
    const { span } = quoted[q] ?? { span: { start: 0, end: 0 } }
    const differs = typographyOf(wordAt(words, a), slice(written, span))
    if (differs !== null) found.add(differs)
    const [b, r] = pairs[place + 1] ?? []
    if (b !== a + 1 || r !== q + 1) return
    const between = words.article.text.slice(endOf(words, a), startOf(words, b))
    const blanks = written.slice(span.end, quoted[r]?.span.start)
    if (!/\n\s*\n/.test(between) && between.replace('\n', ' ') !== blanks.replace('\n', ' '))
      found.add('spaces')
  })
  return [...found].sort()
}
