/** Numbers terms and words, so sentences are kept and compared as small typed arrays. */
export interface Vocabulary {
  /** @returns the number of `word`, a new one where it has none yet */
  number(word: string): number
  /** @returns the number of `word`; undefined where no article has it */
  find(word: string): number | undefined
  /** @returns every word, in the order of their numbers */
  words(): IterableIterator<string>
}

export function createVocabulary(): Vocabulary {
  const numbers = new Map<string, number>()
  return {
    number(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, numbers.size)
      return numbers.size - 1
    },
    find: (word) => numbers.get(word),
    words: () => numbers.keys(),
  }
}
