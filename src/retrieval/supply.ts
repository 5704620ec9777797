import type { Asked } from './asked.js'
import type { Supply } from './features/seen.js'
import type { Match } from './match.js'
import { TAG } from './token-tags.js'

/** Finds what a sentence supplies of the kind asked for: the question's own words are no answer to it. */
export function supplyOf({ wanted }: Asked, { sentence, places }: Match): Supply {
  const { tags } = sentence
  let tokens = 0
  let distance = Number.POSITIVE_INFINITY
  let newNames = 0
  let newNumbers = 0
  let next = 0
  for (let place = 0; place < tags.length; place++) {
    while (next < places.length && (places[next] ?? 0) < place) next++
    if (places[next] === place) continue
    const bits = tags[place] ?? 0
    if (bits & TAG.name) newNames++
    if (bits & (TAG.number | TAG.date)) newNumbers++
    if ((bits & wanted) === 0) continue
    tokens++
    const ahead = (places[next] ?? Number.POSITIVE_INFINITY) - place
    const behind = next > 0 ? place - (places[next - 1] ?? 0) : Number.POSITIVE_INFINITY
    distance = Math.min(distance, ahead, behind)
  }
  return { tokens, distance, newNames, newNumbers }
}
