/** An abbreviation an article explains: "Collective Security Treaty Organization (CSTO)". */
export interface Abbreviation {
  readonly short: string
  readonly long: string
  /** Where the explanation starts in the text that was read. */
  readonly at: number
}

const LONG_FIRST = /((?:[\p{L}’'-]+ ){1,9})\((\p{Lu}[\p{Lu}\p{N}&-]{1,9})s?\)/gu

/** @returns the abbreviations `text` explains: the initials of the words before the bracket must spell it */
export function findAbbreviations(text: string): Abbreviation[] {
  return [...text.matchAll(LONG_FIRST)].flatMap((found) => {
    const [, before = '', short = ''] = found
    const words = before.trim().split(' ')
    for (let count = 2; count <= words.length; count++) {
      const long = words.slice(-count)
      if (spells(long, short)) return [{ short, long: long.join(' '), at: found.index }]
    }
    return []
  })
}

/** Small words may be left out: "Commonwealth of Independent States" spells CIS. */
function spells(words: readonly string[], short: string): boolean {
  const initials = (list: readonly string[]): string =>
    list
      .flatMap((word) => word.split('-'))
      .map((part) => part.charAt(0).toUpperCase())
      .join('')
  return (
    initials(words) === short ||
    initials(words.filter((word) => !/^(?:of|the|and|for|on|in|to|de)$/.test(word))) === short
  )
}
