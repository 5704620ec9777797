/**
 * Measures the processor time that the worst questions take on a folder of articles, beside usual ones:
 * `npm run bench:questions -- FOLDER`. The figures and the sizes they led to stand in docs/reliability.md,
 * "What a question may cost", and in `mayBeCostly` (src/worker/answer-in-worker.ts). Measure anew when what a question sets
 * in motion changes.
 */
import { createAnswerer } from '../src/answering/answerer.js'
import { warmUp } from '../src/answering/answering.js'
import { type Article, slice } from '../src/article/article.js'
import { CorpusFault, readCorpus } from '../src/article/corpus.js'
import { EXIT } from '../src/exit-codes.js'
import { createRandom } from '../src/training/random.js'
import { mayBeCostly } from '../src/worker/answer-in-worker.js'

/** Each question is asked once of each of so many new indexes, which remember nothing of it; the best time counts. */
const TIMES = 3
const OF_EACH_KIND = 40
const USUAL = 200
/** The guard lets in so many terms, in so many characters. */
const MOST_TERMS = 24
const MOST_CHARACTERS = 1000

const random = createRandom(1)
const draw = <Thing>(things: readonly Thing[]): Thing => {
  const drawn = things[Math.floor(random() * things.length)]
  if (drawn === undefined) throw new Error('Nothing to draw from.')
  return drawn
}

/** Says why there is nothing to measure. */
function endWith(reason: string): never {
  console.error(reason)
  process.exit(EXIT.usage)
}

/** The articles' words of five letters or more, the most frequent first. */
function wordsOf(articles: readonly Article[]): string[] {
  const times = new Map<string, number>()
  for (const { text } of articles)
    for (const [word] of text.toLowerCase().matchAll(/\p{L}{5,20}/gu))
      times.set(word, (times.get(word) ?? 0) + 1)
  return [...times].sort(([, a], [, b]) => b - a).map(([word]) => word)
}

/** Questions made to hurt, as long as the guard lets in. */
function hostile(articles: readonly Article[]): string[] {
  const words = wordsOf(articles)
  const [common, rare] = [words.slice(0, 60), words.slice(200)]
  const many = (word: () => string): string => {
    const drawn = new Set<string>()
    for (let time = 0; time < 200 && drawn.size < MOST_TERMS; time++) drawn.add(word())
    return [...drawn].join(' ').slice(0, MOST_CHARACTERS)
  }
  const misspelt = (word: string): string => {
    const at = 1 + Math.floor(random() * (word.length - 2))
    return word.slice(0, at) + draw([...'aeiourstln']) + word.slice(at + 1)
  }
  const unknown = (): string =>
    Array.from({ length: 12 }, () => draw([...'abcdefghijklmnopqrstuvwxyz'])).join('')
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
  const kinds: readonly (() => string)[] = [
    () => `${many(() => draw(common))}?`,
    () => `${many(() => draw(rare.length > 0 ? rare : common))}?`,
    () => `${many(() => misspelt(draw(words)))}?`,
    () => `${many(unknown)}?`,
    () => `Why ${many(() => draw(common))}?`,
    () => `Who said ${many(() => capital(draw(common)))}?`,
    () => `What does ${draw(common)} mean?`,
  ]
  return kinds.flatMap((kind) => Array.from({ length: OF_EACH_KIND }, kind))
}

/** Questions as long as people ask, in the articles' words. */
function usual(articles: readonly Article[]): string[] {
  const sentences = articles.flatMap(({ text, paragraphs }) =>
    paragraphs.flatMap((paragraph) => paragraph.sentences.map((span) => slice(text, span))),
  )
  return Array.from({ length: USUAL }, () => {
    const words = draw(sentences).split(/\s+/).slice(1, 8).join(' ')
    return `${draw(['When did', 'Why did', 'Who said that', 'How many', 'What is'])} ${words}?`
  })
}

function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const [folder] = process.argv.slice(2)
if (folder === undefined) endWith('Name a folder of articles: npm run bench:questions -- corpus')
const { articles } = await readCorpus(folder).catch((error: unknown) => {
  if (error instanceof CorpusFault) endWith(error.message)
  throw error
})
if (articles.length === 0) endWith(`There is no article in "${folder}". Name a folder that has some.`)
const questions = { worst: hostile(articles), usual: usual(articles) }
const best = { worst: new Map<string, number>(), usual: new Map<string, number>() }
const starts: number[] = []
for (let time = 0; time < TIMES; time++) {
  const answerer = createAnswerer(articles)
  starts.push(cpuMs(() => warmUp(answerer)))
  for (const kind of ['usual', 'worst'] as const)
    for (const question of questions[kind]) {
      const ms = cpuMs(() => answerer.answer(question))
      best[kind].set(question, Math.min(ms, best[kind].get(question) ?? Number.POSITIVE_INFINITY))
    }
}

const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
const longest = articles
  .flatMap(({ paragraphs }) => paragraphs.map(({ span }) => span.end - span.start))
  .sort((a, b) => b - a)
  .slice(0, 30)
  .reduce((sum, length) => sum + length, 0)
const sorted = (times: Map<string, number>): [string, number][] => [...times].sort(([, a], [, b]) => b - a)
const [[hardest, worst] = ['', 0]] = sorted(best.worst)
const ordinary = sorted(best.usual).map(([, ms]) => ms)
const round = (ms = 0): string => ms.toFixed(ms < 10 ? 1 : 0)
console.log(
  `${articles.length} articles, ${characters} characters, ${longest} in the longest thirty paragraphs` +
    `${mayBeCostly(articles) ? ' (searched in a thread of its own)' : ''}`,
)
console.log(
  `processor time, worst of ${best.worst.size} questions made to hurt: ${round(worst)} ms: ${hardest}`,
)
console.log(
  `${ordinary.length} usual ones: median ${round(ordinary[ordinary.length >> 1])}, worst ${round(ordinary[0])} ms`,
)
console.log(`the first question, with the first typing error: ${round(Math.min(...starts))} ms`)
