import { type Article, type Paragraph, type Span, slice } from '../article/article.js'
import { isEnglish } from './english.js'
import { findNamePhrases } from './name-phrases.js'
import { namedSpeech, type SpokenBy } from './named-speech.js'
import { plainTextOf } from './plain-text-of.js'
import { goesOnAbout, type Heard, saidByPronoun } from './said-by-pronoun.js'
import { REPORTS } from './speech-patterns.js'
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
      namedSpeech(text, sentence, phrases) ?? goesOn ?? saidByPronoun(article, sentence, phrases, before)
    found.push(spokenBy)
    const quoting =
      spokenBy?.speaker != null &&
      staysOpen(slice(text, sentence), before?.quoting ?? false) &&
      /["”]/.test(text.slice(sentence.end, span.end))
    before =
      before !== null && spokenBy === null && goesOnAbout(article, sentence, phrases)
        ? { ...before, quoting }
        : { sentence, phrases, spokenBy, quoting }
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

/** Whether a quotation is open at the end of a sentence that began inside one or not. */
function staysOpen(words: string, open: boolean): boolean {
  const marks = words.match(/["“”]/g) ?? []
  return marks.reduce((isOpen, mark) => (mark === '"' ? !isOpen : mark === '“'), open)
}
