import { describe, expect, it } from 'vitest'
import { readPieces } from '../../src/training/pieces.js'

const { articles, questions } = await readPieces('src/training/pieces')
const ofPieces = (from: string) => questions.filter((question) => question.from === from)

describe('the newspaper pieces that are learned from', () => {
  it('have as many questions each, of which the piece answers more than half', () => {
    const groups = new Set(questions.map(({ group }) => group))
    expect(ofPieces('piece')).toHaveLength(groups.size * 44)
    const answered = ofPieces('piece').filter(({ gold }) => gold !== null)
    expect(answered.length).toBeGreaterThanOrEqual(groups.size * 29)
  })

  it('have as many hard questions each, half of which the piece answers', () => {
    for (const { id } of articles.filter(({ id }) => !id.includes('~'))) {
      const hard = ofPieces('piece-hard').filter(({ article }) => article === id)
      expect(hard).toHaveLength(54)
      expect(hard.filter(({ gold }) => gold !== null)).toHaveLength(27)
    }
  })

  it('answer where it is said that they do', () => {
    const byId = new Map(articles.map((article) => [article.id, article]))
    for (const { article, gold } of questions) {
      if (gold === null) continue
      expect(byId.get(article)?.paragraphs[gold.paragraph]?.sentences[gold.sentence]).toBeDefined()
    }
  })

  it('no longer answer where the paragraphs are taken out that did, and go on where they are left', () => {
    const holed = ofPieces('piece-holes')
    const gone = holed.filter(({ gold }) => gold === null)
    expect(gone.length).toBeGreaterThan(holed.length / 5)
    expect(gone.length).toBeLessThan(holed.length / 2)
  })

  it('are asked again with one word of each question misspelt, and all at once, for the figures', () => {
    const answered = ofPieces('piece').filter(({ gold }) => gold !== null)
    const [misspelt, amongAll] = [ofPieces('piece-misspelt'), ofPieces('piece-among-all')]
    expect(amongAll.map(({ words }) => words)).toEqual(answered.map(({ words }) => words))
    expect(misspelt.map(({ gold }) => gold)).toEqual(answered.map(({ gold }) => gold))
    const other = misspelt.filter(({ words }, at) => words !== answered[at]?.words)
    // a swap of like letters changes nothing, nor does a question without a word of four letters
    expect(other.length).toBeGreaterThan(answered.length * 0.95)
  })

  it('are never held to what another piece answers', () => {
    for (const { gold, article, group } of ofPieces('piece-strangers')) {
      expect(gold).toBeNull()
      expect(article).toBe(group)
    }
  })
})
