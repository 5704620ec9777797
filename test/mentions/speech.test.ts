import { describe, expect, it } from 'vitest'
import { type Span, slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { speechIn } from '../../src/mentions/speech.js'

/** Who speaks in each sentence of a paragraph. */
async function heard(words: string) {
  const article = await readArticle('words.txt', new TextEncoder().encode(`Title\n\n${words}\n`))
  const wordsAt = (span: Span | null) => (span === null ? null : slice(article.text, span))
  return article.paragraphs.flatMap((paragraph) =>
    speechIn(article, paragraph).map(
      (spoken) => spoken && { speaker: wordsAt(spoken.speaker), reporter: wordsAt(spoken.reporter) },
    ),
  )
}

describe('speechIn', () => {
  it.each([
    [
      'According to the Harbour Gazette, Ola Brandt said that it could not pay.',
      'Ola Brandt',
      'the Harbour Gazette',
    ],
    ['Mayor Ola Brandt also cited the storm as the cause.', 'Mayor Ola Brandt', null],
    ['Jin Holm, a researcher of lamps at Vell said "oil is dear."', 'Jin Holm', null],
    ['Jin Holm, who keeps the lamp, said it would burn.', 'Jin Holm', null],
    ['They trust the Mayor of Vell, who said that the lamp would burn.', 'the Mayor of Vell', null],
    ['"We have no money for lamps," said Ola Brandt.', 'Ola Brandt', null],
    ['The economist Jin Holm argues that oil is dear.', 'Jin Holm', null],
    ['Ola Brandt and Jin Holm warned that it was late.', 'Ola Brandt and Jin Holm', null],
    ['In April inspector Ola Brandt said that oil is dear.', 'Ola Brandt', null],
    ['A spokesman for the ministry Ola Brandt told reporters that oil is dear.', 'Ola Brandt', null],
    ['A spokesman for the ministry, Ola Brandt, told reporters that oil is dear.', 'Ola Brandt', null],
    ['The ambassador of Norway Anna Brandt said that oil is dear.', 'Anna Brandt', null],
    ['Her lawyer, Ola Brandt, claimed that oil is dear.', 'Ola Brandt', null],
    ['"Oil is dear," said innkeeper Ola Brandt, who has none.', 'Ola Brandt', null],
    ['"Oil is dear," said the head of the Harbour Guild, Ola Brandt.', 'Ola Brandt', null],
    ['"Oil is dear," the economist Ola Brandt of the University of Vell explained.', 'Ola Brandt', null],
    ['"Oil is dear," says its founder, the retired keeper Ola Brandt.', 'Ola Brandt', null],
    ['Without oil, its director Ola Brandt fears, the lamp goes out.', 'Ola Brandt', null],
    ['Ola Brandt spoke of "a dear lamp".', 'Ola Brandt', null],
    ['Oil is dear, according to a report by the Northern Harbour Guild.', null, 'the Northern Harbour Guild'],
    ['Oil is dear, according to Ola Brandt and Jin Holm.', null, 'Ola Brandt and Jin Holm'],
    ['Ola Brandt called the riot an attempted coup.', 'Ola Brandt', null],
    ['Nils Ek alleges that\nthe lamp was stolen.', 'Nils Ek', null],
  ])('hears who speaks in "%s"', async (words, speaker, reporter) => {
    expect(await heard(words)).toEqual([{ speaker, reporter }])
  })

  it.each([
    'Three boats ran aground in the first winter.',
    'The islands are the former states of the league.',
    'A plant in London called Soho was told to close.',
    'Norway claimed the island in 1920.',
    'Skarvik University admitted women in 1891.',
    'Residents of London said nothing.',
    'They are sorted according to Northern Guild rules.',
    'Evidence suggests that oil is dear.',
    'Ola Brandt never said so.',
    'The ministry in the capital, Oslo, announced that oil is dear.',
    'A resident of nearby Vell told nobody.',
  ])('hears nobody in "%s"', async (words) => {
    expect(await heard(words)).toEqual([null])
  })

  it('keeps a quotation with its speaker until it closes', async () => {
    const who = { speaker: 'Ola Brandt', reporter: null }
    expect(
      await heard('Ola Brandt said, "We have oil. We have no lamps. We wait." The boats came home.'),
    ).toEqual([who, who, who, null])
  })

  it('knows who "he" is where the sentence before is about one person', async () => {
    expect(
      await heard('Ola Brandt met the council. He said that oil is dear. He also warned of the winter.'),
    ).toEqual([null, { speaker: 'Ola Brandt', reporter: null }, { speaker: 'Ola Brandt', reporter: null }])
  })

  it.each([
    ['The keeper, Ola Brandt, has no oil.', 'Oil, he said, is dear.'],
    ['Keeper Ola Brandt said that the lamp of Nils Ek is dark.', 'Oil, he added, is dear.'],
    ['Ola Brandt met the council.', 'He had no oil.', '"Oil is dear," he said.'],
  ])('knows who "he" is behind "%s"', async (...sentences) => {
    expect((await heard(sentences.join(' '))).at(-1)?.speaker).toMatch(/Ola Brandt$/)
  })

  it('leaves "she" alone where the sentence before is about a man', async () => {
    expect(await heard('Ola Brandt brought his lamp. "Oil is dear," she said.')).toEqual([null, null])
  })

  it('leaves "he" alone where it may be another', async () => {
    expect(await heard('Ola Brandt met Nils Ek. He said that oil is dear.')).toEqual([null, null])
    expect(await heard('The BBC reported that oil is dear. He said no.')).toEqual([
      { speaker: 'The BBC', reporter: null },
      null,
    ])
  })
})
