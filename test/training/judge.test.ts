import { expect, it } from 'vitest'
import { createNetwork } from '../../src/answering/reading/reader.js'
import readerWeights from '../../src/answering/reading/reader.json' with { type: 'json' }
import { readArticle } from '../../src/article/read-article.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { judge } from '../../src/training/fit-confidence.js'
import type { LabelledQuestion } from '../../src/training/labelled-question.js'

const write = (id: string, ...paragraphs: string[]) =>
  readArticle(`${id}.txt`, new TextEncoder().encode(`About ${id}\n\n${paragraphs.join('\n\n')}\n`))

it('tells which of the ranked sentences is right, in one article or among all that are asked at once', async () => {
  const articles = [
    await write('mill', 'The mill was sold in 1904.', 'Nobody lives there.'),
    await write('barn', 'The barn and the mill were built by Ann Lee in 1850.', 'It burned.'),
    // asked of nothing, so it is not among what is asked at once
    await write('shed', 'The mill was sold in 1904, and sold again in 1911.'),
  ]
  const network = createNetwork(readerWeights, LEARNED.vectors())
  const asked = { words: 'When was the mill sold?', gold: { paragraph: 0, sentence: 0 } }
  const put = (article: string, from: LabelledQuestion['from']) => ({
    ...asked,
    article,
    group: article,
    from,
  })
  const judged = judge(articles, LEARNED, network, [
    put('mill', 'piece'),
    put('mill', 'piece-among-all'),
    put('barn', 'piece-among-all'),
  ])
  // the same place in another article is not the right one
  expect(judged.map(({ place }) => place)).toEqual([1, 1, 2])
})
