/** Products of matrices, row behind row; what they come to is added to what `out` has. */

/** Adds a (n × k) times b (k × m) to out (n × m). */
export function multiply(
  a: Float64Array,
  b: Float64Array,
  out: Float64Array,
  n: number,
  k: number,
  m: number,
): void {
  for (let row = 0; row < n; row++) addRows(a, row * k, 1, k, b, out, row * m, m)
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
  for (let column = 0; column < k; column++) addRows(a, column, k, n, b, out, column * m, m)
}

/**
 * Adds the first `rows` rows of `b` to the row of `out` that starts at `to`, each times a factor: these stand in `a` from
 * `from` on, `step` places apart. Four rows at once take half the time.
 */
function addRows(
  a: Float64Array,
  from: number,
  step: number,
  rows: number,
  b: Float64Array,
  out: Float64Array,
  to: number,
  m: number,
): void {
  const factor = (row: number): number => num(a, from + row * step)
  let row = 0
  for (; row + 3 < rows; row += 4) {
    const [f0, f1, f2, f3] = [factor(row), factor(row + 1), factor(row + 2), factor(row + 3)]
    if (f0 === 0 && f1 === 0 && f2 === 0 && f3 === 0) continue
    const start = row * m
    for (let at = 0; at < m; at++)
      out[to + at] =
        num(out, to + at) +
        f0 * num(b, start + at) +
        f1 * num(b, start + m + at) +
        f2 * num(b, start + 2 * m + at) +
        f3 * num(b, start + 3 * m + at)
  }
  for (; row < rows; row++) {
    const f = factor(row)
    for (let at = 0; at < m; at++) out[to + at] = num(out, to + at) + f * num(b, row * m + at)
  }
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
