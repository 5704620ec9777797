import { type Article, type Span, slice } from '../article/article.js'
import { entitiesIn } from '../mentions/entities.js'
import { perArticle } from '../mentions/per-article.js'
import { speakersIn } from '../mentions/speakers.js'
import { editDistance } from '../retrieval/edit-distance.js'
import { fold } from '../retrieval/tokens.js'
import { passagesOf } from './passages.js'

/** Somebody or something that articles name, or somebody whose words they report. */
export interface Named {
  /** As an article names it most fully, line breaks left out. */
  readonly name: string
  /** Each stands for it, is short and the same after a restart. */
  readonly keys: readonly [string, ...string[]]
  /** The ways it is written, as names are compared. */
  readonly forms: readonly string[]
  /** How often it is named. */
  readonly mentions: number
  /** @returns what the articles say of it, or what it is reported to say, in the articles' order */
  passages(): { readonly article: Article; readonly span: Span }[]
}

/** @returns the persons, organisations, places and what else the articles name, the most often named first */
export const namesIn = (articles: readonly Article[]): Named[] => together(articles.flatMap(namesOf))

/** @returns those who are reported to speak in the articles, the most often named first */
export const speakersAmong = (articles: readonly Article[]): Named[] => together(articles.flatMap(speakersOf))

/** @returns whom or what is meant by a key, or by a name people typed; undefined where that is not certain */
export function findNamed(names: readonly Named[], words: string): Named | undefined {
  const wanted = comparable(words)
  const [only, ...others] = completions(names, words)
  return (
    names.find(({ keys }) => keys.includes(words)) ??
    names.find(({ name }) => comparable(name) === wanted) ??
    names.find(({ forms }) => forms.includes(wanted)) ??
    (others.length === 0 ? only : undefined)
  )
}

/** @returns those written in some way that holds what was typed so far; first those where a word begins with it */
export function completions(names: readonly Named[], typed: string): Named[] {
  const wanted = comparable(typed)
  const begins = ({ forms }: Named): boolean => forms.some((form) => ` ${form}`.includes(` ${wanted}`))
  const holding = names.filter(({ forms }) => forms.some((form) => form.includes(wanted)))
  return [...holding.filter(begins), ...holding.filter((named) => !begins(named))]
}

const MOST_NEAR = 5
/** One typing error in so many letters. */
const LETTERS_AN_ERROR = 4

/** @returns those that a misspelt or shortened name may have meant, the nearest first */
export function near(names: readonly Named[], words: string): Named[] {
  const wanted = comparable(words)
  const most = Math.max(1, Math.floor(wanted.length / LETTERS_AN_ERROR))
  const distanceTo = ({ forms }: Named): number =>
    Math.min(
      ...forms.flatMap((form) => [form, ...form.split(' ')]).map((form) => editDistance(wanted, form, most)),
    )
  const misspelt = names
    .map((named) => ({ named, distance: distanceTo(named) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance)
    .map(({ named }) => named)
  return [...new Set([...misspelt, ...completions(names, words)])].slice(0, MOST_NEAR)
}

const namesOf = perArticle((article): Named[] => {
  const sentences = article.paragraphs.flatMap((paragraph) => paragraph.sentences)
  return entitiesIn(article).map(({ name, mentions }) => {
    const telling = (sentence: Span): boolean =>
      mentions.some(({ start, end }) => sentence.start <= start && end <= sentence.end)
    return inArticle(article, name, mentions, () => passagesOf(article, sentences.filter(telling)))
  })
})

const speakersOf = perArticle((article): Named[] => {
  const speakers = speakersIn(article)
  return speakers.map(({ name, mentions, sentences }) => {
    const own = new Set(sentences)
    const ofOthers = new Set(
      speakers.flatMap((one) => one.sentences).filter((sentence) => !own.has(sentence)),
    )
    return inArticle(article, name, mentions, () => passagesOf(article, sentences, ofOthers))
  })
})

function inArticle(
  article: Article,
  name: Span,
  mentions: readonly Span[],
  spans: () => readonly Span[],
): Named {
  const written = [name, ...mentions].map((span) => comparable(slice(article.text, span)))
  return {
    name: slice(article.text, name).replace(/\s+/g, ' '),
    keys: [`${article.edition}/${name.start}`],
    forms: [...new Set(written)],
    mentions: mentions.length,
    passages: () => spans().map((span) => ({ article, span })),
  }
}

/** Names of several articles that are written alike at their fullest are one. */
function together(names: readonly Named[]): Named[] {
  const joined = new Map<string, Named>()
  for (const named of names) {
    const key = comparable(named.name)
    const known = joined.get(key)
    joined.set(key, known === undefined ? named : join(known, named))
  }
  return [...joined.values()].sort((a, b) => b.mentions - a.mentions)
}

const join = (one: Named, other: Named): Named => ({
  name: one.name,
  keys: [...one.keys, ...other.keys],
  forms: [...new Set([...one.forms, ...other.forms])],
  mentions: one.mentions + other.mentions,
  passages: () => [...one.passages(), ...other.passages()],
})

/** How names are compared: small letters, no diacritics, no article. */
const comparable = (words: string): string => fold(words.trim().replace(/\s+/g, ' ')).replace(/^the /, '')
