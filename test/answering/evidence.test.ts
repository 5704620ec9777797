import { expect, it } from 'vitest'
import { EVIDENCE_NAMES, evidenceOf } from '../../src/answering/evidence.js'
import { readArticle } from '../../src/article/read-article.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { readQuestion } from '../../src/retrieval/question.js'
import { createRetrieval } from '../../src/retrieval/retrieval.js'

/** What a reader that believes in the ferry adds to the evidence in an article of so many sentences. */
async function readings(sentences: number) {
  const lines = Array.from({ length: sentences }, (_, at) => `The crane of pier ${at} was moved.`)
  const text = `The harbour\n\n${[...lines, 'The ferry sank. A ferry is a ship.'].join('\n\n')}\n`
  const article = await readArticle('harbour.txt', new TextEncoder().encode(text))
  const question = readQuestion('Which ferry sank?')
  if (typeof question === 'string') throw new Error(question)
  const evidence = evidenceOf(createRetrieval([article], LEARNED).rank(question), {
    read({ match: { sentence } }) {
      const words = article.text.slice(sentence.span.start, sentence.span.end)
      return words === 'The ferry sank.' ? 7 : words.includes('ferry') ? 3 : -2
    },
  })
  return (name: string) => evidence?.[EVIDENCE_NAMES.indexOf(name)]
}

it('has the best sentences of a short article read word by word: the best, and what reads well beside it', async () => {
  const clue = await readings(20)
  expect(clue('reads')).toBe(7)
  expect(clue('readsNext')).toBe(3)
  expect(clue('readsBestBeside')).toBe(3)
  expect(clue('readsBetter')).toBe(0)
  expect(clue('readsTogether')).toBeCloseTo(Math.log(Math.exp(7) + Math.exp(3) + 6 * Math.exp(-2)))
})

it('has none of a long article read: there something is like anything', async () => {
  expect((await readings(80))('reads')).toBe(0)
})
