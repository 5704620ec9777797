import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks', // end-to-end tests signal processes; some change the user they run as
    testTimeout: 20_000,
    hookTimeout: 20_000,
    // .ci/run counts from this file
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: 'coverage/tests.json' }]] : ['default'],
  },
})
