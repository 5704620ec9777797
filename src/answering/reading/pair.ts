import type { Seen } from '../../retrieval/features/seen.js'
import { FUNCTION_WORDS } from '../../retrieval/function-words.js'
import type { IndexedSentence } from '../../retrieval/indexed-passage.js'
import { QUESTION_KINDS } from '../../retrieval/question-kind.js'
import type { WordVectors } from '../../retrieval/word-vectors.js'
import { type Pair, QUESTION_MARKS, SENTENCE_MARKS, type Side } from './network.js'
import { num } from './workspace.js'

/** What a network is told of a word. */
interface ReadToken {
  /** Which function word it is, from 1; 0 for none. */
  readonly functionWord: number
  /** The number of its vector; -1 for none. */
  readonly vector: number
  /** Its term's number; -1 where no article has it. */
  readonly term: number
  readonly numeric: boolean
}

interface AskedToken extends ReadToken {
  readonly name: boolean
  /** Whether it is the noun asked about. */
  readonly focus: boolean
  /** Which of the question's slots it is; -1 for none. */
  readonly slot: number
}

export interface SaidToken extends ReadToken {
  /** `TAG` bits. */
  readonly tags: number
}

export interface AskedTokens {
  /** The question's kind, by number. */
  readonly kind: number
  readonly tokens: readonly AskedToken[]
  /** For each token `ELSEWHERE` numbers: see `elsewhere`. */
  readonly elsewhere: Float32Array
}

/** By its place in the list: where words are added or change places, the reader must be trained anew. */
const FUNCTION_WORD = new Map([...FUNCTION_WORDS].map((word, at) => [word, at + 1]))
/** Tokens that are read of a question and of a sentence; few have more. */
const MOST_ASKED = 16
const MOST_SAID = 44
const TAG_BITS = 16

/**
 * @param words the articles' words and terms, by number
 * @returns what makes tokens of a question, and of a sentence, and remembers them
 */
export function tokenReader(vectors: WordVectors, words: readonly string[]) {
  const functionWords = Int16Array.from(words, (word) => FUNCTION_WORD.get(word) ?? 0)
  const vectorNumbers = Int32Array.from(words, vectors.find)
  const numeric = Uint8Array.from(words, (word) => (isNumeric(word) ? 1 : 0))
  const remembered = new WeakMap<IndexedSentence, readonly SaidToken[]>()
  const said = (sentence: IndexedSentence): SaidToken[] =>
    Array.from(sentence.terms.subarray(0, MOST_SAID), (term, at) => ({
      functionWord: functionWords[sentence.words[at] ?? -1] ?? 0,
      vector: sentence.content[at] === 1 ? (vectorNumbers[term] ?? -1) : -1,
      term,
      numeric: numeric[sentence.words[at] ?? -1] === 1,
      tags: sentence.tags[at] ?? 0,
    }))
  const asked = new WeakMap<Seen['asked'], readonly AskedToken[]>()
  const askedTokens = ({ question, sequence, slots, focus }: Seen['asked']): AskedToken[] =>
    question.tokens.slice(0, MOST_ASKED).map(({ word, term, content }, at) => {
      const slot = slots.findIndex((one) => one.term === term)
      return {
        functionWord: FUNCTION_WORD.get(word) ?? 0,
        vector: content ? vectors.find(term) : -1,
        term: sequence[at] ?? -1,
        numeric: isNumeric(word),
        name: slots[slot]?.name === true,
        focus: at === focus,
        slot,
      }
    })
  return {
    ofQuestion(seen: Seen): AskedTokens {
      const tokens = asked.get(seen.asked) ?? askedTokens(seen.asked)
      asked.set(seen.asked, tokens)
      return {
        kind: QUESTION_KINDS.indexOf(seen.asked.kind),
        tokens,
        elsewhere: elsewhere(seen, tokens),
      }
    },
    ofSentence(sentence: IndexedSentence): readonly SaidToken[] {
      const tokens = remembered.get(sentence) ?? said(sentence)
      remembered.set(sentence, tokens)
      return tokens
    },
  }
}

const ELSEWHERE = 6

/**
 * For each token how rare it is in English, whether what is searched has it nowhere, and how the sentence's surroundings have it;
 * noughts where it is none of the question's slots.
 */
function elsewhere({ asked, passage, match, before, after }: Seen, tokens: readonly AskedToken[]) {
  const numbers = new Float32Array(tokens.length * ELSEWHERE)
  const inPassage = passage.has | passage.inHeading | passage.inTitle
  const beside = (before?.has ?? 0) | (after?.has ?? 0)
  tokens.forEach(({ slot }, at) => {
    if (slot === -1) return
    const { background = 0, absent = false } = asked.slots[slot] ?? {}
    const from = at * ELSEWHERE
    numbers[from] = background / 10
    numbers[from + 1] = Number(absent)
    numbers[from + 2] = (match.akin >> slot) & 1
    numbers[from + 3] = (inPassage >> slot) & 1
    numbers[from + 4] = passage.meant[slot] ?? 0
    numbers[from + 5] = (beside >> slot) & 1
  })
  return numbers
}

const isNumeric = (word: string): boolean => /^\p{N}/u.test(word)

/** @returns a question and a sentence, ready to be compared: which of their words are the same, and how like the others are */
export function pairOf(
  vectors: WordVectors,
  { kind, tokens: question, elsewhere }: AskedTokens,
  said: readonly SaidToken[],
): Pair {
  const same = new Float32Array(question.length * said.length)
  const like = new Float32Array(same.length)
  const [asked, told] = [shared(question.length), shared(said.length)]
  question.forEach((own, row) => {
    said.forEach((other, at) => {
      const equal = own.functionWord === 0 && own.term !== -1 && own.term === other.term
      const likeness = equal ? 1 : likenessOf(vectors, own, other)
      const place = row * said.length + at
      like[place] = likeness
      if (equal) {
        same[place] = 1
        asked[2 * row] = 1
        told[2 * at] = 1
      }
      if (likeness > num(asked, 2 * row + 1)) asked[2 * row + 1] = likeness
      if (likeness > num(told, 2 * at + 1)) told[2 * at + 1] = likeness
    })
  })
  const questionMarks = new Float32Array(question.length * QUESTION_MARKS)
  question.forEach((token, at) => {
    const from = at * QUESTION_MARKS
    questionMarks[from] = Number(token.numeric)
    questionMarks[from + 1] = Number(token.name)
    questionMarks[from + 2] = Number(token.focus)
    questionMarks.set(elsewhere.subarray(at * ELSEWHERE, (at + 1) * ELSEWHERE), from + 3)
    markCommon(questionMarks, from + QUESTION_MARKS, token, asked, at)
  })
  const sentenceMarks = new Float32Array(said.length * SENTENCE_MARKS)
  said.forEach((token, at) => {
    const from = at * SENTENCE_MARKS
    sentenceMarks[from] = Number(token.numeric)
    for (let tag = 0; tag < TAG_BITS; tag++) sentenceMarks[from + 1 + tag] = (token.tags >> tag) & 1
    markCommon(sentenceMarks, from + SENTENCE_MARKS, token, told, at)
  })
  return {
    kind,
    question: sideOf(question, questionMarks),
    sentence: sideOf(said, sentenceMarks),
    same,
    like,
    shared: asked,
  }
}

/** For each token 1 where the other side has it, and how like its likest word there is, from -1 to 1. */
function shared(length: number): Float32Array {
  const numbers = new Float32Array(2 * length)
  for (let at = 0; at < length; at++) numbers[2 * at + 1] = -1
  return numbers
}

/** The last three marks, which end at `end`: what of a token is shared, and whether it is a function word. */
function markCommon(
  marks: Float32Array,
  end: number,
  { functionWord }: ReadToken,
  shared: Float32Array,
  at: number,
) {
  marks[end - 3] = num(shared, 2 * at)
  marks[end - 2] = num(shared, 2 * at + 1)
  marks[end - 1] = functionWord > 0 ? 1 : 0
}

const likenessOf = (vectors: WordVectors, one: ReadToken, other: ReadToken): number =>
  one.vector < 0 || other.vector < 0 ? 0 : vectors.cosine(one.vector, other.vector)

const sideOf = (tokens: readonly ReadToken[], marks: Float32Array): Side => ({
  length: tokens.length,
  functionWords: tokens.map(({ functionWord }) => functionWord),
  vectors: tokens.map(({ vector }) => vector),
  marks,
})
