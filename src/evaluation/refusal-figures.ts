/**
 * @param kept confidences of questions to be answered
 * @param gone confidences of questions to be refused
 * @returns the area under the ROC curve: how often the one is above the other, ties counting half (Mann and Whitney 1947)
 */
export function areaUnderCurve(kept: readonly number[], gone: readonly number[]): number {
  const all = [
    ...kept.map((value) => ({ value, kept: true })),
    ...gone.map((value) => ({ value, kept: false })),
  ]
  all.sort((a, b) => a.value - b.value)
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.value === all[from]?.value) to++
    for (let at = from; at < to; at++) if (all[at]?.kept === true) ranks += (from + to + 1) / 2
    from = to
  }
  return (ranks - (kept.length * (kept.length + 1)) / 2) / (kept.length * gone.length)
}

/** @returns the share of `gone` that is answered when `rate` of `kept` are, both from 0 to 1 */
export function falseAnswersAt(rate: number, kept: readonly number[], gone: readonly number[]): number {
  const threshold = [...kept].sort((a, b) => b - a)[Math.floor(rate * (kept.length - 1))] ?? 0
  return gone.filter((value) => value >= threshold).length / gone.length
}

/** @returns the share right among the `rate` of answers that are surest, from 0 to 1 */
export function precisionAt(
  rate: number,
  answers: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  const surest = answers
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, Math.max(1, Math.round(rate * answers.length)))
  return surest.filter(({ right }) => right).length / surest.length
}

/**
 * @returns how far confidence is from the share that is right, in the mean over ten bins of equal width, each weighing
 * as many answers as fall in it (expected calibration error, Naeini et al. 2015); from 0 to 1
 */
export function calibrationError(
  answers: readonly { readonly confidence: number; readonly right: boolean }[],
): number {
  const bins = groupByBin(answers)
  let error = 0
  for (const bin of bins.values()) {
    const sure = bin.reduce((sum, { confidence }) => sum + confidence, 0)
    error += Math.abs(sure - bin.filter(({ right }) => right).length)
  }
  return error / Math.max(1, answers.length)
}

function groupByBin<T extends { readonly confidence: number }>(answers: readonly T[]): Map<number, T[]> {
  const bins = new Map<number, T[]>()
  for (const answer of answers) {
    const bin = Math.min(9, Math.floor(answer.confidence * 10))
    bins.set(bin, [...(bins.get(bin) ?? []), answer])
  }
  return bins
}
