import { deflateRawSync } from 'node:zlib'
import type { WordVectorTable } from '../retrieval/word-vectors.js'
import type { Vector } from './vector.js'

const LEVELS = 7
/** Values beyond this many times the usual one are cut: rounding the others finely is worth more. */
const WIDEST = 2.5

/**
 * Packs vectors at half a byte a dimension: only their direction is kept. Small values are commoner than great ones, so deflating
 * saves an eighth.
 *
 * @param vectors of one even length
 */
export function packVectors(vectors: ReadonlyMap<string, Vector>): WordVectorTable {
  const [first] = vectors.values()
  const dimensions = first?.length ?? 0
  const bytes = new Uint8Array((vectors.size * dimensions) / 2)
  let place = 0
  for (const vector of vectors.values()) {
    const usual = Math.sqrt(vector.reduce((sum, value) => sum + value ** 2, 0) / dimensions)
    const most = vector.reduce((found, value) => Math.max(found, Math.abs(value)), 0)
    const step = Math.min(most, WIDEST * usual) / LEVELS || 1
    for (const value of vector) {
      const level = Math.max(-LEVELS, Math.min(LEVELS, Math.round(value / step))) + 8
      bytes[place >> 1] = (bytes[place >> 1] ?? 0) | (place % 2 === 0 ? level << 4 : level)
      place++
    }
  }
  return {
    dimensions,
    terms: [...vectors.keys()].join(' '),
    vectors: deflateRawSync(bytes).toString('base64'),
  }
}
