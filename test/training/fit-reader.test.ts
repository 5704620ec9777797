import { expect, it } from 'vitest'
import { createNetwork, createReader } from '../../src/answering/reading/reader.js'
import { readArticle } from '../../src/article/read-article.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { readQuestion } from '../../src/retrieval/question.js'
import { createRetrieval, type Retrieval } from '../../src/retrieval/retrieval.js'
import { fitReader, readerExamples } from '../../src/training/fit-reader.js'

const NAMES = 'Adler Boros Cseh Dubois Eriksen Farkas Gruber Hansen Ivanov Jansen Keller Larsen'.split(' ')
/** Who hired whom is in no single word: "was fired by" turns it around. */
const sentences = NAMES.flatMap((one, at) => {
  const other = NAMES[(at + 5) % NAMES.length]
  return [`${one} hired ${other}.`, `${other} was fired by ${one}.`]
})
const article = await readArticle(
  'staff.txt',
  new TextEncoder().encode(`Staff\n\n${sentences.join('\n\n')}\n`),
)
const retrieval = createRetrieval([article], LEARNED)
const vectors = LEARNED.vectors()

const ask = (of: Retrieval, words: string) => {
  const question = readQuestion(words)
  if (typeof question === 'string') throw new Error(question)
  return of.rank(question)
}

it('learns from examples what it then tells of others', () => {
  const questions = NAMES.flatMap((name, at) => {
    const [hired, fired] = [2 * at, 2 * at + 1].map((paragraph) => ({ paragraph, sentence: 0 }))
    const asked = { article: article.id, group: article.id, from: 'piece' as const }
    return [
      { ...asked, words: `Whom did ${name} hire?`, gold: hired ?? null },
      { ...asked, words: `Whom did ${name} fire?`, gold: fired ?? null },
      { ...asked, words: `Where was ${name} born?`, gold: null },
    ]
  })
  const [taught, kept] = [questions.slice(0, 27), questions.slice(27)]
  const examples = readerExamples(() => retrieval, Array(40).fill(taught).flat(), vectors)
  const network = createNetwork(fitReader(examples, vectors), vectors)
  const reader = createReader(() => network, retrieval.words)
  const logOdds = kept.map(({ words, gold }) => {
    const [best] = ask(retrieval, words).ranked
    return { isAnswer: gold !== null, value: reader.read((best as NonNullable<typeof best>).seen) }
  })
  const least = Math.min(...logOdds.filter(({ isAnswer }) => isAnswer).map(({ value }) => value))
  const most = Math.max(...logOdds.filter(({ isAnswer }) => !isAnswer).map(({ value }) => value))
  expect(least).toBeGreaterThan(most)
})

it('says which tensor is not whole, and how to mend it', () => {
  expect(() => createNetwork({ width: 24, network: {} }, vectors)).toThrow(
    '"vector", not 1920: `npm run train`',
  )
})
