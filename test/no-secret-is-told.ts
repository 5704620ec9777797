import { afterAll, expect } from 'vitest'
import { toldSecrets } from './told-secrets.js'

// V1, V2: runs after each file of tests, behind the hooks that end what it started
afterAll(() => {
  expect(toldSecrets()).toEqual([])
})
