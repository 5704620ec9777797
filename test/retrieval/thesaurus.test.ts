import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createThesaurus } from '../../src/retrieval/thesaurus.js'

describe('the thesaurus', () => {
  it('finds every line that a map of the lines would find, and nothing else', () => {
    const term = fc.stringMatching(/^[a-e]{1,4}$/)
    fc.assert(
      fc.property(fc.dictionary(term, fc.array(term, { minLength: 1 })), term, (entries, wanted) => {
        const lines = Object.keys(entries)
          .toSorted()
          .map((key) => [key, ...(entries[key] ?? [])].join(' '))
        const related = createThesaurus(lines.join('\n'))
        for (const [key, others] of Object.entries(entries)) expect(related(key)).toEqual(others)
        if (!Object.hasOwn(entries, wanted)) expect(related(wanted)).toEqual([])
      }),
    )
  })

  it('knows nothing when it is empty', () => {
    expect(createThesaurus('')('lamp')).toEqual([])
  })
})
