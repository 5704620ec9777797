import { type Article, slice } from '../article/article.js'
import type { BackgroundCounts } from '../retrieval/background.js'
import { tokenize } from '../retrieval/tokens.js'

const LEAST = 3

/** Counts in how many sentences each stem stands; rarer than 3 times is rare enough. */
export function countBackground(articles: readonly Article[]): BackgroundCounts {
  const counts = new Map<string, number>()
  let sentences = 0
  for (const { text, paragraphs } of articles) {
    for (const span of paragraphs.flatMap((paragraph) => paragraph.sentences)) {
      sentences++
      const tokens = tokenize(slice(text, span)).filter(({ content }) => content)
      for (const term of new Set(tokens.map(({ term }) => term)))
        counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }
  const stems = new Map<number, string[]>()
  for (const [term, times] of counts) {
    if (times < LEAST) continue
    const rounded = times < 20 ? times : Math.round(times / 10) * 10
    stems.set(rounded, [...(stems.get(rounded) ?? []), term])
  }
  const byCount = [...stems]
    .sort(([a], [b]) => a - b)
    .map(([times, terms]) => [times, terms.sort().join(' ')])
  return { sentences, stems: Object.fromEntries(byCount) }
}
