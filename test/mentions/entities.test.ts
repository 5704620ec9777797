import { describe, expect, it } from 'vitest'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { type Entity, entitiesIn } from '../../src/mentions/entities.js'

const articleOf = (...paragraphs: string[]) =>
  readArticle('words.txt', new TextEncoder().encode(`Title\n\n${paragraphs.join('\n\n')}\n`))

/** What an article names: the name shown, what it is, and the ways it is written. */
async function named(...paragraphs: string[]) {
  const article = await articleOf(...paragraphs)
  const wordsAt = (spans: Entity['mentions']) => [...new Set(spans.map((span) => slice(article.text, span)))]
  return entitiesIn(article).map(({ name, kind, titles, mentions }) => ({
    name: slice(article.text, name),
    kind,
    titles: wordsAt(titles),
    written: wordsAt(mentions),
  }))
}

const namesIn = async (...paragraphs: string[]) => (await named(...paragraphs)).map(({ name }) => name)

describe('entitiesIn', () => {
  it('joins the ways a person is named, and keeps titles apart', async () => {
    const found = await named(
      'Norwegian Harbour Minister Ola-Maria Brandt came to the town. President Brandt spoke first, and Brandt alone was heard.',
    )
    expect(found).toEqual([
      {
        name: 'Ola-Maria Brandt',
        kind: 'person',
        titles: ['Norwegian Harbour Minister', 'President'],
        written: ['Ola-Maria Brandt', 'Brandt'],
      },
    ])
  })

  it('joins an acronym with the name the article explains it by', async () => {
    const found = await named(
      'They asked the Northern Harbour Guild (NHG) for oil, and the NHG sent some. Then NHG boats came.',
    )
    expect(found).toEqual([
      {
        name: 'Northern Harbour Guild',
        kind: 'organisation',
        titles: [],
        written: ['Northern Harbour Guild', 'NHG'],
      },
    ])
  })

  it('takes "the BBC" and "BBC" for one', async () => {
    expect(await namesIn('They heard it from the BBC. Later BBC boats came.')).toEqual(['BBC'])
  })

  it('knows persons, organisations and places apart', async () => {
    const found = await named(
      'The economist Runa Vell left the city of Skarvik for Norway. She taught at Skarvik University and lived by the Skar River.',
    )
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['Runa Vell', 'person'],
      ['Skarvik', 'place'],
      ['Norway', 'place'],
      ['Skarvik University', 'organisation'],
      ['Skar River', 'place'],
    ])
  })

  it('joins what many own with their name for it, and reads a person from an age behind the name', async () => {
    const found = await named(
      'The Tenants’ Aid Network met. Runa Vell, 58, spoke to the newspaper El Faro there.',
    )
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['Tenants’ Aid Network', 'organisation'],
      ['Runa Vell', 'person'],
      ['El Faro', 'organisation'],
    ])
  })

  it('takes a ship for no place, and what somebody is for no part of a name', async () => {
    const found = await named('The trawler Santa Rosalia left. Then the Dutchman Ruud van Almen, 58, came.')
    expect(found.map(({ name, kind }) => [name, kind])).not.toContainEqual(['Santa Rosalia', 'place'])
    expect(found.map(({ name }) => name)).toContain('Ruud van Almen')
  })

  it('takes no word for a name because a sentence starts with it', async () => {
    expect(
      await namesIn('Boats came home. Protests began. Western ships stayed away, and Oil was dear.'),
    ).toEqual([])
  })

  it('takes neither peoples, nor months, nor offices for names', async () => {
    expect(
      await namesIn(
        'In March the Russian-led fleet met the Kazakhs. The Prime Minister spoke to Norwegian fishermen on Friday.',
      ),
    ).toEqual([])
  })

  it('keeps two people of one surname apart, and leaves the bare surname to itself', async () => {
    const found = await named(
      'Anna Brandt met Erik Brandt in the harbour. The mayor Brandt said no, and Brandt left.',
    )
    expect(found.map(({ name }) => name)).toEqual(['Anna Brandt', 'Erik Brandt', 'Brandt'])
  })

  it('does not take a city for the person who bears its name', async () => {
    const found = await named(
      'George Washington never saw the harbour. They sailed from Washington to Boston.',
    )
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['George Washington', 'person'],
      ['Washington', 'place'],
      ['Boston', 'place'],
    ])
  })

  it('finds nothing in an article of a language it cannot read', async () => {
    const russian = new TextEncoder().encode(
      '---\ntitle: Порт\nlanguage: ru\n---\n\nПрезидент Токаев сказал BBC, что порт открыт.\n',
    )
    expect(entitiesIn(await readArticle('port.md', russian))).toEqual([])
  })
})
