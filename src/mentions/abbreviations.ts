/** An abbreviation an article explains: "Collective Security Treaty Organization (CSTO)". */
export interface Abbreviation {
  readonly short: string
  readonly long: string
}

const BRACKET = /\s\((\p{Lu}[\p{Lu}\p{N}&-]{1,9})s?\)/gu
/** More characters than the words behind an abbreviation of ten letters take. */
const REACH = 120

/** @returns the abbreviations `text` explains: the initials of the words before the bracket must spell it */
export function findAbbreviations(text: string): Abbreviation[] {
  if (!text.includes('(')) return []
  return [...text.matchAll(BRACKET)].flatMap((found) => {
    const short = found[1] ?? ''
    const words = text.slice(Math.max(0, found.index - REACH), found.index).split(/\s+/)
    for (let count = 2; count <= Math.min(words.length, short.length + 4); count++) {
      const long = words.slice(-count)
      if (spells(long, short)) return [{ short, long: long.join(' ') }]
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
