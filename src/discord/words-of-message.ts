/** What people put around a quotation, by pairs. */
const MARKED = /“([^“”]+)”|„([^„“”]+)[“”]|«([^«»]+)»|"([^"]+)"/gu
/** Fewer stand in quotation marks for many reasons. */
const FEWEST_WORDS = 3

/**
 * @param content a message's content, as its author wrote it
 * @returns its words without Discord's marks, mentions and addresses
 */
export const wordsOfMessage = (content: string): string =>
  content
    .replace(/^(?:>>>|>|#{1,3}|-#|[-*+])\s+/gm, '')
    .replace(MARK, '$1$2')
    .trim()

/** An escaped mark, which is meant; a masked link, of which the words are; and what is not shown as words. */
const MARK =
  /\\([^0-9A-Za-z\s])|\[([^[\]\n]*)\]\(<?https?:[^()\s]*\)|<(?:[@#:/]|a:|t:)[^<>\n]*>|<?https?:\/\/[^\s>]+>?|[*`]|~~|\|\||(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/**
 * @returns what a message quotes: its first block quotation, else the most words it has in quotation marks, else all of it
 */
export function quotationOfMessage(content: string): string {
  const [quotation] = /(?:^>>> [\s\S]+|^> .*(?:\n> .*)*)/m.exec(content) ?? []
  if (quotation !== undefined) return wordsOfMessage(quotation)
  const words = wordsOfMessage(content)
  const marked = [...words.matchAll(MARKED)]
    .map((match) => match.slice(1).find((part) => part !== undefined) ?? '')
    .filter((part) => part.trim().split(/\s+/).length >= FEWEST_WORDS)
    .sort((a, b) => b.length - a.length)
  return marked[0] ?? words
}
