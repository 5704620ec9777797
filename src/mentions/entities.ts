import { type Article, type Span, slice } from '../article/article.js'
import { isEnglish } from './english.js'
import { type Kind, kindOf } from './kind.js'
import { isKnownPlace } from './known-places.js'
import { headOf, OTHER_HEADS } from './name-heads.js'
import { findNamePhrases, type NamePhrase } from './name-phrases.js'
import { perArticle } from './per-article.js'
import { OCCUPATION } from './titles.js'
import { type WordUse, wordUseOf } from './word-use.js'
import { readWords } from './words.js'

/** A person, an organisation, a place, or something else with a name. */
export interface Entity {
  /** The fullest form of the name, where it first stands so. */
  readonly name: Span
  /** Null where it is something else, or not sure. */
  readonly kind: Kind | null
  /** What stands before it as a title, each once: "Chinese Foreign Minister". */
  readonly titles: readonly Span[]
  /** Every place where it is named, in order, titles left out. */
  readonly mentions: readonly Span[]
}

interface Found extends NamePhrase {
  readonly sentence: Span
}

/** One way a name is written. */
interface Form {
  readonly words: readonly string[]
  readonly found: Found[]
  kind: Kind | null
}

/** @returns what an article names, in the order of first mention; the ways a name is written are joined */
export const entitiesIn: (article: Article) => readonly Entity[] = perArticle((article) => {
  if (!isEnglish(article)) return []
  const use = wordUseOf(article)
  const forms = readForms(article, use)
  const roots = joinForms(forms, use)
  const groups = new Map<string, Form[]>()
  for (const [key, form] of forms) {
    const root = roots.get(key) ?? key
    groups.set(root, [...(groups.get(root) ?? []), form])
  }
  return [...groups.values()]
    .filter((group) => isCertain(article.text, group, use))
    .map((group) => entityOf(article.text, group))
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
})

function readForms(article: Article, use: WordUse): Map<string, Form> {
  const { text } = article
  const forms = new Map<string, Form>()
  for (const { sentences } of article.paragraphs) {
    for (const sentence of sentences) {
      for (const phrase of findNamePhrases(readWords(text, sentence), use)) {
        const words = wordsOf(slice(text, phrase.name))
        const key = words.join(' ').toLowerCase()
        const form = forms.get(key) ?? { words, found: [], kind: null }
        form.found.push({ ...phrase, sentence })
        forms.set(key, form)
      }
    }
  }
  for (const form of forms.values()) {
    form.kind = kindOf(
      form.words.join(' '),
      form.found.map(({ whole, name, title, sentence }) => ({
        titled: title !== null,
        before: text.slice(sentence.start, whole.start),
        after: text.slice(name.end, sentence.end),
      })),
    )
  }
  return forms
}

/** Whether enough speaks for a name; what is neither a person, an organisation nor a place must show itself more. */
function isCertain(text: string, forms: readonly Form[], use: WordUse): boolean {
  if (forms.some(({ kind }) => kind !== null)) return true
  const found = forms.flatMap((form) => form.found)
  const bare = found.filter(
    ({ name, sentence }) =>
      name.start === sentence.start || !DESCRIBING.test(text.slice(name.end, sentence.end)),
  )
  if (forms.every(({ words }) => isPlain(words, use)) || bare.length * 2 <= found.length) return false
  if (found.length > 1) return true
  return (
    forms.some(
      ({ words }) =>
        words.length > 1 && (OTHER_HEADS.has(headOf(words)) || /[^\p{ASCII}]/u.test(words.join(''))),
    ) ||
    bare.some(
      ({ name, sentence }) =>
        text.slice(name.start, name.end).includes(' ') &&
        /\bthe\s$/.test(text.slice(sentence.start, name.start)),
    )
  )
}

/** Words that are usual elsewhere, or no words at all, or name many: "Managing Risks", "MB BS", "Nobel Laureates". */
const isPlain = (words: readonly string[], use: WordUse): boolean =>
  (/[^s]s$/.test(words.at(-1) ?? '') && OCCUPATION.test(words.at(-1)?.toLowerCase() ?? '')) ||
  words.every((word) => use.small(word) > 0 || word === word.toUpperCase()) ||
  /ing$/.test(words[0] ?? '') ||
  words.every((word) => /^\p{Lu}{2,}\p{Ll}{1,2}$/u.test(word))

/** A small word right behind a name that is no verb, link or preposition: "the Start menu". */
const DESCRIBING =
  /^\s(?!(?:and|or|but|nor|as|at|by|for|from|in|into|of|on|to|with|than|that|which|who|whose|is|are|was|were|be|has|have|had|did|does|do|said|says|states|argues|notes|writes|makes|came|went|took|made|gave|kept|left|led|held|met|told|wrote|became|began|won|lost|found|built|grew|saw|sent|spoke|stood|thought|brought|bought|sold|ran|rose|fell|put|set|got|knew|fought|died|will|would|can|could|may|might|should|also|when|while|where|until|after|before|because|through|between|during|under|over|against|he|she|it|they|then|not)\b|\p{Ll}+ed\b)\p{Ll}/u

/** A name's words as they are compared: without "the" and "Jr.", initials together. */
const wordsOf = (name: string): string[] =>
  name
    .replace(/^The\s/u, '')
    .replace(/,?\s(?:Jr|Sr)\.?$/u, '')
    .replace(/(?<=\p{Lu}\.)\s(?=\p{Lu}\.)/gu, '')
    .split(/\s+/)

const ALIASES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'united states',
    'u.s.': 'united states',
    usa: 'united states',
    'u.s.a.': 'united states',
    'united states of america': 'united states',
    uk: 'united kingdom',
    'u.k.': 'united kingdom',
    un: 'united nations',
    eu: 'european union',
    ussr: 'soviet union',
    'u.s.s.r.': 'soviet union',
    uae: 'united arab emirates',
  }),
)

/** @returns from a form's key to the key of the form it is joined with */
function joinForms(forms: ReadonlyMap<string, Form>, use: WordUse): Map<string, string> {
  const roots = new Map<string, string>()
  const longer = [...forms].filter(([, { words }]) => words.length > 1)
  for (const [key, form] of forms) {
    const target =
      ALIASES.get(key) ??
      use.longForm(form.words.join(' '))?.toLowerCase().replace(/^the /, '') ??
      companyOf(key, forms) ??
      personOf(key, form, longer)
    if (target === undefined) continue
    if (forms.has(target)) roots.set(key, target)
    else if (ALIASES.has(key)) {
      const sibling = [...forms.keys()].find(
        (other) => other !== key && ALIASES.get(other) === target && !roots.has(other),
      )
      if (sibling !== undefined && !roots.has(sibling)) roots.set(key, sibling)
    }
  }
  for (const [key, target] of roots) {
    const further = roots.get(target)
    if (further !== undefined) {
      if (further === key) roots.delete(key)
      else roots.set(key, further)
    }
  }
  return roots
}

/** "Microsoft" for "Microsoft Corporation". */
const companyOf = (key: string, forms: ReadonlyMap<string, Form>): string | undefined =>
  ['corporation', 'corp', 'corp.', 'inc', 'inc.', 'company', 'co.', 'ltd', 'limited', 'plc', 'llc']
    .map((suffix) => `${key} ${suffix}`)
    .find((long) => forms.has(long))

/** The one fuller name of a person that `key` is a part of: "Tokayev", "Wang", "J. Smith". */
function personOf(key: string, form: Form, longer: readonly (readonly [string, Form])[]): string | undefined {
  const { words } = form
  if (form.kind !== null && form.kind !== 'person') return undefined
  if (words.length === 1 && isKnownPlace(key) && form.found.some(({ title }) => title === null))
    return undefined
  const fuller = longer.filter(
    ([other, { kind, words: all }]) =>
      other !== key && kind === 'person' && all.length > words.length && isPartOf(words, all),
  )
  const bySurname = fuller.filter(([, { words: all }]) => all.at(-1) === words.at(-1))
  const [one, another] = bySurname.length > 0 ? bySurname : fuller
  return another === undefined ? one?.[0] : undefined
}

/** A surname, a first name, or both with what stands between left out, shortened or the same. */
function isPartOf(part: readonly string[], all: readonly string[]): boolean {
  const [first = '', ...rest] = part
  if (rest.length === 0) return first === all[0] || first === all.at(-1)
  const matches = (short: string, full = ''): boolean =>
    short === full ||
    (/^(?:\p{Lu}\.)+$/u.test(short) && full.startsWith(short.slice(0, full.includes('.') ? undefined : 1)))
  return (
    rest.at(-1) === all.at(-1) &&
    matches(first, all[0]) &&
    rest.slice(0, -1).every((middle, place) => matches(middle, all[place + 1]))
  )
}

function entityOf(text: string, forms: readonly Form[]): Entity {
  const found = forms.flatMap((form) => form.found).sort((a, b) => a.name.start - b.name.start)
  const fullest = forms.reduce((best, form) =>
    form.words.join(' ').length > best.words.join(' ').length ? form : best,
  )
  const kind = fullest.kind ?? forms.find((form) => form.kind !== null)?.kind ?? null
  const [first] = [...fullest.found].sort((a, b) => slice(text, b.name).length - slice(text, a.name).length)
  return {
    name: first?.name ?? { start: 0, end: 0 },
    kind,
    titles: titlesOf(text, found),
    mentions: found.map(({ name }) => name),
  }
}

function titlesOf(text: string, found: readonly Found[]): Span[] {
  const titles = new Map<string, Span>()
  for (const { title } of found)
    if (title !== null && !titles.has(slice(text, title))) titles.set(slice(text, title), title)
  return [...titles.values()]
}
