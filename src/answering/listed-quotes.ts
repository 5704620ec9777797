import { type Article, slice } from '../article/article.js'
import { COUNTRIES } from '../mentions/countries.js'
import { isPeople } from '../mentions/known-places.js'
import { OCCUPATION, TITLE_MODIFIERS, TITLES } from '../mentions/titles.js'
import { tokenize } from '../retrieval/tokens.js'
import type { Listing } from './listing-question.js'
import { type Named, speakersAmong } from './named.js'
import { passagesOf } from './passages.js'
import { type Quote, quote } from './quote.js'
import { LONGEST_QUOTE } from './quoted-span.js'
import { LESS, LITERALLY, quotationsIn, TELLING, type Telling } from './telling-places.js'

/**
 * Quotes what a question for a kind of thing, or for all that somebody says, wants to see: the places that together have
 * most of it, from as many sections as may be.
 *
 * @returns at most `most`, the most telling first; none where the articles have nothing of the kind, or it is not certain
 * who is meant
 */
export function listedQuotes(listing: Listing, articles: readonly Article[], most: number): Quote[] {
  const read = readNow(articles)
  const places =
    listing.of === 'words'
      ? placesOf(speakerMeant(listing.speaker, speakersAmong(read)))
      : read.flatMap(TELLING[listing.of]).map(withWhatItLeansOn)
  const short = places.filter(({ span }) => span.end - span.start <= LONGEST_QUOTE)
  return mostTelling(short, most).map(({ article, span, marks }) => quote(article, span, marks))
}

/** Characters that are read for one question: nobody means all of many articles, and reading costs time. */
const MOST_READ = 300_000

function readNow(articles: readonly Article[]): readonly Article[] {
  let read = 0
  return articles.filter(({ text }, at) => {
    read += text.length
    return at === 0 || read <= MOST_READ
  })
}

/** Always the next place that adds most; beside a section's first quote a second one is worth half, a third a third. */
function mostTelling(places: readonly Telling[], most: number): Telling[] {
  const chosen: Telling[] = []
  const told = new Set<string>()
  while (chosen.length < most) {
    let best: Telling | undefined
    let bestAdds = 0
    for (const place of places) {
      const beside = chosen.filter((one) => sectionOf(one) === sectionOf(place)).length
      const news = [...place.things].reduce((sum, [thing, worth]) => sum + (told.has(thing) ? 0 : worth), 0)
      if (news / (1 + beside) <= bestAdds) continue
      best = place
      bestAdds = news / (1 + beside)
    }
    if (best === undefined) break
    chosen.push(best)
    for (const thing of best.things.keys()) told.add(thing)
  }
  return chosen
}

const sectionOf = ({ article, span }: Telling): string =>
  `${article.edition}/${article.paragraphs.findLast((paragraph) => paragraph.span.start <= span.start)?.section}`

const withWhatItLeansOn = (place: Telling): Telling => ({
  ...place,
  span: passagesOf(place.article, [place.span])[0] ?? place.span,
})

/** Everything somebody is reported to say. */
const placesOf = (speaker: Named | undefined): Telling[] =>
  (speaker?.passages() ?? []).map(({ article, span }) => {
    const words = slice(article.text, span)
    const marks = quotationsIn(article, span)
    const isNamed = speaker?.forms.some((form) => wordsOf(words).includes(wordsOf(form))) === true
    const worth = !isNamed || REQUESTS.test(words) ? LESS : marks.length > 0 ? LITERALLY : 1
    return { article, span, things: new Map([[`${article.edition}/${span.start}`, worth]]), marks }
  })

/** Who asks for something says what others should do. */
const REQUESTS = /\b(?:ask|urge)(?:s|ed)\b/u

/** Who has all the words asked about in a name, or all but titles before it; undefined where that is not certain. */
function speakerMeant(asked: readonly string[], speakers: readonly Named[]): Named | undefined {
  const written = speakers.map(({ forms }) => forms.map((form) => ` ${wordsOf(form)} `))
  for (let from = 0; from < asked.length && asked.slice(0, from).every(isTitle); from++) {
    const name = ` ${asked.slice(from).join(' ')} `
    const [one, ...others] = speakers.filter((_, at) => written[at]?.some((form) => form.includes(name)))
    if (one !== undefined) return others.length === 0 ? one : undefined
  }
  return undefined
}

const wordsOf = (name: string): string =>
  tokenize(name)
    .map(({ word }) => word)
    .join(' ')

const TITLE_WORDS = new Set([...TITLES, ...TITLE_MODIFIERS].map((word) => word.toLowerCase()))
const isTitle = (word: string): boolean =>
  word === 'the' || TITLE_WORDS.has(word) || OCCUPATION.test(word) || COUNTRIES.has(word) || isPeople(word)
