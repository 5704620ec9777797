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
  /** Where else it stands: see `elsewhere`. */
  readonly elsewhere: readonly number[]
}

export interface SaidToken extends ReadToken {
  /** `TAG` bits. */
  readonly tags: number
}

export interface AskedTokens {
  /** The question's kind, by number. */
  readonly kind: number
  readonly tokens: readonly AskedToken[]
}

/** By its place in the list: where words are added or change places, the reader must be trained anew. */
const FUNCTION_WORD = new Map([...FUNCTION_WORDS].map((word, at) => [word, at + 1]))
/** Tokens that are read of a question and of a sentence; few have more. */
const MOST_ASKED = 16
const MOST_SAID = 44
const TAG_BITS = 16

/**
 * @param words the articles' words and terms, by number
 * @returns what makes tokens of a question, and of a sentence, whose tokens it remembers
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
  return {
    ofQuestion(seen: Seen): AskedTokens {
      const { question, sequence, slots, focus, kind } = seen.asked
      return {
        kind: QUESTION_KINDS.indexOf(kind),
        tokens: question.tokens.slice(0, MOST_ASKED).map(({ word, term, content }, at) => {
          const slot = slots.findIndex((one) => one.term === term)
          return {
            functionWord: FUNCTION_WORD.get(word) ?? 0,
            vector: content ? vectors.find(term) : -1,
            term: sequence[at] ?? -1,
            numeric: isNumeric(word),
            name: slots[slot]?.name === true,
            focus: at === focus,
            elsewhere: slot === -1 ? NOWHERE : elsewhere(seen, slot),
          }
        }),
      }
    },
    ofSentence(sentence: IndexedSentence): readonly SaidToken[] {
      const tokens = remembered.get(sentence) ?? said(sentence)
      remembered.set(sentence, tokens)
      return tokens
    },
  }
}

/** How rare a word is in English, whether what is searched has it nowhere, and how the sentence's surroundings have it. */
function elsewhere({ asked, passage, match, before, after }: Seen, slot: number): number[] {
  const has = (bits: number): number => (bits >> slot) & 1
  const { background = 0, absent = false } = asked.slots[slot] ?? {}
  return [
    background / 10,
    Number(absent),
    has(match.akin),
    has(passage.has | passage.inHeading | passage.inTitle),
    passage.meant[slot] ?? 0,
    has((before?.has ?? 0) | (after?.has ?? 0)),
  ]
}

const NOWHERE = new Array<number>(6).fill(0)

const isNumeric = (word: string): boolean => /^\p{N}/u.test(word)

/** @returns a question and a sentence, ready to be compared: which of their words are the same, and how like the others are */
export function pairOf(
  vectors: WordVectors,
  { kind, tokens: question }: AskedTokens,
  said: readonly SaidToken[],
): Pair {
  const same = new Float64Array(question.length * said.length)
  const like = new Float64Array(same.length)
  const [asked, told] = [question, said].map(({ length }) => ({
    has: new Float64Array(length),
    likest: new Float64Array(length).fill(-1),
  })) as [Likest, Likest]
  question.forEach((own, row) => {
    said.forEach((other, at) => {
      const equal = own.functionWord === 0 && own.term !== -1 && own.term === other.term
      const likeness = equal ? 1 : likenessOf(vectors, own, other)
      same[row * said.length + at] = equal ? 1 : 0
      like[row * said.length + at] = likeness
      asked.likest[row] = Math.max(asked.likest[row] ?? -1, likeness)
      told.likest[at] = Math.max(told.likest[at] ?? -1, likeness)
      if (equal) {
        asked.has[row] = 1
        told.has[at] = 1
      }
    })
  })
  const common = ({ functionWord }: ReadToken, { has, likest }: Likest, at: number) => [
    has[at] ?? 0,
    likest[at] ?? 0,
    functionWord > 0 ? 1 : 0,
  ]
  return {
    kind,
    question: sideOf(question, vectors, QUESTION_MARKS, (token, at) => [
      Number(token.numeric),
      Number(token.name),
      Number(token.focus),
      ...token.elsewhere,
      ...common(token, asked, at),
    ]),
    sentence: sideOf(said, vectors, SENTENCE_MARKS, (token, at) => [
      Number(token.numeric),
      ...Array.from({ length: TAG_BITS }, (_, tag) => (token.tags >> tag) & 1),
      ...common(token, told, at),
    ]),
    same,
    like,
    shared: Float64Array.from({ length: question.length * 2 }, (_, at) =>
      num(at % 2 === 0 ? asked.has : asked.likest, at >> 1),
    ),
  }
}

/** For each token: whether the other side has it, and how like its likest word there is. */
interface Likest {
  readonly has: Float64Array
  readonly likest: Float64Array
}

const likenessOf = (vectors: WordVectors, one: ReadToken, other: ReadToken): number =>
  one.vector < 0 || other.vector < 0 ? 0 : vectors.cosine(one.vector, other.vector)

function sideOf<T extends ReadToken>(
  tokens: readonly T[],
  { dimensions, unitVector }: WordVectors,
  marks: number,
  marksOf: (token: T, at: number) => readonly number[],
): Side {
  const all = new Float64Array(tokens.length * dimensions)
  const marked = new Float64Array(tokens.length * marks)
  tokens.forEach((token, at) => {
    if (token.vector >= 0) all.set(unitVector(token.vector), at * dimensions)
    marked.set(marksOf(token, at), at * marks)
  })
  return {
    length: tokens.length,
    functionWords: tokens.map(({ functionWord }) => functionWord),
    vectors: all,
    marks: marked,
  }
}
