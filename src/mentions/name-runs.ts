import { isFirstName } from './first-names.js'
import { isKnownPlace, isPeople } from './known-places.js'
import { BODY_HEADS, FOR_HEADS, isHead, knownAs, OF_HEADS, OTHER_HEADS, TWOFOLD_HEADS } from './name-heads.js'
import { OFFICES, TITLES } from './titles.js'
import type { Word } from './words.js'
import { CALENDAR_WORDS, NO_NAMES, OPENERS } from './words-that-are-no-names.js'

/** @returns the word at `place`, empty where there is none */
export const at = (words: readonly Word[], place: number): string => words[place]?.text ?? ''

/** @returns whether a word is somebody's or some place's name by itself */
export const isOwnName = (word = ''): boolean =>
  isKnownPlace(word) || isPeople(word) || isFirstName(word) || TITLES.has(word)

/** @returns whether a run of name words may start at `place`; not where the place alone gives the capital */
export const mayStart = (words: readonly Word[], place: number): boolean =>
  isNameWord(words, place) &&
  !/^(?:The|A|An)$/.test(at(words, place)) &&
  !(words[place]?.opens === true && OPENERS.has(at(words, place).toLowerCase()))

/** @returns whether a word with its capital can be part of a name */
export function isNameWord(words: readonly Word[], place: number): boolean {
  const word = words[place]
  if (
    word === undefined ||
    !word.capital ||
    word.inTitle ||
    /^(?:Is|Are|Was|Were|Has|Have)$/.test(word.text) ||
    /^I(?:['’].+)?$/u.test(word.text)
  )
    return false
  if (
    /[-‑–]\p{Ll}/u.test(word.text) &&
    !/^(?:Co|Re|Pre|Self|Multi|Inter|Non|Anti|Counter)-/.test(word.text) &&
    !/-(?:upon|on|sur|en|le|de|la|al|el|ur|ud|i)-/u.test(word.text)
  )
    return false // Russian-led
  if (isCompound(word.text)) return words[place + 1]?.tied === true && words[place + 1]?.capital === true // Sino-Soviet Treaty
  if (!CALENDAR_WORDS.has(word.text.toLowerCase())) return true
  const next = words[place + 1]
  return next?.tied === true && next.capital && !DATING.test(at(words, place - 1)) && !word.opens // the Sunday Times
}

/** "China-Kazakh", "Arab–Israeli": names joined to describe something else. */
function isCompound(word: string): boolean {
  const parts = word.split(/[-‑–]/u)
  return (
    parts.length > 1 &&
    parts.every((part) => isPeople(part) || isKnownPlace(part) || NO_NAMES.has(part.toLowerCase()))
  )
}

const DATING =
  /^(?:[Oo]n|[Ii]n|[Ll]ast|[Nn]ext|[Bb]y|[Uu]ntil|[Ss]ince|[Ee]very|[Ff]rom|[Ee]arly|[Ll]ate|[Dd]uring|of|to|and|\d+)$/u

const PARTICLES =
  /^(?:de|la|le|van|von|der|den|ter|bin|ibn|al|el|du|di|da|dos|del|della|des|af|av|zu|y|ben|bint)$/u

/** @returns where the run of name words that starts at `start` ends, links such as "of the" between them */
export function endOfRun(words: readonly Word[], start: number): number {
  let end = start + 1
  while (end < words.length) {
    const last = words[end - 1]
    if (
      last?.possessive === true &&
      !OWNERS.test(last.text) &&
      !ownsBody(words, end) &&
      !/^(?:St\.?|Saint)$/.test(at(words, start))
    )
      break
    if (words[end]?.tied !== true) break
    if (
      isNameWord(words, end) ||
      isNumber(words, end) ||
      /^(?:al|el|as|ash|ad|an|ar)-\p{Lu}/u.test(at(words, end))
    )
      end++
    else if (words[end]?.capital === true && words[end + 1]?.tied === true && isNameWord(words, end + 1))
      end += 2 // Follow-up Study
    else {
      const link = linkLength(words, start, end)
      if (link === 0) break
      end += link + 1
    }
  }
  return end
}

/** A number that goes with the name before it, "Xbox 360", and not with what follows. */
const isNumber = (words: readonly Word[], place: number): boolean =>
  /^\d{1,3}$/.test(at(words, place)) &&
  words[place]?.closed === true &&
  knownAs(at(words, place - 1)) !== 'place' &&
  !isKnownPlace(at(words, place - 1))

/** Owners inside names: "People's Republic", "King's College". */
const OWNERS =
  /^(?:Years?|Valentine|Lloyd|People|Women|Men|Children|Worker|King|Queen|Nation|Veteran|Farmer|Teacher|Citizen|Mother|Writer|Player)$/u

/** Whether the many before `end` own a body: "the Tenants' *Aid Network*". */
function ownsBody(words: readonly Word[], end: number): boolean {
  const owner = at(words, end - 1)
  let last = end
  while (words[last]?.tied === true && isNameWord(words, last)) last++
  return (
    /\p{Ll}s$/u.test(owner) &&
    !isKnownPlace(owner) &&
    !isFirstName(owner) &&
    last > end &&
    /^the$/i.test(at(words, end - 2)) &&
    BODY_HEADS.has(at(words, last - 1))
  )
}

/** How many small words from `end` on link what stands before with the capital behind them; 0 where they do not. */
function linkLength(words: readonly Word[], start: number, end: number): number {
  const capitalAfter = (length: number): boolean => {
    for (let place = end; place < end + length; place++) if (words[place]?.tied !== true) return false
    return words[end + length]?.tied === true && isNameWord(words, end + length)
  }
  const link = at(words, end)
  const length = at(words, end + 1) === 'the' ? 2 : 1
  const before = at(words, end - 1)
  if (PARTICLES.test(link)) {
    const two = PARTICLES.test(at(words, end + 1)) ? 2 : 1
    return capitalAfter(two) ? two : 0
  }
  if (link === 'of' && TITLES.has(before)) {
    return capitalAfter(length) && OFFICES.has(at(words, end + length)) ? length : 0
  }
  if (link === 'of' && OF_HEADS.has(before)) return capitalAfter(length) ? length : 0
  const goesOn = words
    .slice(start, end)
    .some(({ text }, place, run) => /^(?:of|for|on)$/.test(text) && BODY_HEADS.has(at(run, place - 1)))
  if (goesOn && (link === 'of' || link === 'for')) return capitalAfter(length) ? length : 0 // Court of Appeals for the First Circuit
  if ((link === 'for' || link === 'on') && FOR_HEADS.has(before)) return capitalAfter(length) ? length : 0
  if (link === 'the' && (isFirstName(before) || EPITHET.test(at(words, end + 1))))
    return capitalAfter(1) ? 1 : 0
  if (link === 'and' && capitalAfter(1)) {
    const run = words.slice(start, end).map(({ text }) => text)
    if (isKnownPlace(`${before} and ${at(words, end + 1)}`)) return 1
    if (run.some((word, place) => /^(?:of|for|on)$/.test(word) && TWOFOLD_HEADS.has(run[place - 1] ?? '')))
      return 1
    if (/^the$/i.test(at(words, start - 1)) && opensTwofoldBody(words, start, end)) return 1
  }
  return 0
}

const EPITHET = /^(?:Great|Elder|Younger|Magnificent|Conqueror|Terrible|Wise|Bold|Good|Pious)$/u

const headsTwo = (word: string): boolean => BODY_HEADS.has(word) || OTHER_HEADS.has(word)

/** "the Monopolies *and Mergers Commission*": two fields and what heads both. */
function opensTwofoldBody(words: readonly Word[], start: number, and: number): boolean {
  let end = and + 2
  while (words[end]?.tied === true && isNameWord(words, end)) end++
  const field = words.slice(start, and).map(({ text }) => text)
  const [other, ...rest] = words.slice(and + 1, end).map(({ text }) => text)
  return (
    rest.length > 0 &&
    rest.length < 4 &&
    headsTwo(rest.at(-1) ?? '') &&
    !isHead(field.at(-1) ?? '') &&
    ((isFirstName(field.at(-1) ?? '') && isFirstName(other ?? '')) ||
      (!isOwnName(field.at(-1)) && !isOwnName(other)))
  )
}
