import type { Quote } from '../answering/quote.js'
import type { Article } from '../article/article.js'

/**
 * @returns the address of an article as its front matter has it, written so that no mark of Markdown is left in it; null
 * where it has none
 */
export function articleAddress({ source }: Pick<Article, 'source'>): URL | null {
  if (source?.url === undefined) return null
  const address = new URL(source.url)
  address.pathname = withoutMarks(address.pathname)
  address.search = withoutMarks(address.search)
  address.hash = withoutMarks(address.hash)
  return address
}

/** Marks that would end a link, or its brackets, before its end: an address means the same with them encoded. */
const withoutMarks = (part: string): string => part.replace(/[()[\]<>\\|`]/g, encode)

/**
 * @returns the address of a quote's article with a text fragment that lets a browser jump to the quote and mark it
 * (WICG, "URL Fragment Text Directives": `#:~:text=first words,last words`); null where the article has no address
 */
export function sourceAddress({ citation: { article }, words }: Quote): URL | null {
  const address = articleAddress(article)
  if (address === null) return null
  address.hash = `${address.hash}:~:text=${textDirective(words, article.text)}`
  return address
}

function textDirective(quoted: string, text: string): string {
  const words = quoted.trim().split(/\s+/)
  const first = firstWords(words, (start) => isAlone(start, text))
  const rest = words.slice(first.length)
  const last = firstWords(rest.toReversed(), () => true).reverse()
  return [first, last]
    .filter((part) => part.length > 0)
    .map((part) => encode(part.join(' ')))
    .join(',')
}

const FEWEST_WORDS = 3
/** Three quotes, their citations and their links share one message. */
const LONGEST_PART = 90

/** As few words as are enough, from three on, and as fit. */
function firstWords(words: readonly string[], isEnough: (words: string) => boolean): string[] {
  const taken: string[] = []
  for (const word of words) {
    const next = [...taken, word].join(' ')
    if (taken.length > 0 && encode(next).length > LONGEST_PART) break
    taken.push(word)
    if (taken.length >= FEWEST_WORDS && isEnough(next)) break
  }
  return taken
}

/** A browser jumps to the first place that has the words, so another before it would be taken. */
const isAlone = (words: string, text: string): boolean => text.indexOf(words) === text.lastIndexOf(words)

/** Every character but letters and digits: the directive gives "-", "," and "&" a meaning, and Markdown most others. */
function encode(words: string): string {
  return encodeURIComponent(words).replace(
    /[-_.!~*'()]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
