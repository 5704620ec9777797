import { describe, expect, it } from 'vitest'
import { findAbbreviations } from '../../src/mentions/abbreviations.js'

describe('findAbbreviations', () => {
  it('finds the long form whose initials spell what stands in brackets', () => {
    const [found] = findAbbreviations('They asked the Northern Harbour Guild (NHG) for oil.')
    expect(found).toMatchObject({ short: 'NHG', long: 'Northern Harbour Guild' })
  })

  it('lets small words be left out', () => {
    const [found] = findAbbreviations('the League of Lamp Keepers (LLK)')
    expect(found).toMatchObject({ short: 'LLK', long: 'League of Lamp Keepers' })
  })

  it('takes no bracket for an abbreviation that the words before do not spell', () => {
    expect(findAbbreviations('Three boats ran aground (see MAP) in winter')).toEqual([])
  })
})
