import { type Article, type Paragraph, type Span, slice } from '../article/article.js'
import { findAbbreviations } from '../mentions/abbreviations.js'
import { speechIn } from '../mentions/speech.js'
import { learnNameWords, type NameWords } from './name-words.js'
import { once } from './once.js'
import { tagTokens } from './token-tags.js'
import { type Token, tokenize } from './tokens.js'
import type { Vocabulary } from './vocabulary.js'

/** A paragraph, read once, so that a question only compares numbers. */
export interface IndexedPassage {
  readonly article: Article
  readonly paragraph: Paragraph
  readonly sentences: readonly IndexedSentence[]
  /** The distinct terms of its section's heading and of the article's title. */
  readonly headingTerms: ReadonlySet<number>
  readonly titleTerms: ReadonlySet<number>
  /** In content tokens. */
  readonly length: number
  /** For each sentence the numbers of the terms that name who speaks in it; read on first use. */
  readonly voices: () => readonly ReadonlySet<number>[]
}

/** All arrays have one place for each token, in order. */
export interface IndexedSentence {
  readonly span: Span
  /** Its place in the paragraph, from 0. */
  readonly place: number
  /** Term numbers; function words have theirs too. */
  readonly terms: Int32Array
  /** Numbers of the folded words, for exact forms. */
  readonly words: Int32Array
  /** `TAG` bits: what each token can supply. */
  readonly tags: Uint16Array
  /** The distinct terms of its content tokens. */
  readonly contentTerms: Int32Array
  /** 1 for content tokens, 0 for function words. */
  readonly content: Uint8Array
  /** The union of `tags`. */
  readonly allTags: number
  /** In content tokens. */
  readonly length: number
  /** Numbers of the terms that are abbreviations explained in it. */
  readonly explains: readonly number[]
  readonly opensWithPronoun: boolean
  readonly isQuestion: boolean
}

/**
 * Reads an article's paragraphs for the index.
 *
 * @returns one passage a paragraph, in order, and the article's name words
 */
export function indexPassages(
  article: Article,
  vocabulary: Vocabulary,
): { passages: IndexedPassage[]; names: NameWords } {
  const { text } = article
  const tokensOf = new Map<Span, Token[]>()
  for (const { sentences } of article.paragraphs)
    for (const span of sentences) tokensOf.set(span, tokensAt(text, span))
  const names = learnNameWords(text, [...tokensOf.values()])
  const termNumbers = (words: string): Set<number> =>
    new Set(
      tokenize(words)
        .filter(({ content }) => content)
        .map(({ term }) => vocabulary.number(term)),
    )
  const titleTerms = termNumbers(article.title)
  const passages = article.sections.flatMap((section) => {
    const headingTerms = termNumbers(section.heading ?? '')
    return section.paragraphs.map((paragraph) => {
      const sentences = paragraph.sentences.map((span, place) =>
        indexSentence(text, span, place, tokensOf.get(span) ?? [], names, vocabulary),
      )
      const length = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
      const voices = once(() =>
        speechIn(article, paragraph).map((spoken) =>
          termNumbers((spoken?.names ?? []).map((name) => slice(text, name)).join(' ')),
        ),
      )
      return { article, paragraph, sentences, headingTerms, titleTerms, length, voices }
    })
  })
  return { passages, names }
}

/** A sentence's tokens, their spans pointing into the article's text. */
function tokensAt(text: string, span: Span): Token[] {
  return tokenize(slice(text, span)).map((token) => ({
    ...token,
    span: { start: span.start + token.span.start, end: span.start + token.span.end },
  }))
}

function indexSentence(
  text: string,
  span: Span,
  place: number,
  tokens: readonly Token[],
  names: NameWords,
  vocabulary: Vocabulary,
): IndexedSentence {
  const tags = tagTokens(text, tokens, names)
  const terms = Int32Array.from(tokens, ({ term }) => vocabulary.number(term))
  return {
    span,
    place,
    terms,
    contentTerms: Int32Array.from(new Set(terms.filter((_, at) => tokens[at]?.content === true))),
    words: Int32Array.from(tokens, ({ word }) => vocabulary.number(word)),
    tags,
    content: Uint8Array.from(tokens, ({ content }) => (content ? 1 : 0)),
    allTags: tags.reduce((all, bits) => all | bits, 0),
    length: tokens.filter(({ content }) => content).length,
    explains: findAbbreviations(slice(text, span)).flatMap(({ short }) =>
      tokenize(short).map(({ term }) => vocabulary.number(term)),
    ),
    opensWithPronoun: PRONOUNS.has(tokens[0]?.word ?? ''),
    isQuestion: /\?["”’)]*$/u.test(slice(text, span)),
  }
}

const PRONOUNS: ReadonlySet<string> = new Set(
  'he she it they his her its their this that these those such'.split(' '),
)
