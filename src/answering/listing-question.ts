import type { Token } from '../retrieval/tokens.js'

/** What a question wants to see of an article without asking about any one thing in it. */
export type Listing =
  /** "Which numbers are given?" */
  | { readonly of: ListedKind }
  /** "What did Wang Yi say?"; the words of who is meant. */
  | { readonly of: 'words'; readonly speaker: readonly string[] }

export type ListedKind = keyof typeof NOUNS

/**
 * Tells a question for a kind of thing that has no other word to go by, or for all that somebody says: no one sentence
 * answers it. Any further word ("Which numbers are given *for fuel*?") makes it an ordinary question.
 *
 * @returns null for an ordinary question
 */
export function readListing(tokens: readonly Token[]): Listing | null {
  const words = tokens.map(({ word }) => word)
  const speaker = SAYS.exec(words.join(' '))?.[1]
  if (speaker !== undefined) return { of: 'words', speaker: speaker.split(' ') }
  const [asks = '', verb = ''] = words
  const telling = words.slice(1).filter((word) => !AROUND.has(word))
  const named = telling.filter((word) => !MENTIONING.has(word))
  if (/^whom?$/.test(asks)) return named.length === 0 && PASSIVE.has(verb) ? whoIs(telling) : null
  const [noun, ...others] = named
  if (!ASKING.has(asks) || noun === undefined || others.length > 0) return null
  const kind = KINDS.find((one) => NOUNS[one].has(noun))
  return kind === undefined ? null : { of: kind }
}

/** "Who is quoted?" asks for those who speak, "Who is named?" for all people. */
function whoIs(telling: readonly string[]): Listing | null {
  if (telling.length === 0) return null
  return { of: telling.every((word) => QUOTING.has(word)) ? 'speakers' : 'people' }
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Many of a kind: who asks for "the number" or "the place" means one that is not said here. */
const NOUNS = {
  numbers: set('numbers figures amounts sums statistics quantities percentages'),
  dates: set('dates years days times'),
  speakers: set('speakers sources quotes quotations statements'),
  people: set('people persons names individuals'),
  places: set('places locations cities towns'),
  countries: set('countries nations'),
  organisations: set('organisations organizations institutions bodies groups companies'),
} as const
const KINDS = Object.keys(NOUNS) as ListedKind[]

const ASKING = set('which what whats list show give name all')
const QUOTING = set('quoted quote cited cite speaking speak')
const MENTIONING = set(
  'quoted quote quotes cited cite mentioned mention mentions named name names given give gives stated listed contain contains appear occur speaking speak found find said',
)
const PASSIVE = set('is are was were gets does do did all else')
/** What stands around the words that count. */
const AROUND = set(
  'the a an this that these those all any other different me us in of from here there is are was were be been being do does did has have had can could you we i see please article articles text piece page',
)

/** "What did X say"; and "tell us", but not "tell him", which is about one talk. */
const SAYS =
  /^(?:and |so )?what(?: all| else)? (?:did|does|do|has|have|had) ((?:\S+ ){0,5}?\S+) (?:(?:says?|said)|(?:tell|told) (?:us|reporters|journalists))(?: (?:in|here|the|this|article|text|piece))*$/
