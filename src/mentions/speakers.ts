import { type Article, contains, type Span, slice } from '../article/article.js'
import { COUNTRIES } from './countries.js'
import { type Entity, entitiesIn } from './entities.js'
import type { SpokenBy } from './named-speech.js'
import { perArticle } from './per-article.js'
import { speechIn } from './speech.js'

/** Somebody who is reported to speak. */
export interface Speaker {
  /** As the article names them most fully. */
  readonly name: Span
  /** Every way the article names them as a speaker, and by name, in order. */
  readonly mentions: readonly Span[]
  /** The sentences that report their words, in order. */
  readonly sentences: readonly Span[]
}

/** @returns who is reported to speak in an article, in order; those through whom it is reported among them */
export const speakersIn: (article: Article) => readonly Speaker[] = perArticle((article) => {
  const entities = entitiesIn(article)
  const speakers = new Map<Entity | string, { name: Span; mentions: Span[]; sentences: Span[] }>()
  const hear = (who: Entity | string, span: Span, sentence: Span): void => {
    const known = speakers.get(who) ?? {
      name: typeof who === 'string' ? span : who.name,
      mentions: typeof who === 'string' ? [] : [...who.mentions],
      sentences: [],
    }
    if (!known.mentions.includes(span)) known.mentions.push(span)
    if (known.sentences.at(-1) !== sentence) known.sentences.push(sentence)
    speakers.set(who, known)
  }
  for (const paragraph of article.paragraphs) {
    speechIn(article, paragraph).forEach((spoken, place) => {
      const sentence = paragraph.sentences[place]
      if (spoken === null || sentence === undefined) return
      for (const { who, span } of voicesOf(article, entities, spoken)) hear(who, span, sentence)
    })
  }
  return [...speakers.values()]
})

function voicesOf(
  article: Article,
  entities: readonly Entity[],
  { speaker, reporter, names }: SpokenBy,
): { who: Entity | string; span: Span }[] {
  const named = names.map((name) => ({
    who: entityAt(entities, name) ?? slice(article.text, name).toLowerCase(),
    span: name,
  }))
  const unnamed = [speaker, reporter].filter(
    (span) => span !== null && !names.some((name) => contains(span, name)),
  ) as Span[]
  return [
    ...named,
    ...unnamed.map((span) => ({
      who: holderOf(article, entities, slice(article.text, span)) ?? slice(article.text, span).toLowerCase(),
      span,
    })),
  ]
}

const entityAt = (entities: readonly Entity[], name: Span): Entity | undefined =>
  entities.find(({ mentions }) => mentions.some(({ start, end }) => start === name.start && end === name.end))

/** "the President of Kazakhstan" is who the article titles "Kazakh President", where that is one person. */
function holderOf({ text }: Article, entities: readonly Entity[], office: string): Entity | undefined {
  const [, title = '', place = ''] = /(?<!\S)(\S+) of (?:the )?(\p{Lu}\p{L}+)$/u.exec(office) ?? []
  const country = COUNTRIES.get(place.toLowerCase())
  if (country === undefined) return undefined
  const holds = (words: readonly string[]): boolean =>
    words.at(-1)?.toLowerCase() === title.toLowerCase() &&
    words.some((word) => COUNTRIES.get(word.toLowerCase()) === country)
  const holders = entities.filter(
    ({ kind, titles }) => kind === 'person' && titles.some((span) => holds(slice(text, span).split(/\s+/))),
  )
  return holders.length === 1 ? holders[0] : undefined
}
