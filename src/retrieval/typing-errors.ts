import { editDistance } from './edit-distance.js'
import { FUNCTION_WORDS } from './function-words.js'
import { count } from './match.js'
import { stem } from './natural.js'

/** Mends words that no article has and English does not know. */
export interface Speller {
  /** @returns the word that was probably meant; null where none is near enough */
  repair(word: string): string | null
}

/** A word or a usual form of one, kept so that most of the words can be passed over by two integers. */
interface Form {
  readonly form: string
  readonly letters: number
  /** How often the article has the word it is a form of. */
  readonly times: number
  readonly own: boolean
}

/** Shorter words have too many neighbours. */
export const SHORTEST_MEANT = 4
/** So a word of three letters can only be one that lacks a letter. */
const SHORTEST_WRITTEN = 3
/** From this length on two errors are still plainly one word. */
const TWO_ERRORS = 8

/**
 * @param words the articles' words and how often each stands there
 * @param isCommon whether English commonly has a word: forms that an article does not have itself must be words
 */
export function createSpeller(
  words: ReadonlyMap<string, number>,
  isCommon: (word: string) => boolean,
): Speller {
  const forms = [
    ...[...words].flatMap(([word, times]) => formsOf(word, times, words, isCommon)),
    // as if each stood there once: among words as near, what the article speaks of is likelier
    ...[...FUNCTION_WORDS].flatMap((word) => formOf(word, 1, true)),
  ]
  return {
    repair(word) {
      if (word.length < SHORTEST_WRITTEN || !/^\p{L}+$/u.test(word)) return null
      const most = word.length >= TWO_ERRORS ? 2 : 1
      const letters = lettersOf(word)
      let best: Form | null = null
      let bestCost = Number.POSITIVE_INFINITY
      for (const form of forms) {
        if (Math.abs(form.form.length - word.length) > most || count(form.letters ^ letters) > 2 * most)
          continue
        const errors = editDistance(word, form.form, most)
        if (errors > most) continue
        const cost = errors + costOf(word, form, errors)
        if (cost < bestCost) [best, bestCost] = [form, cost]
      }
      return best?.form ?? null
    },
  }
}

/** Between words as many errors away, the likelier: same first letter, the article's own form, more frequent, one slip. */
const costOf = (word: string, { form, times, own }: Form, errors: number): number =>
  (form[0] === word[0] ? 0 : 0.5) +
  (own ? 0 : 0.2) -
  Math.min(Math.log(times), 4) / 25 -
  (errors === 1 && isSlip(word, form) ? 0.4 : 0)

/**
 * @param meant a word one error away
 * @returns whether a letter behind the first was left out, or one was typed twice or swapped with its neighbour: that makes few
 * words of one, where another letter instead makes hundreds, so it is the likelier error
 */
export const isSlip = (word: string, meant: string): boolean =>
  (word.length < meant.length && word[0] === meant[0]) ||
  sortedLetters(word) === sortedLetters(meant) ||
  undoubled(word) === undoubled(meant)

const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'ly', 'er']

/** A question says "founded" where the article says "founding": forms of one stem are all worth reaching. */
function formsOf(
  word: string,
  times: number,
  words: ReadonlyMap<string, number>,
  isCommon: (word: string) => boolean,
): Form[] {
  if (word.length < SHORTEST_MEANT || !/^\p{L}+$/u.test(word)) return []
  const base = stem(word)
  const variants = new Set<string>()
  for (const root of [word, word.replace(/(?:ing|ed|es|s|e)$/, '')]) {
    for (const variant of [root, `${root}e`, ...ENDINGS.map((ending) => root + ending)]) {
      if (variant !== word && !words.has(variant) && isCommon(variant) && stem(variant) === base)
        variants.add(variant)
    }
  }
  return [...formOf(word, times, true), ...[...variants].flatMap((form) => formOf(form, times, false))]
}

const formOf = (form: string, times: number, own: boolean): Form[] =>
  form.length < SHORTEST_MEANT ? [] : [{ form, letters: lettersOf(form), times, own }]

/** A bit for each letter a word has: one error changes at most two. */
function lettersOf(word: string): number {
  let bits = 0
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31)
  return bits
}

const sortedLetters = (word: string): string => [...word].sort().join('')

const undoubled = (word: string): string => word.replace(/(.)\1/g, '$1')
