import type { WordVectors } from './word-vectors.js'

/** The articles' terms that are like a term, by number, with how much: from `LEAST_LIKE` to 1. */
export type Likenesses = ReadonlyMap<number, number>

/** What is known of the articles' terms by the company they keep in other texts. */
export interface Meanings {
  /** @returns the articles' terms that are like a term; none where nothing is known of it */
  like(term: string): Likenesses
  /** @returns the mean of terms' vectors, each weighed, at length 1; null where none has a vector */
  gist(terms: Iterable<string>, weight: (term: string) => number): Float32Array | null
  /** The same for terms of the articles, by number, remembered for each `of`. */
  gistOf(of: object, numbers: Int32Array, weight: (term: string) => number): Float32Array | null
}

/** Two words picked at random reach this now and then. */
const LEAST_LIKE = 0.3
/** Questions repeat words, and a word costs a cosine for each of the articles' terms. */
const REMEMBERED = 2000

/** @param terms the articles' terms, by number */
export function createMeanings(
  { find, cosine, unitVector, dimensions }: WordVectors,
  terms: readonly string[],
): Meanings {
  const known = terms.flatMap((term, number) => {
    const vector = find(term)
    return vector < 0 ? [] : [{ number, vector }]
  })
  const remembered = new Map<string, Likenesses>()
  const compare = (term: string): Likenesses => {
    const own = find(term)
    const like = new Map<number, number>()
    if (own < 0) return like
    for (const { number, vector } of known) {
      const likeness = cosine(own, vector)
      if (likeness >= LEAST_LIKE) like.set(number, likeness)
    }
    return like
  }
  const gists = new WeakMap<object, Float32Array | null>()
  const gist: Meanings['gist'] = (of, weight) => {
    const sum = new Float32Array(dimensions)
    let any = false
    for (const term of of) {
      const number = find(term)
      if (number < 0) continue
      any = true
      const vector = unitVector(number)
      const times = weight(term)
      for (let at = 0; at < dimensions; at++) sum[at] = (sum[at] ?? 0) + times * (vector[at] ?? 0)
    }
    const length = Math.hypot(...sum)
    return any && length > 0 ? sum.map((value) => value / length) : null
  }
  return {
    like(term) {
      const before = remembered.get(term)
      if (before !== undefined) return before
      const [oldest] = remembered.keys()
      if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest)
      const like = compare(term)
      remembered.set(term, like)
      return like
    },
    gist,
    gistOf(of, numbers, weight) {
      const before = gists.get(of)
      if (before !== undefined) return before
      const made = gist(
        Array.from(numbers, (number) => terms[number] ?? ''),
        weight,
      )
      gists.set(of, made)
      return made
    },
  }
}
