/** A run of an article's words: `from` inclusive, `to` exclusive. */
export interface Run {
  readonly from: number
  readonly to: number
  /** How many threes of words it shares with what was looked for, about where they stand there. */
  readonly shared: number
}

/** How far apart, in words, what was left out or put in may push the halves of a quotation. */
const DRIFT = 64
/** Words looked at beyond both ends, which may have been altered. */
const MARGIN = 8
/** How many more words a run may have than the quotation. */
export const LONGEST_BESIDE = DRIFT + 2 * MARGIN
/** Of a three that repeats, these many places are looked at, so that no quotation takes long. */
const MOST_REPEATS = 8

/**
 * Makes a search for the run of words that is most like a quotation, by the threes of words they share in about the same
 * order, as alignment of sequences in biology begins (Altschul et al. 1990, "Basic local alignment search tool").
 *
 * @param quotation numbers of its words; below 0 those that no article has
 * @param words how many numbers there are
 * @returns a function that gives the best run of an article, null where no three is shared; its time grows linearly
 */
export function nearestRunTo(quotation: Int32Array, words: number): (article: Int32Array) => Run | null {
  const key = (of: Int32Array, at: number): number => {
    const [a, b, c] = [of[at] ?? -1, of[at + 1] ?? -1, of[at + 2] ?? -1]
    return a < 0 || b < 0 || c < 0 ? -1 : (a * words + b) * words + c
  }
  const placesOf = new Map<number, number[]>()
  for (let at = 0; at + 3 <= quotation.length; at++) {
    const places = placesOf.get(key(quotation, at)) ?? []
    if (places.length < MOST_REPEATS) placesOf.set(key(quotation, at), [...places, at])
  }
  placesOf.delete(-1)

  return (article) => {
    const runs = new Map<number, { from: number; to: number; shared: number }>()
    let best: Run | null = null
    const vote = (stretch: number, start: number): void => {
      const run = runs.get(stretch) ?? { from: start, to: start, shared: 0 }
      run.from = Math.min(run.from, start)
      run.to = Math.max(run.to, start)
      run.shared++
      runs.set(stretch, run)
      if (run.shared > (best?.shared ?? 0)) best = run
    }
    if (placesOf.size > 0) {
      for (let at = 0; at + 3 <= article.length; at++) {
        for (const place of placesOf.get(key(article, at)) ?? []) {
          const start = at - place // where the quotation would begin
          vote(2 * Math.floor(start / DRIFT), start)
          vote(2 * Math.floor((start + DRIFT / 2) / DRIFT) + 1, start) // stretches overlap, so none parts a run in two
        }
      }
    }
    if (best === null) return null
    const { from, to, shared }: Run = best
    return {
      from: Math.max(0, from - MARGIN),
      to: Math.min(article.length, to + quotation.length + MARGIN),
      shared,
    }
  }
}
