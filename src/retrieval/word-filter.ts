/** A set of words kept as bits (Bloom 1970): never denies a word it has, and claims some it has not. */
export interface WordFilterBits {
  readonly hashes: number
  /** Base64. */
  readonly bits: string
}

/** @returns whether the filter may have a word */
export function createWordFilter({ hashes, bits }: WordFilterBits): (word: string) => boolean {
  const bytes = Buffer.from(bits, 'base64')
  return (word) =>
    placesOf(word, hashes, bytes.length * 8).every(
      (place) => ((bytes[place >> 3] ?? 0) & (1 << (place & 7))) !== 0,
    )
}

/**
 * @param bitsEach bits a word: of other words 12 make it claim three in a thousand, 6 one in twenty
 * @returns the filter of `words`
 */
export function packWords(words: ReadonlySet<string>, bitsEach: number): WordFilterBits {
  const bytes = Buffer.alloc(Math.ceil((words.size * bitsEach) / 8))
  const hashes = Math.round(bitsEach * Math.LN2)
  for (const word of words) {
    for (const place of placesOf(word, hashes, bytes.length * 8))
      bytes[place >> 3] = (bytes[place >> 3] ?? 0) | (1 << (place & 7))
  }
  return { hashes, bits: bytes.toString('base64') }
}

/** Two FNV-1a hashes make all others (Kirsch and Mitzenmacher 2006). */
function placesOf(word: string, hashes: number, size: number): number[] {
  const first = hash(word, 0x811c9dc5)
  const second = hash(word, 0x1000193) | 1
  return Array.from({ length: hashes }, (_, at) => ((first + Math.imul(at, second)) >>> 0) % size)
}

function hash(word: string, seed: number): number {
  let value = seed
  for (let at = 0; at < word.length; at++) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193)
  return (value ^ (value >>> 15)) >>> 0
}
