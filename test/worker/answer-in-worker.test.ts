import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import type { Answering } from '../../src/answering/answering.js'
import { GivenUp } from '../../src/answering/answering.js'
import { readArticle } from '../../src/article/read-article.js'
import { answerInWorker, mayBeCostly } from '../../src/worker/answer-in-worker.js'
import { HARBOUR } from '../articles.js'

const HOSTILE = new URL('./hostile-thread.mjs', import.meta.url)

describe('a question that would stall the thread it is answered in', () => {
  const ends: string[] = []
  const start = (): Promise<Answering> => {
    ends.length = 0
    return answerInWorker([], (reason) => ends.push(reason), HOSTILE)
  }

  it.each([
    ['for its time', 'loop', 'AbortError'],
    ['for its memory', 'grow', 'ERR_WORKER_OUT_OF_MEMORY'],
    ['when the thread ends', 'die', 'AbortError'],
  ])('is given up %s, and those asked with it are answered', async (_what, words, reason) => {
    const { answer } = await start()
    const before = answer('before')
    const hostile = answer(words)
    const after = answer('after')
    await expect(hostile).rejects.toThrow(GivenUp)
    expect((await before).answer).toMatchObject({ reason: 'before' })
    expect((await after).answer).toMatchObject({ reason: 'after' })
    expect(ends).toEqual([reason])
  })

  it('keeps nobody waiting for a thread that cannot begin', async () => {
    const broken = new URL('data:text/javascript,throw new RangeError("no memory for it")')
    await expect(answerInWorker([], () => undefined, broken)).rejects.toThrow('no memory for it')
  })

  it('is refused at once where too many wait', async () => {
    const { answer } = await start()
    const asked = Array.from({ length: 60 }, (_, number) => answer(String(number)))
    const outcomes = await Promise.allSettled(asked)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(50)
    await expect(asked[59]).rejects.toMatchObject({ reason: 'too-busy' })
    expect((await answer('again')).answer).toMatchObject({ reason: 'again' })
  })
})

describe('an answer from another thread', () => {
  const BUILT = pathToFileURL('dist/src/worker/worker.js')

  it('is the same as from this one, and cites the very articles that are loaded here', async () => {
    const article = await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR))
    const here = createAnswerer([article])
    const there = await answerInWorker([article], () => undefined, BUILT)
    for (const words of [
      'Who kept the light?',
      'When was it biult?',
      'Who won the World Cup?',
      'Hello',
      '',
    ]) {
      const { answer, candidates } = await there.answer(words)
      const expected = here.answer(words)
      expect(answer).toEqual(expected.answer)
      expect(candidates.map(({ score }) => score)).toEqual(expected.candidates.map(({ score }) => score))
      for (const candidate of candidates) expect(candidate.article).toBe(article)
      if (answer.kind === 'quoted') expect(answer.quotes[0].citation.article).toBe(article)
    }
    expect((await there.answer('Who kept the light?', new Set(['elsewhere']))).answer.kind).toBe(
      'no-articles',
    )
  })
})

describe('articles', () => {
  const read = (text: string): ReturnType<typeof readArticle> =>
    readArticle('long.txt', new TextEncoder().encode(`The title\n\n${text}`))
  const sentence = 'The keeper of the light on Skerry Rock wrote down every ship. '

  it('are answered from where they are when they are few and usual', async () => {
    expect(mayBeCostly([await read(`${sentence.repeat(5)}\n\n`.repeat(300))])).toBe(false)
  })

  it('are answered from in a thread of its own when they are many, or their paragraphs long', async () => {
    const many = await read(`${sentence.repeat(5)}\n\n`.repeat(2000))
    expect(mayBeCostly([many, many, many])).toBe(true)
    expect(mayBeCostly([await read(`${sentence.repeat(500)}\n\n`.repeat(6))])).toBe(true)
  })
})
