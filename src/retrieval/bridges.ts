import { findAbbreviations } from '../mentions/abbreviations.js'
import { COUNTRIES, COUNTRY_WORDS } from '../mentions/countries.js'
import { NEWS_SYNONYMS } from './news-synonyms.js'
import { termOf, tokenize } from './tokens.js'

/**
 * Joins a country's names and people, the small lists of news synonyms, and a thesaurus: terms that may stand in for a
 * word of the question. They count less than the word: how much, the ranker has learned.
 *
 * @returns from a question word and its term to related terms
 */
export function createBridges(
  thesaurus: (term: string) => readonly string[],
): (word: string, term: string) => readonly string[] {
  const synonyms = new Map<string, Set<string>>()
  for (const [word, others] of NEWS_SYNONYMS) {
    const known = synonyms.get(termOf(word)) ?? new Set<string>()
    for (const other of others) known.add(termOf(other))
    synonyms.set(termOf(word), known)
  }
  return (word, term) => {
    const country = COUNTRIES.get(word)
    const names = country === undefined ? [] : (COUNTRY_WORDS.get(country) ?? []).map(termOf)
    return [...names, ...(synonyms.get(term) ?? []), ...thesaurus(term)]
  }
}

/** @returns from each abbreviation's term to those of its long form, and back, as the article explains them */
export function bridgeAbbreviations(text: string): ReadonlyMap<string, readonly string[]> {
  const bridges = new Map<string, string[]>()
  const join = (from: string, to: string): void => {
    bridges.set(from, [...(bridges.get(from) ?? []), to])
  }
  for (const { short, long } of findAbbreviations(text)) {
    const [abbreviation] = tokenize(short)
    if (abbreviation === undefined) continue
    for (const { term, content } of tokenize(long)) {
      if (!content) continue
      join(abbreviation.term, term)
      join(term, abbreviation.term)
    }
  }
  return bridges
}
