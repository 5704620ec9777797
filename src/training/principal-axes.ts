import { dot, scaleToUnit, type Vector } from './vector.js'

const STEPS = 300

/**
 * The directions along which vectors spread most, the widest first: eigenvectors of their second moments, one after the
 * other by power iteration, each kept off those found before.
 *
 * @param vectors centred, of one length
 */
export function mainAxes(vectors: readonly Vector[]): Vector[] {
  const dimensions = vectors[0]?.length ?? 0
  const moments = Array.from({ length: dimensions }, () => new Float64Array(dimensions))
  for (const vector of vectors) {
    moments.forEach((row, a) => {
      for (let b = 0; b < dimensions; b++) row[b] = (row[b] ?? 0) + (vector[a] ?? 0) * (vector[b] ?? 0)
    })
  }
  const axes: Vector[] = []
  for (let nth = 0; nth < dimensions; nth++) {
    let axis: Vector = Float64Array.from({ length: dimensions }, (_, at) => Math.sin(at + nth + 1))
    for (let step = 0; step < STEPS; step++) {
      let turned: Vector = Float64Array.from(moments, (row) => dot(row, axis))
      for (const known of axes) {
        const along = dot(known, turned)
        turned = turned.map((value, at) => value - along * (known[at] ?? 0))
      }
      axis = scaleToUnit(turned)
    }
    axes.push(axis)
  }
  return axes
}
