import { expect, it } from 'vitest'
import { EVIDENCE_NAMES, evidenceOf } from '../../src/answering/evidence.js'
import { readArticle } from '../../src/article/read-article.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { readQuestion } from '../../src/retrieval/question.js'
import { createRetrieval } from '../../src/retrieval/retrieval.js'

/** What a reader that believes in the ferry adds to the evidence in an article of so many sentences. */
async function reads(sentences: number) {
  const lines = Array.from({ length: sentences }, (_, at) => `The crane of pier ${at} was moved.`)
  const text = `The harbour\n\n${[...lines, 'The ferry sank.'].join('\n\n')}\n`
  const article = await readArticle('harbour.txt', new TextEncoder().encode(text))
  const question = readQuestion('Which ferry sank?')
  if (typeof question === 'string') throw new Error(question)
  const evidence = evidenceOf(createRetrieval([article], LEARNED).rank(question), {
    read({ match: { sentence } }) {
      return article.text.slice(sentence.span.start, sentence.span.end) === 'The ferry sank.' ? 7 : 2
    },
  })
  return evidence?.[EVIDENCE_NAMES.indexOf('reads')]
}

it('has the best sentence of a short article read word by word', async () => {
  expect(await reads(20)).toBe(7)
})

it('has none of a long article read: there something is like anything', async () => {
  expect(await reads(80)).toBe(0)
})
