import { setFlagsFromString } from 'node:v8'

/**
 * Has V8 collect garbage early, for as long as this process lives. Where a machine has memory to spare, V8 else lets a heap of
 * which 90 MB are in use grow to 300 MB before it collects, and the bot's memory swings by half (docs/reliability.md, Soak).
 * V8 asks for these flags whenever it sizes the heap, so they hold from now on; threads begun later have them, too.
 */
export function collectEarly(): void {
  setFlagsFromString('--optimize-for-size')
  // the old generation: collect once it is a quarter larger than what the last collection left
  setFlagsFromString('--heap-growing-percent=25')
  // the young generation stays as small as it is: two semi-spaces of 1 MB
  setFlagsFromString('--semi-space-growth-factor=1')
}
