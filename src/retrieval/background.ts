import { rarity } from './term-statistics.js'

/** How many sentences of general English have a stem, counted once over other articles. */
export interface BackgroundCounts {
  readonly sentences: number
  /** By count, from 1, the stems seen so often, parted by blanks; common counts are rounded, so that lines stay few. */
  readonly stems: Readonly<Record<string, string>>
}

/** @returns how rare a term is in English at large: 0.7 for the commonest to about 10 for one never seen */
export function createBackground({ sentences, stems }: BackgroundCounts): (term: string) => number {
  const counts = new Map<string, number>()
  for (const [times, terms] of Object.entries(stems))
    for (const term of terms.split(' ')) counts.set(term, Number(times))
  return (term) => rarity(counts.get(term) ?? 0, sentences)
}
