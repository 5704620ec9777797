/** A rising line through [log-odds, probability] knots. */
export type Calibration = readonly (readonly [number, number])[]

const BINS = 24

/**
 * Learns what log-odds mean: isotonic regression (pool adjacent violators, Ayer et al. 1955) over 24 equal bins, kept
 * strictly rising so that no two answers trade places.
 *
 * @param held log-odds of held-out questions, and whether the first quote was right
 */
export function calibrate(
  held: readonly { readonly logOdds: number; readonly right: boolean }[],
): Calibration {
  const sorted = [...held].sort((a, b) => a.logOdds - b.logOdds)
  const pools: { logOdds: number; right: number; all: number }[] = []
  for (let bin = 0; bin < BINS; bin++) {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / BINS),
      Math.floor(((bin + 1) * sorted.length) / BINS),
    )
    pools.push({
      logOdds: part.reduce((sum, one) => sum + one.logOdds, 0),
      right: part.filter(({ right }) => right).length,
      all: part.length,
    })
    for (let last = pools.length - 1; last > 0; last--) {
      const [a, b] = [pools[last - 1], pools[last]]
      if (a === undefined || b === undefined || a.right / a.all < b.right / b.all) break
      pools.splice(last - 1, 2, {
        logOdds: a.logOdds + b.logOdds,
        right: a.right + b.right,
        all: a.all + b.all,
      })
    }
  }
  const knots = pools.map(
    ({ logOdds, right, all }) => [round(logOdds / all), round((right + 0.5) / (all + 1))] as const,
  )
  return [[(knots[0]?.[0] ?? 0) - 10, 0], ...knots, [(knots.at(-1)?.[0] ?? 0) + 6, 1]]
}

const round = (value: number): number => Number(value.toFixed(4))
