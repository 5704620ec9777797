import { count } from '../match.js'
import type { FeatureGroup, Seen } from './seen.js'

/** Whether the question's words stand together in the sentence, and in their order. */
export const phrase: FeatureGroup = {
  /** Pairs of neighbouring question words that are neighbours here too. */
  pairs: ({ asked, match }) => {
    if (asked.slots.length < 2) return 0
    let pairs = 0
    for (let at = 1; at < match.slots.length; at++) {
      const gap = (match.places[at] ?? 0) - (match.places[at - 1] ?? 0)
      if ((match.slots[at] ?? 0) - (match.slots[at - 1] ?? 0) === 1 && gap <= 2) pairs++
    }
    return Math.min(1, pairs / (asked.slots.length - 1))
  },
  /** The longest run of question tokens, function words included, as a share of the question. */
  longestRun: ({ asked, match }) =>
    longestRun(asked, match.sentence.terms) / Math.max(3, asked.sequence.length),
  /** How closely the matched words stand: distinct ones over the shortest stretch that has them all. */
  nearness: ({ match }) => {
    const distinct = count(match.has)
    return distinct < 2 ? 0 : distinct / shortestStretch(match, distinct)
  },
  /** The share of neighbouring matches that come in the question's order. */
  order: ({ match }) => {
    if (match.slots.length < 2) return 0
    let ordered = 0
    for (let at = 1; at < match.slots.length; at++)
      if ((match.slots[at] ?? 0) > (match.slots[at - 1] ?? 0)) ordered++
    return ordered / (match.slots.length - 1)
  },
}

function longestRun({ sequence, placesOf }: Seen['asked'], sentence: Int32Array): number {
  let longest = 0
  for (let at = 0; at < sentence.length; at++) {
    const places = placesOf.get(sentence[at] ?? -1)
    if (places === undefined) continue
    for (const from of places) {
      let run = 1
      while (
        from + run < sequence.length &&
        at + run < sentence.length &&
        sequence[from + run] === sentence[at + run]
      )
        run++
      if (run > longest) longest = run
    }
  }
  return longest
}

/** In tokens, by a window that slides over the matches. */
function shortestStretch({ slots, places }: Seen['match'], distinct: number): number {
  let shortest = Number.POSITIVE_INFINITY
  const inside = new Map<number, number>()
  let start = 0
  for (let end = 0; end < slots.length; end++) {
    inside.set(slots[end] ?? 0, (inside.get(slots[end] ?? 0) ?? 0) + 1)
    while (inside.size === distinct) {
      shortest = Math.min(shortest, (places[end] ?? 0) - (places[start] ?? 0) + 1)
      const leaving = slots[start++] ?? 0
      const left = (inside.get(leaving) ?? 1) - 1
      if (left === 0) inside.delete(leaving)
      else inside.set(leaving, left)
    }
  }
  return shortest
}
