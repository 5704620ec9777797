import { describe, expect, it } from 'vitest'
import { completions, findNamed, namesIn, near, speakersAmong } from '../../src/answering/named.js'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'

const articleOf = (file: string, words: string) =>
  readArticle(file, new TextEncoder().encode(`Title\n\n${words}\n`))

const port = await articleOf(
  'port.txt',
  'Ola Brandt met Nils Ek in Skarvik University. He left early. Ola Brandt said that oil is dear. His colleague Nils Ek said that it is not.\n\nZoë Ek came later, and so did the Northern Harbour Guild (NHG).',
)
const town = await articleOf('town.txt', 'In the town Mayor Ola Brandt spoke.')
const names = namesIn([port, town])
const said = (name: string): string[] =>
  findNamed(speakersAmong([port, town]), name)
    ?.passages()
    .map(({ article, span }) => slice(article.text, span)) ?? []

describe('names', () => {
  it('joins what several articles name alike', () => {
    expect(
      findNamed(names, 'brandt')
        ?.passages()
        .map(({ article }) => article.id),
    ).toEqual(['port', 'port', 'town'])
  })

  it('brings along the sentence that "he" leans on', () => {
    const [first] = findNamed(names, 'Skarvik University')?.passages() ?? []
    expect(first && slice(first.article.text, first.span)).toBe(
      'Ola Brandt met Nils Ek in Skarvik University.',
    )
    expect(said('Nils Ek')).toEqual(['His colleague Nils Ek said that it is not.']) // the one before is Brandt's
  })

  it.each([
    ['zoe ek', 'Zoë Ek'],
    ['NHG', 'Northern Harbour Guild'],
    ['the northern harbour guild', 'Northern Harbour Guild'],
    ['skarv', 'Skarvik University'],
  ])('finds by "%s"', (typed, name) => {
    expect(findNamed(names, typed)?.name).toBe(name)
  })

  it('finds none where two may be meant, but offers both', () => {
    expect(findNamed(names, 'ek')).toBeUndefined()
    expect(completions(names, 'ek').map(({ name }) => name)).toEqual(['Nils Ek', 'Zoë Ek'])
  })

  it('is found by its key, whichever article the key is of', () => {
    const brandt = findNamed(names, 'Ola Brandt')
    expect(brandt?.keys).toHaveLength(2)
    for (const key of brandt?.keys ?? []) expect(findNamed(names, key)).toBe(brandt)
  })

  it('offers the names that a misspelt one may have meant', () => {
    expect(near(names, 'Brantd').map(({ name }) => name)).toEqual(['Ola Brandt'])
    expect(near(names, 'Xyzzy')).toEqual([])
  })
})
