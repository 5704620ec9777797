import type { Article } from '../article/article.js'

/** Puts a value of two threads into words: articles and their parts stay where they are, and are named. */
export interface References {
  /** @returns a copy of `value` that can be posted, with names in place of articles, sections and paragraphs */
  name(value: unknown): unknown
  /** @returns a copy of what `name` gave, with this thread's articles, sections and paragraphs in place of the names */
  resolve(value: unknown): unknown
}

/** Stands for the part of that number, counted through all articles. */
interface Name {
  readonly $part: number
}

/** @param articles the same ones, in the same order, in both threads */
export function createReferences(articles: readonly Article[]): References {
  const parts = articles.flatMap((article) => [article, ...article.sections, ...article.paragraphs])
  const numbers = new Map<object, number>(parts.map((part, number) => [part, number]))

  function name(value: unknown): unknown {
    const number = numbers.get(Object(value))
    return number === undefined ? copied(value, name) : { $part: number }
  }

  const resolve = (value: unknown): unknown => (isName(value) ? parts[value.$part] : copied(value, resolve))

  return { name, resolve }
}

const isName = (value: unknown): value is Name => Object.hasOwn(Object(value), '$part')

/** Copies arrays and plain objects, part by part; gives anything else as it is. */
function copied(value: unknown, each: (part: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(each)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, each(part)]))
}
