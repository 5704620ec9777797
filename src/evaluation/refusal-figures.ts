/**
 * @param kept confidences of questions to be answered
 * @param gone confidences of questions to be refused
 * @returns the area under the ROC curve: how often the one is above the other, ties counting half (Mann and Whitney 1947)
 */
export function areaUnderCurve(kept: readonly number[], gone: readonly number[]): number {
  const all = [...kept.map((value) => ({ value, kept: true })), ...gone.map((value) => ({ value, kept: false }))]
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
