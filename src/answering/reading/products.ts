/** Products of matrices, row behind row; what they add up to is added to what `out` has. */

/** Adds a (n × k) times b (k × m) to out (n × m). Four inner places at once: half the time. */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  n: number,
  k: number,
  m: number,
): void {
  for (let row = 0; row < n; row++) {
    const to = row * m
    let inner = 0
    for (; inner + 3 < k; inner += 4) {
      const from = row * k + inner
      addFour(num(a, from), num(a, from + 1), num(a, from + 2), num(a, from + 3), b, inner * m, m, out, to)
    }
    for (; inner < k; inner++) addFour(num(a, row * k + inner), 0, 0, 0, b, inner * m, 0, out, to, m)
  }
}

/** Adds a (n × k) turned times b (n × m) to out (k × m). */
export function multiplyTransposed(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  n: number,
  k: number,
  m: number,
): void {
  for (let inner = 0; inner < k; inner++) {
    const to = inner * m
    let row = 0
    for (; row + 3 < n; row += 4) {
      const from = row * k + inner
      addFour(
        num(a, from),
        num(a, from + k),
        num(a, from + 2 * k),
        num(a, from + 3 * k),
        b,
        row * m,
        m,
        out,
        to,
      )
    }
    for (; row < n; row++) addFour(num(a, row * k + inner), 0, 0, 0, b, row * m, 0, out, to, m)
  }
}

/** Adds four rows of `b`, each with its factor, to a row of `out`. */
function addFour(
  f0: number,
  f1: number,
  f2: number,
  f3: number,
  b: Float64Array,
  start: number,
  stride: number,
  out: Float64Array,
  to: number,
  length = stride,
): void {
  if (f0 === 0 && f1 === 0 && f2 === 0 && f3 === 0) return
  const [b1, b2, b3] = [start + stride, start + 2 * stride, start + 3 * stride]
  for (let at = 0; at < length; at++)
    out[to + at] =
      num(out, to + at) +
      f0 * num(b, start + at) +
      f1 * num(b, b1 + at) +
      f2 * num(b, b2 + at) +
      f3 * num(b, b3 + at)
}

/** Adds a (n × k) times b (m × k) turned to out (n × m). */
export function multiplyByTransposed(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  n: number,
  k: number,
  m: number,
): void {
  for (let row = 0; row < n; row++)
    for (let at = 0; at < m; at++) {
      let [sum, other] = [0, 0]
      const [own, its] = [row * k, at * k]
      let inner = 0
      for (; inner + 1 < k; inner += 2) {
        sum += num(a, own + inner) * num(b, its + inner)
        other += num(a, own + inner + 1) * num(b, its + inner + 1)
      }
      if (inner < k) sum += num(a, own + inner) * num(b, its + inner)
      out[row * m + at] = num(out, row * m + at) + sum + other
    }
}

/** Typed arrays are never left here, so a missing number cannot be. */
export function num(values: Float64Array, at: number): number {
  return values[at] as number
}
