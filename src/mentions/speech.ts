import { type Article, contains, type Paragraph, type Span, slice } from '../article/article.js'
import { isEnglish } from './english.js'
import { kindOf } from './kind.js'
import { findNamePhrases, type NamePhrase } from './name-phrases.js'
import { namedSpeech, type SpokenBy, speaks } from './named-speech.js'
import { perArticle } from './per-article.js'
import { PRONOUN, REPORTS } from './speech-patterns.js'
import { wordUseOf } from './word-use.js'
import { readWords } from './words.js'

/**
 * Finds who is reported to speak in each sentence of a paragraph. What is doubtful is left out: who is reported falsely
 * is worse off than who is not.
 *
 * @returns who speaks, or null, for each sentence in order
 */
export function speechIn(article: Article, { span, sentences }: Paragraph): (SpokenBy | null)[] {
  if (!isEnglish(article) || !REPORTS.test(slice(article.text, span))) return sentences.map(() => null)
  const use = wordUseOf(article)
  const text = plainTextOf(article)
  const found: (SpokenBy | null)[] = []
  let before = null as Heard | null
  for (const sentence of sentences) {
    const phrases = findNamePhrases(readWords(text, sentence), use)
    const goesOn: SpokenBy | null = before?.quoting === true ? before.spokenBy : null
    const spokenBy: SpokenBy | null =
      namedSpeech(text, sentence, phrases) ?? goesOn ?? saidByPronoun(text, sentence, phrases, before)
    found.push(spokenBy)
    const quoting =
      spokenBy?.speaker != null &&
      staysOpen(slice(text, sentence), before?.quoting ?? false) &&
      /["”]/.test(text.slice(sentence.end, span.end))
    before = { sentence, phrases, spokenBy, quoting }
  }
  return found
}

/**
 * @returns who is reported to speak in the sentences that `span` touches; null where nobody is, and where they are
 * several, so that none of them is held to what another said
 */
export function spokenAt(article: Article, paragraph: Paragraph, span: Span): SpokenBy | null {
  const { sentences } = paragraph
  const heard = speechIn(article, paragraph).filter((spoken, place) => {
    const { start, end } = sentences[place] ?? span
    return spoken !== null && start < span.end && span.start < end
  }) as SpokenBy[]
  const surnameOf = ({ speaker, reporter }: SpokenBy): string | undefined => {
    const who = speaker ?? reporter
    return who === null ? undefined : slice(article.text, who).split(/\s+/).at(-1)
  }
  const [first] = heard
  return first !== undefined && heard.every((spoken) => surnameOf(spoken) === surnameOf(first)) ? first : null
}

/** An article's text with blanks for line breaks, the only white space that the patterns know; every place stays. */
const plainTextOf = perArticle(({ text }) => text.replace(/\s/g, ' '))

/** A sentence that was read before, for what leans on it. */
interface Heard {
  readonly sentence: Span
  readonly phrases: readonly NamePhrase[]
  readonly spokenBy: SpokenBy | null
  /** Whether a quotation is open at its end. */
  readonly quoting: boolean
}

/** Whether a quotation is open at the end of a sentence that began inside one or not. */
function staysOpen(words: string, open: boolean): boolean {
  const marks = words.match(/["“”]/g) ?? []
  return marks.reduce((isOpen, mark) => (mark === '"' ? !isOpen : mark === '“'), open)
}

/** "He said": certain only where the sentence before is about one person, and neither names another. */
function saidByPronoun(
  text: string,
  sentence: Span,
  phrases: readonly NamePhrase[],
  before: Heard | null,
): SpokenBy | null {
  const words = slice(text, sentence)
  const pronoun = PRONOUN.exec(words)
  if (before === null || pronoun === null || !speaks(words.slice(pronoun.index + pronoun[0].length)))
    return null
  const mayBePerson = ({ whole, name, title }: NamePhrase, { start, end }: Span): boolean => {
    const kind = kindOf(slice(text, name), [
      { titled: title !== null, before: text.slice(start, whole.start), after: text.slice(name.end, end) },
    ])
    return kind === null || kind === 'person'
  }
  const people = before.phrases.filter((phrase) => mayBePerson(phrase, before.sentence))
  const [one] = people
  if (phrases.some((phrase) => mayBePerson(phrase, sentence))) return null
  const { speaker = null, names: voices = [] } = before.spokenBy ?? {}
  const names = voices.filter((name) => speaker !== null && contains(speaker, name))
  if (speaker !== null && names.length === 1 && people.length <= 1) {
    const isPerson = one === undefined ? speaker.start < before.sentence.start : one.name === names[0]
    return isPerson ? { speaker, reporter: null, names } : null
  }
  if (one === undefined || people.length > 1 || !startsSentence(text, before.sentence, one)) return null
  return { speaker: { start: one.whole.start, end: one.name.end }, reporter: null, names: [one.name] }
}

const startsSentence = (text: string, sentence: Span, { whole }: NamePhrase): boolean =>
  /^(?:(?:In|On|At|After|During|By|Since)\s[^,]{1,40},\s)?(?:The\s)?$/u.test(
    text.slice(sentence.start, whole.start),
  )
