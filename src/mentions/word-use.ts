import type { Article } from '../article/article.js'
import { findAbbreviations } from './abbreviations.js'
import { perArticle } from './per-article.js'
import { readWords } from './words.js'

/** How an article writes its words where the place owes them no capital. */
export interface WordUse {
  /** How often a word stands with a capital inside a sentence. */
  capital(word: string): number
  /** How often it stands without. */
  small(word: string): number
  /** Whether two words with capitals stand side by side inside some sentence. */
  pair(first: string, second: string): boolean
  /** The name an acronym stands for, as the article explains it: "Collective Security Treaty Organization (CSTO)". */
  longForm(acronym: string): string | undefined
}

/** @returns how `article` writes its words; counted once */
export const wordUseOf: (article: Article) => WordUse = perArticle((article) => {
  const capitals = new Map<string, number>()
  const smalls = new Map<string, number>()
  const pairs = new Set<string>()
  for (const { sentences } of article.paragraphs) {
    for (const sentence of sentences) {
      const words = readWords(article.text, sentence)
      for (const [place, { text, capital, opens }] of words.entries()) {
        if (capital && opens) continue
        const next = words[place + 1]
        if (capital && next?.tied === true && next.capital) pairs.add(`${text} ${next.text}`)
        const counts = capital ? capitals : smalls
        const key = text.toLowerCase()
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  }
  const longForms = new Map(
    findAbbreviations(article.text)
      .filter(({ long }) => /^\p{Lu}/u.test(long))
      .map(({ short, long }) => [short, long] as const),
  )
  return {
    capital: (word) => capitals.get(word.toLowerCase()) ?? 0,
    small: (word) => smalls.get(word.toLowerCase()) ?? 0,
    pair: (first, second) => pairs.has(`${first} ${second}`),
    longForm: (acronym) => longForms.get(acronym),
  }
})
