import { expect, it } from 'vitest'
import { rankByReading } from '../../src/answering/rank-by-reading.js'
import { readArticle } from '../../src/article/read-article.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { readQuestion } from '../../src/retrieval/question.js'
import { createRetrieval } from '../../src/retrieval/retrieval.js'

/** The sentences about the ferry as they are ranked in an article of so many sentences, by a reader that believes in one of them. */
async function ranked(believed: string, sentences: number, words = 'Which ferry sank?') {
  const lines = Array.from({ length: sentences - 4 }, (_, at) => `The crane of pier ${at} was moved.`)
  const about = [
    'The ferry sank.',
    'A ferry sank there once.',
    'The old ferry never sank.',
    'The crane lifted the ferry.',
  ]
  const article = await readArticle(
    'harbour.txt',
    new TextEncoder().encode(`The harbour\n\n${[...about, ...lines].join('\n\n')}\n`),
  )
  const textOf = ({ start, end }: { start: number; end: number }) => article.text.slice(start, end)
  const question = readQuestion(words)
  if (typeof question === 'string') throw new Error(question)
  const ranking = createRetrieval([article], LEARNED).rank(question)
  let read = 0
  const { ranked } = rankByReading(ranking, {
    read({ match }) {
      read++
      return textOf(match.sentence.span) === believed ? 40 : 0
    },
  })
  const scores = ranked.map(({ score }) => score)
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  return { order: ranked.map(({ seen }) => textOf(seen.match.sentence.span)).slice(0, 3), scores, read }
}

async function order(...asked: Parameters<typeof ranked>): Promise<string[]> {
  return (await ranked(...asked)).order
}

it('puts first what reads best of the best sentences of a short article', async () => {
  for (const believed of ['A ferry sank there once.', 'The old ferry never sank.'])
    expect((await order(believed, 20))[0]).toBe(believed)
})

it('raises nothing from further down', async () => {
  expect(await order('The crane of pier 9 was moved.', 20)).toEqual(await order('', 20))
})

it('settles between the best two of a long article, and leaves the rest as it was ranked', async () => {
  const [first = '', second = '', third = ''] = await order('', 80)
  expect(await order(first, 80)).toEqual([first, second, third])
  expect(await order(second, 80)).toEqual([second, first, third])
  expect(await order(third, 80)).toEqual([first, second, third])
  const [before, after] = [await ranked(first, 80), await ranked(second, 80)]
  expect(after.scores).toEqual(before.scores)
  expect(after.read).toBe(2)
})

it('leaves a long article as it was ranked where the second sentence is far behind', async () => {
  const words = 'Did the crane lift the ferry?'
  const [first = '', second = '', third = ''] = await order('', 80, words)
  expect(first).toBe('The crane lifted the ferry.')
  expect(await order(second, 80, words)).toEqual([first, second, third])
  expect((await ranked(second, 80, words)).read).toBe(0)
})
