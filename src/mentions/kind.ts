import { isFirstName } from './first-names.js'
import { isKnownPlace, isPeople } from './known-places.js'
import { BODY_HEADS, headOf, isHead, knownAs, OTHER_HEADS, PLACE_HEADS, PLACE_OPENERS } from './name-heads.js'
import { OCCUPATION, REGNAL } from './titles.js'

export type Kind = 'person' | 'organisation' | 'place'

/** What stands around a name. */
export interface Surroundings {
  readonly titled: boolean
  /** The sentence up to the name. */
  readonly before: string
  /** The sentence behind the name. */
  readonly after: string
}

/**
 * Tells what a name is the name of: by its own words first, then by what stands around it wherever it stands.
 *
 * @returns null where the signs are few or contradict each other
 */
export function kindOf(name: string, places: readonly Surroundings[]): Kind | null {
  if (places.some(({ before }) => SHIP.test(before))) return null
  if (places.some(({ before }) => CALLED_BODY.test(before))) return 'organisation'
  const own = places.some(({ titled }) => titled) && !name.includes(' ') ? undefined : kindByWords(name)
  if (own !== undefined) return own
  const signs = { person: 0, organisation: 0, place: 0 }
  for (const place of places) {
    const sign = signOf(place, /\d/.test(name) ? 0 : name.split(' ').length)
    if (sign !== null) signs[sign.kind] += sign.weight
    if (place.titled) signs.person += SURE
  }
  const [best, second] = Object.entries(signs).sort(([, a], [, b]) => b - a) as [Kind, number][]
  return best === undefined || best[1] < SURE || (second?.[1] ?? 0) * 3 > best[1] ? null : best[0]
}

/** "The trawler *Santa Rosalia*". */
const SHIP =
  /\b(?:trawler|ferry|ship|vessel|steamer|tanker|yacht|boat|cutter|freighter|frigate|liner|submarine),?\s(?:the\s)?$/u

/** "The newspaper *El Faro*". */
const CALLED_BODY =
  /\b(?:newspaper|daily|weekly|magazine|tabloid|broadcaster|news agency|company|firm|charity|airline|manufacturer|supplier|consultancy|organi[sz]ation|group)\s$/u

/** What one sure sign weighs; two weak ones are worth as much. */
const SURE = 2

/** Undefined where the words alone do not say; null where they say it is none of the three. */
function kindByWords(name: string): Kind | null | undefined {
  const words = name.replace(/^The /, '').split(/\s+/)
  const [first = '', last = ''] = [words[0], words.at(-1)]
  const head = headOf(words)
  const known = knownAs(name)
  if (known !== undefined) return known
  if (isKnownPlace(name)) return 'place'
  if (words.length === 1) return undefined
  if (REGNAL.has(first) && words.length === 2 && !isHead(last)) return 'person'
  if (/\bHouse of (?:Representatives|Commons|Lords|Delegates|Councillors|Burgesses|Assembly)\b/.test(name))
    return 'organisation'
  if (isPersonal(first) && words.length < 4 && SURNAMES.test(last)) return undefined // Alonzo Church, Allen Hall
  if (OTHER_HEADS.has(head)) return BODY_HEADS.has(head) ? undefined : null
  if (/^Cent(?:er|re)$/.test(last)) return undefined // as often a building
  if (head === 'Front' && isPeople(first)) return null // the Eastern Front
  if (BODY_HEADS.has(head) || first === 'Radio') return 'organisation'
  if (PLACE_HEADS.has(head)) return 'place'
  if (words.includes('&')) return null // a firm, or two people
  if (
    isPersonal(first) ||
    words.slice(0, -1).some((word) => INITIALS.test(word) && knownAs(word) === undefined)
  )
    return 'person'
  if (/^(?:Jr|Sr|II|III|IV|V|VI|VII|VIII|IX|X)\.?$/u.test(last))
    return isFirstName(first) ? 'person' : undefined
  if (PLACE_OPENERS.has(first))
    return words.some((word) => BODY_HEADS.has(word)) || /[^s]s$/.test(last) ? undefined : 'place'
  return undefined
}

/** Heads of places and bodies that people are called by as well. */
const SURNAMES =
  /^(?:Church|Hall|Kingdom|Park|Hill|Rock|Castle|Temple|Forest|Lake|Bridge|Law|Day|Field|Bishop|Wells)$/

const INITIALS = /^(?:\p{Lu}\.)+$/u

interface Sign {
  readonly kind: Kind
  readonly weight: number
}

function signOf({ before, after }: Surroundings, length: number): Sign | null {
  const sure = (kind: Kind): Sign => ({ kind, weight: SURE })
  const maybe = (kind: Kind): Sign => ({ kind, weight: SURE / 2 })
  if (OCCUPATION.test(/(?<![\p{L}-])([\p{L}-]+)\s$/u.exec(before)?.[1] ?? '')) return sure('person')
  if (OCCUPATION.test(nounOfApposition(after))) return sure('person')
  if (LIVES.test(after)) return length > 1 ? sure('person') : maybe('person')
  if (length > 1 && length < 4 && isBesidePerson(before, after)) return sure('person')
  if (PLACE_OF.test(before)) return sure('place')
  const next = /^,\s(\p{Lu}[\p{L}.]+(?:\s\p{Lu}\p{L}+)?)/u.exec(after)?.[1]
  if (next !== undefined && isKnownPlace(next)) {
    return /\b(?:in|at|near|of|from|to)\s$/u.test(before) ? sure('place') : maybe('place')
  }
  if (/\b(?:[Ii]n|[Nn]ear|[Oo]utside)\s$/u.test(before) && /^(?:,\s|[.;)]|$)/u.test(after))
    return maybe('place')
  const beside = /(?<!\p{L})(\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?)(?:,|,?\sand)\s$/u.exec(before)?.[1]
  return beside !== undefined && isKnownPlace(beside) && /^(?:[,.;)]|\sand\s\p{Lu}|$)/u.test(after)
    ? maybe('place')
    : null
}

/** The noun of a description behind a comma: "researcher" of ", a China researcher focusing on Asia". */
function nounOfApposition(after: string): string {
  const [, description = ''] =
    /^,\s(?:an?|the|former|then|his|her|its)\s((?:[\p{L}'’-]+\s?){1,8})/u.exec(after) ?? []
  const [nouns = ''] =
    /^(?:\p{Lu}[\p{L}'’-]*\s)*(?:(?!(?:of|for|in|at|on|from|by|to|with|who|whose|and|or|was|is)\b|\p{Ll}+(?:ing|ed)\b)\p{Ll}[\p{L}'’-]*\s?)*/u.exec(
      description,
    ) ?? []
  return nouns.trim().split(' ').at(-1) ?? ''
}

/** What is told of people only. */
const LIVES =
  /^,\s\d{2},|^,?\swho\b|^\s\((?:(?:born|c\.|b\.)\s\d{4}|\d{4}\s?[–-])|^\s(?:himself|herself|was born|died|married|graduated|resigned|was (?:married|arrested|assassinated))\b/u

/** In a list, next to a name that opens with a first name. */
function isBesidePerson(before: string, after: string): boolean {
  const previous = /(?<!\p{L})(\p{Lu}\p{L}+)(?:\s\p{Lu}[\p{L}.]*)?\s(\p{Lu}[\p{L}.]*)(?:,|,?\sand)\s$/u.exec(
    before,
  )
  const next =
    /^(?:,|,?\sand)\s(\p{Lu}\p{L}+)(?:\s\p{Lu}[\p{L}.]*)?\s(\p{Lu}[\p{L}.]*)(?:,|\sand\b|[.;)])/u.exec(after)
  return [previous, next].some(
    (found) => found !== null && isPersonal(found[1] ?? '') && !isHead(found[2] ?? ''),
  )
}

/** A first name that is no place's and no people's as well. */
const isPersonal = (word: string): boolean => isFirstName(word) && !isPeople(word) && !isKnownPlace(word)

const PLACE_OF =
  /\b(?:city|town|village|province|region|island|district|capital|suburb|port|county|river|mountain|kingdom)s? of\s$|\b(?:rivers?|cities|towns|villages|islands) $/u
