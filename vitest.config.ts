import { defineConfig } from 'vitest/config'
import { Tally } from './test/faults/tally.js'

const tally = new Tally()

export default defineConfig({
  test: {
    pool: 'forks', // end-to-end tests signal processes; some change the user they run as
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/no-secret-is-told.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'usual', include: ['test/**/*.test.ts'], exclude: ['test/faults/**', 'test/soak/**'] },
      },
      { extends: true, test: { name: 'faults', include: ['test/faults/*.test.ts'] } },
      {
        extends: true,
        // after all others: what it measures must have the machine to itself
        test: { name: 'soak', include: ['test/soak/*.test.ts'], sequence: { groupOrder: 1 } },
      },
    ],
    // .ci/run counts from this file
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: 'coverage/tests.json' }], tally]
      : ['default', tally],
  },
})
