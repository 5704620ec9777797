import { once } from 'node:events'
import { Tinypool } from 'tinypool'
import type { Answered, Answerer } from '../answering/answerer.js'
import { type Answering, GivenUp } from '../answering/answering.js'
import type { Article } from '../article/article.js'
import { createReferences } from './references.js'

export interface WorkerData {
  readonly articles: readonly Article[]
}

const LONGEST_ANSWER_MS = 2000
/** More would wait longer than Discord does. */
const MOST_WAITING = 50

/**
 * Answers in a thread of its own, with limits of time and memory. A question that goes beyond them is given up and ends the
 * thread; the next one begins at once, and questions wait for it.
 *
 * @param onEnd told why a thread was ended
 * @param thread the module that answers there
 * @returns once the articles are read into the index there
 * @throws what ended the thread before
 */
export async function answerInWorker(
  articles: readonly Article[],
  onEnd: (reason: string) => void,
  thread = new URL('./worker.js', import.meta.url),
): Promise<Answering> {
  const references = createReferences(articles)
  const data: WorkerData = { articles }
  const pool = new Tinypool({
    filename: thread.href,
    workerData: data,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: memoryFor(articles) },
  })
  pool.on('error', (error: unknown) => onEnd(reasonOf(error)))
  async function ready(): Promise<void> {
    const settled = new AbortController()
    const failed = once(pool, 'error', settled).then(([error]) => {
      throw error // the pool leaves waiting what waits for a thread that fails before it is ready
    })
    await Promise.race([pool.run(['']), failed]).finally(() => settled.abort())
  }
  let waiting = 0
  let last: Promise<unknown> = ready()

  async function run(question: Question): Promise<Answered> {
    try {
      const answered = await pool.run(question, { signal: AbortSignal.timeout(LONGEST_ANSWER_MS) })
      return references.resolve(answered) as Answered
    } catch (error) {
      onEnd(reasonOf(error))
      throw new GivenUp('too-costly')
    }
  }

  await last
  return {
    articles,
    async answer(...question) {
      if (waiting >= MOST_WAITING) throw new GivenUp('too-busy')
      waiting++
      const mine = last.then(() => run(question)) // one at a time: time runs for the one that is being answered
      last = mine.catch(ready).catch(() => undefined) // a new thread reads the articles first
      try {
        return await mine
      } finally {
        waiting--
      }
    },
  }
}

type Question = Parameters<Answerer['answer']>

/** In MB: an index of 7.4 million characters takes 450 with all else, measured; the rest is for thinking. */
const memoryFor = (articles: readonly Article[]): number => 256 + Math.ceil(lengthOf(articles) / 10_000)

const lengthOf = (articles: readonly Article[]): number =>
  articles.reduce((length, { text }) => length + text.length, 0)

/** @returns an error's code or name: its message may hold what was asked */
const reasonOf = (error: unknown): string =>
  error instanceof Error ? ('code' in error ? String(error.code) : error.name) : typeof error

/** Characters in all, and in the thirty longest paragraphs, which are as many as one question may have read whole. */
const MOST_TEXT = 1_000_000
const MOST_IN_LONGEST = 150_000
const READ_WHOLE = 30

/**
 * @returns whether a question may cost more than a tenth of a second of processor time, also on a machine somewhat slower than
 * the one measured on (`npm run bench:questions`, docs/reliability.md)
 */
export function mayBeCostly(articles: readonly Article[]): boolean {
  const lengths = articles.flatMap(({ paragraphs }) => paragraphs.map(({ span }) => span.end - span.start))
  const longest = lengths.sort((a, b) => b - a).slice(0, READ_WHOLE)
  return lengthOf(articles) > MOST_TEXT || longest.reduce((sum, length) => sum + length, 0) > MOST_IN_LONGEST
}
