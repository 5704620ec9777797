import { FUNCTION_WORDS } from '../retrieval/function-words.js'

/** A shorter word is hardly one that tells what is asked. */
const SHORTEST = 4
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/**
 * @param random numbers from 0 to 1
 * @returns the words with one letter of one that is no function word left out, doubled, exchanged or swapped with the next, all
 * as often; as they are where there is no such word
 */
export function misspell(words: string, random: () => number): string {
  const long = [...words.matchAll(/\p{L}+/gu)].filter(
    ([word]) => word.length >= SHORTEST && !FUNCTION_WORDS.has(word.toLowerCase()),
  )
  const [word, start] = [long.at(Math.floor(random() * long.length)), Math.floor(random() * 4)]
  if (word === undefined) return words
  const at = word.index + Math.floor(random() * (word[0].length - 1))
  const [letter = '', next = ''] = words.slice(at, at + 2)
  const other = LETTERS.charAt(Math.floor(random() * LETTERS.length))
  const instead = [next, letter + letter + next, other + next, next + letter][start] ?? ''
  return words.slice(0, at) + instead + words.slice(at + 2)
}
