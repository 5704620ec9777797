import { type Span, slice } from '../article/article.js'
import type { Asked } from '../retrieval/asked.js'
import type { Ranked } from '../retrieval/retrieval.js'
import { TAG } from '../retrieval/token-tags.js'
import { tokenize } from '../retrieval/tokens.js'

/**
 * Finds the words of a sentence that answer, where its words show them: the date for "when", the cause behind "because",
 * what was said for "what did X say". Where nothing shows, nothing is marked: a wrong mark misleads more than none.
 *
 * @returns spans of the article's text, in order
 */
export function emphasisOf(asked: Asked, { seen: { match, passage } }: Ranked): Span[] {
  const { sentence, places } = match
  const { text } = passage.passage.article
  const spans = tokenize(slice(text, sentence.span)).map(({ span }) => ({
    start: sentence.span.start + span.start,
    end: sentence.span.start + span.end,
  }))
  const matched = new Set(places)
  const run = (first: number, last: number): Span[] => {
    const [from, to] = [spans[first], spans[last]]
    return from === undefined || to === undefined || first > last ? [] : [{ start: from.start, end: to.end }]
  }
  const clauseFrom = (first: number): Span[] => {
    const from = spans[first]
    if (from === undefined) return []
    let last = first
    while (last + 1 < spans.length && !/[,;:]/u.test(text.slice(spans[last]?.end, spans[last + 1]?.start)))
      last++
    return run(first, last)
  }
  const tagged = (bits: number): number[] =>
    [...sentence.tags.keys()].filter((at) => ((sentence.tags[at] ?? 0) & bits) !== 0 && !matched.has(at))

  if (asked.kind === 'speech') {
    const quoted = tagged(TAG.quoted)
    return quoted.length > 0 ? run(quoted[0] ?? 0, quoted.at(-1) ?? 0) : []
  }
  if (asked.kind === 'cause') return clauseFrom(tagged(TAG.cause)[0] ?? -1)
  if (asked.kind === 'definition') {
    const copula = sentence.tags.findIndex((bits) => (bits & TAG.copula) !== 0)
    return copula > (places[0] ?? Number.POSITIVE_INFINITY) ? clauseFrom(copula + 1) : []
  }
  if (asked.wanted === 0) return []
  const supplied = nearestRun(tagged(asked.wanted), places)
  return supplied === null ? [] : run(...supplied)
}

/** The run of neighbouring places that stands nearest to the matched ones. */
function nearestRun(supplied: readonly number[], matched: readonly number[]): [number, number] | null {
  const runs: [number, number][] = []
  for (const place of supplied) {
    const last = runs.at(-1)
    if (last !== undefined && place - last[1] === 1) last[1] = place
    else runs.push([place, place])
  }
  const distance = ([first, last]: [number, number]): number =>
    Math.min(...matched.map((place) => (place < first ? first - place : place - last)))
  return runs.toSorted((a, b) => distance(a) - distance(b))[0] ?? null
}
