/** Stands in the worker's place: does what a question asks of it, as no question can while the guard holds. */
const bite = new Map([
  [
    'loop',
    () => {
      for (;;);
    },
  ],
  [
    'grow',
    () => {
      for (const kept = []; ; ) kept.push(new Array(1e5).fill(Math.random()))
    },
  ],
  ['die', () => process.exit(1)],
])

export default function answer([words]) {
  bite.get(words)?.()
  return { answer: { kind: 'not-a-question', reason: words }, candidates: [] }
}
