import type { Span } from '../article/article.js'
import { isFirstName } from './first-names.js'
import { isKnownPlace, isPeople } from './known-places.js'
import { headOf, isHead, knownAs } from './name-heads.js'
import { at, endOfRun, isNameWord, isOwnName, mayStart } from './name-runs.js'
import { OCCUPATION, OFFICES, REGNAL, TITLE_MODIFIERS, TITLES } from './titles.js'
import type { WordUse } from './word-use.js'
import type { Word } from './words.js'
import { DESCRIBERS, NO_NAMES } from './words-that-are-no-names.js'

/** A name where it stands in a sentence. */
export interface NamePhrase {
  /** The name with the titles before it: "Kazakh President Kassym-Jomart Tokayev". */
  readonly whole: Span
  /** The name alone. */
  readonly name: Span
  /** The titles alone; null where there are none. */
  readonly title: Span | null
}

/**
 * Finds names by their capitals. A capital at a sentence's start proves nothing: there the article's other sentences
 * decide. What is doubtful is left out.
 *
 * @param words one sentence's
 * @param use how the article writes its words elsewhere
 */
export function findNamePhrases(words: readonly Word[], use: WordUse): NamePhrase[] {
  const phrases: NamePhrase[] = []
  for (let start = 0; start < words.length; ) {
    if (!mayStart(words, start)) {
      start++
      continue
    }
    const end = endOfRun(words, start)
    if (isTorn(words, start, end, phrases)) {
      if (phrases.at(-1)?.name.end === words[start - 2]?.span.end && !isPeople(at(words, start)))
        phrases.pop()
    } else if (isSure(words, start, use) && !isNamesake(words, start, end))
      phrases.push(...readRun(words.slice(start, end), use))
    start = end // what a doubtful word opens is left out whole: "Little Italy" is not Italy
  }
  return phrases
}

const small = (word: string): string => word.toLowerCase()

/** What names nobody where it stands: "Pierce v. *Society of Sisters*", "Doctor of *Medicine*". */
const isNamesake = (words: readonly Word[], start: number, end: number): boolean =>
  [at(words, start - 1), at(words, end)].some((word) => /^vs?$/.test(word)) ||
  (/^(?:of|in)$/.test(at(words, start - 1)) &&
    /^(?:Doctor|Bachelor|Master|Diploma|Degree|Certificate)s?$/.test(at(words, start - 2)))

/** The second half of a name that "and" parts: "Turkish Radio and *Television Corporation*", "French and *Indian Wars*". */
function isTorn(words: readonly Word[], start: number, end: number, before: readonly NamePhrase[]): boolean {
  const other = words[start - 2]
  if (at(words, start - 1) !== 'and' || other?.capital !== true || other.opens) return false
  const first = at(words, start)
  if (isPeople(other.text)) return isPeople(first)
  if (before.at(-1)?.name.end !== other.span.end) return true
  return end - start === 2 && isHead(at(words, end - 1)) && !isOwnName(first)
}

/** Whether the capital of the word a run starts with is a name's. */
function isSure(words: readonly Word[], place: number, use: WordUse): boolean {
  const [word, next] = [words[place], words[place + 1]]
  if (word === undefined || word.afterStroke) return false
  if (!word.opens) return true
  const { text } = word
  const goesOn = next?.tied === true && isNameWord(words, place + 1)
  if (goesOn && (use.pair(text, next.text) || isKnownPlace(`${text} ${next.text}`))) return true
  if (goesOn && (/^(?:Former|Current|Late)$/.test(text) || TITLES.has(text) || OCCUPATION.test(small(text))))
    return true
  if (knownAs(text) !== undefined || use.longForm(text) !== undefined) return true
  if (DESCRIBERS.has(small(text)) || use.small(text) > use.capital(text)) return false
  if (use.capital(text) > 0 || TITLES.has(text) || isFirstName(text) || isKnownPlace(text) || isPeople(text))
    return true
  if (use.small(text) > 0 || !goesOn) return false
  // Seen nowhere else: the capital behind it speaks for a name, unless it looks like an adjective or a verb.
  return !isPeople(next.text) && !DESCRIBES.test(text)
}

const DESCRIBES = /(?:ly|ing|ed|al|ous|ive|ful|less|able|ible|er|est|ic|ary)$/u

/** Parts a run of name words into titles and the name, or into two names where a title stands between. */
function readRun(run: readonly Word[], use: WordUse): NamePhrase[] {
  const person = personBehindBody(run)
  if (person > 0) return [run.slice(0, person), run.slice(person)].flatMap((part) => readRun(part, use))
  const cut = titlesEnd(run)
  if (cut > 0) {
    const name = readName(run.slice(cut), use)
    const before = run.slice(0, cut).filter(({ text }) => isKnownPlace(text) || knownAs(text) !== undefined)
    const others = before.flatMap((word) => readName([word], use) ?? [])
    if (name === null) return others.map((span) => ({ whole: span, name: span, title: null }))
    const title = spanOf(run.slice(0, cut))
    const regnal = REGNAL.has(run[cut - 1]?.text ?? '') && run.length === cut + 1
    const own =
      regnal && title !== null ? { start: run[cut - 1]?.span.start ?? title.start, end: name.end } : name
    return [{ whole: { start: title?.start ?? name.start, end: name.end }, name: own, title }]
  }
  const name = readName(run, use)
  return name === null ? [] : [{ whole: name, name, title: null }]
}

/** Where a person's name follows a body's or a country's without a comma: "Secretary of the Board of War *Richard Peters*"; else 0. */
function personBehindBody(run: readonly Word[]): number {
  const named = /^\p{Lu}\.?$/u.test(at(run, run.length - 2)) ? run.length - 3 : run.length - 2
  const [before, first, surname] = [at(run, named - 1), at(run, named), at(run, run.length - 1)]
  const behind =
    isHead(before) ||
    isKnownPlace(before) ||
    (run.slice(0, named - 1).some(({ text }) => text === 'of') && run[named - 1]?.capital === true)
  return named > 0 && behind && isFirstName(first) && !isKnownPlace(first) && !isHead(surname) ? named : 0
}

/** How many words at the start of a run are titles; the run's length where there is no name. */
function titlesEnd(run: readonly Word[]): number {
  const last = headOf(run.map(({ text }) => text))
  if (isHead(last)) return onlyTitles(run) ? run.length : 0
  let cut = 0
  run.forEach(({ text, opens }, place) => {
    if (!TITLES.has(text) && !(opens && OCCUPATION.test(small(text)))) return
    cut = place + 1
    if (/^of$/.test(at(run, cut))) cut += at(run, cut + 1) === 'the' ? 3 : 2
  })
  while (cut < run.length && cut > 0 && !run[cut]?.capital) cut++
  if (OFFICES.has(at(run, cut)) && cut < run.length - 1) return 0 // Private Education Assistance
  return cut
}

/** "Attorney General", "Chief Executive Officer"; but not "Republican Party". */
const onlyTitles = (run: readonly Word[]): boolean =>
  run.some(({ text }) => TITLES.has(text)) &&
  run.every(({ text }) => TITLES.has(text) || TITLE_MODIFIERS.has(text) || isPeople(text))

/** The span of a name without what is no part of it; null where nothing is left that names anything. */
function readName(run: readonly Word[], use: WordUse): Span | null {
  let words = run
  while (words.length > 0 && isLeader(words)) words = words.slice(1)
  while (words.length > 0 && !/^(?:\p{Ll}{2,3}-)?[\p{Lu}\p{N}]/u.test(words.at(-1)?.text ?? ''))
    words = words.slice(0, -1)
  const [first] = words
  if (first === undefined) return null
  if (words.every(({ text, capital }) => !capital || isPeople(text))) return null
  const last = words.at(-1)?.text ?? ''
  if (isPeople(last) && (/[^s]s$/u.test(last) || DESCRIBERS.has(small(first.text)))) return null // Native Americans, Ancient Greek
  if (words.length > 2 && words.every(({ text }) => text === text.toUpperCase())) return null // a headline
  if (words.length === 2 && /^(?:\d+|[IVX]+)$/.test(words[1]?.text ?? '') && NO_NAMES.has(small(first.text)))
    return null // Section 3
  if (words.length === 1 && !standsAlone(first, use)) return null
  return spanOf(words)
}

/** Whether a run opens with a word that only describes the name behind it. */
function isLeader(words: readonly Word[]): boolean {
  const [first, second] = words
  if (first === undefined) return false
  if (
    /^(?:Former|Then|Late|Ex|The|Democrat|\p{L}+ch(?:wo)?man|English(?:wo)?man|Irish(?:wo)?man)$/u.test(
      first.text,
    )
  )
    return true
  if (second === undefined) return false
  return isPeople(first.text) && isFirstName(second.text) && !isKnownPlace(`${first.text} ${second.text}`)
}

/** Whether one word names by itself. */
function standsAlone({ text, opens }: Word, use: WordUse): boolean {
  const word = small(text)
  if (text.length < 2 || NO_NAMES.has(word) || isPeople(text)) return false
  if (knownAs(text) !== undefined || use.longForm(text) !== undefined) return true
  if (/^[\p{Lu}\p{N}&.-]+s?$|\p{N}/u.test(text)) return false // an acronym nobody explains, a formula
  if (text.split('-').every((part) => TITLES.has(part)) || isHead(text)) return false
  if (/(?:ists?|isms?|ians|ites|i[sz]ed|centric|logy|graphy|ics|nomy|pathy)$/u.test(word)) return false // schools and their followers
  if (isKnownPlace(text)) return true
  if (opens && use.capital(text) === 0) return false
  return use.capital(text) > use.small(text)
}

function spanOf(words: readonly Word[]): Span | null {
  const [first, last] = [words[0], words.at(-1)]
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end }
}
