import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { THRESHOLDS } from '../../src/answering/confidence.js'
import type { Quote } from '../../src/answering/quote.js'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'

const FERRY = `The ferry to Tern Island stops

The ferry to Tern Island stopped in March 2019. Fares had risen by 40 percent, and 1,200 people signed a letter.

The island lies north of Norway. Everybody there knows everybody.

1. The council

"We have no money for a ferry," Mayor Ola Brandt said. Brandt told the Vell Courier that the crane would be sold on 4 May 2020. She also cited the storm as a cause.

The council met in Vell for two hours.

2. The island

Keeper Nils Ek said that the lamp needs 30 litres of oil. He warned that the winter would be long. The boat of the Northern Harbour Guild comes on Monday.

Brandt promised a boat from Denmark by the winter of 2021. "It will come," Ola Brandt said.
`
const LETTER = `The letter

Dear reader, the lamp is dark and nobody comes.
`

const articleOf = (file: string, words: string) => readArticle(file, new TextEncoder().encode(words))
const answerer = createAnswerer([await articleOf('ferry.txt', FERRY), await articleOf('letter.txt', LETTER)])

function quotes(question: string, article = 'ferry'): readonly Quote[] {
  const { answer } = answerer.answer(question, new Set([article]))
  return answer.kind === 'quoted' ? answer.quotes : []
}
const marked = (question: string): string[][] =>
  quotes(question).map(({ emphasis, citation }) => emphasis.map((span) => slice(citation.article.text, span)))
const sections = (question: string): string[] => quotes(question).map(({ citation }) => citation.section.id)

describe('a question for a kind of thing', () => {
  it.each([
    ['Which numbers are given?', [['40 percent', '1,200'], ['30 litres'], ['two hours']]],
    ['What dates are mentioned?', [['March 2019'], ['4 May 2020'], ['2021']]],
    ['Who is quoted?', [['Ola Brandt'], ['Nils Ek']]],
    ['which places are named in the article', [['Tern Island'], ['Denmark'], ['Norway']]],
    ['Which organisations are named?', [['Vell Courier'], ['Northern Harbour Guild']]],
    ['Who is mentioned?', [['Ola Brandt'], ['Nils Ek']]],
  ])('"%s" gets the sentences that have most of them', (question, words) => {
    expect(marked(question)).toEqual(words)
  })

  it('gets quotes from as many sections as may be', () => {
    expect(sections('Which numbers are given?').toSorted()).toEqual(['1', '2', 'lead'])
  })

  it('is not answered by an article that has none', () => {
    expect(quotes('Which numbers are given?', 'letter')).toEqual([])
    expect(quotes('Who is quoted?', 'letter')).toEqual([])
  })

  it('is never sure enough to be answered unasked', () => {
    const { answer } = answerer.answer('Which numbers are given?')
    expect('confidence' in answer && answer.confidence).toBeLessThan(THRESHOLDS.unasked)
  })

  it('is ordinary with a further word', () => {
    expect(quotes('Which numbers are given for the litres of oil?')[0]?.words).toContain('30 litres of oil')
  })

  it.each([
    'Which numbers are given for oil?',
    'What was the place named?',
    'Who named it?',
    'How many people signed?',
  ])('is not what "%s" is', (question) => {
    expect(quotes(question).length).toBeLessThan(2)
  })
})

describe('"What did X say?"', () => {
  it.each(['What did Ola Brandt say?', 'What did Mayor Brandt tell reporters?', 'what has brandt said'])(
    '"%s" gets what X is reported to say, X\'s own words first, and nothing that others say',
    (question) => {
      const [first, ...others] = quotes(question)
      expect(first?.words).toContain('"We have no money for a ferry,"')
      expect(others).toHaveLength(2)
      for (const { attribution } of others) expect(attribution?.speaker).toContain('Brandt')
    },
  )

  it('brings along the sentence that "he" leans on', () => {
    expect(quotes('What did Nils Ek say?').map(({ words }) => words)).toEqual([
      'Keeper Nils Ek said that the lamp needs 30 litres of oil. He warned that the winter would be long.',
    ])
  })

  it.each(['What did Olga Brandt say?', 'What did Brandt say about the crane?'])(
    'leaves "%s" to the search',
    (question) => {
      const alone = quotes('What did Ola Brandt say?').map(({ words }) => words)
      expect(quotes(question).map(({ words }) => words)).not.toEqual(alone)
    },
  )
})
