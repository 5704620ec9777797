import { expect, it } from 'vitest'
import { tellsAge } from '../../src/answering/tells-age.js'

it.each([
  'Rolf Ek, 58, is accused.',
  'the 17-year-old',
  'She is 16 and went to school.',
  'a controller of 58 who keeps bees',
  'He did not start until he was 61.',
  'at the age of 67',
  'It was founded in 1871 by merchants.',
  'The rocks date from the second century.',
  'They are both in their forties.',
])('finds an age in "%s"', (words) => expect(tellsAge(words)).toBe(true))

it.each([
  'Keeper Ines Okoro lived in the tower with her two sons.',
  'In April 2019 inspector Ines Okoro found the gates open.',
  'The lease of 99 years costs £112,000 and more.',
  'She was re-elected with 50.6 percent of the vote.',
  'Brandt is the worst since 1957.',
])('finds none in "%s"', (words) => expect(tellsAge(words)).toBe(false))
