import { inflateRawSync } from 'node:zlib'

/** Word vectors as they are shipped. */
export interface WordVectorTable {
  readonly dimensions: number
  /** Terms, parted by blanks, in the order of their vectors. */
  readonly terms: string
  /** Their vectors, one behind the other, half a byte a dimension (its value and 8), the first the higher half; deflated, in base64. */
  readonly vectors: string
}

/** How near words are in meaning, as the company they keep in texts shows it. */
export interface WordVectors {
  /** @returns the number of a term's vector; -1 where it has none */
  find(term: string): number
  /** @returns the cosine of two vectors, from -1 to 1 */
  cosine(a: number, b: number): number
  /** @returns a vector at length 1 */
  unitVector(number: number): Float32Array
  readonly dimensions: number
  /** How many there are. */
  readonly count: number
}

export function createWordVectors({ dimensions, terms, vectors }: WordVectorTable): WordVectors {
  const all = terms.split(' ')
  const numbers = new Map(all.map((term, number) => [term, number]))
  const bytes = inflateRawSync(Buffer.from(vectors, 'base64'))
  const unpacked: Float32Array[] = []
  const unitVector = (number: number): Float32Array => {
    const known = unpacked[number]
    if (known !== undefined) return known
    const vector = Float32Array.from({ length: dimensions }, (_, at) => {
      const place = number * dimensions + at
      const byte = bytes[place >> 1] ?? 0
      return (place % 2 === 0 ? byte >> 4 : byte & 15) - 8
    })
    const length = Math.hypot(...vector)
    unpacked[number] = vector.map((value) => value / length)
    return unpacked[number]
  }
  return {
    dimensions,
    count: all.length,
    unitVector,
    find: (term) => numbers.get(term) ?? -1,
    cosine(a, b) {
      const [one, other] = [unitVector(a), unitVector(b)]
      let sum = 0
      for (let at = 0; at < dimensions; at++) sum += (one[at] ?? 0) * (other[at] ?? 0)
      return sum
    },
  }
}
