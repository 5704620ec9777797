/**
 * Fits what Verbatim ships: `npm run train [EVAL_FOLDER]`. The same articles give the same weights. Every figure it
 * writes is of questions on articles held out of the fit, five folds by article; only the curve of what log-odds mean has seen them.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { Tinypool } from 'tinypool'
import { type AnswerableWeights, createCalibration, createLogOdds } from '../answering/confidence.js'
import { LONG } from '../answering/rank-by-reading.js'
import { EXIT } from '../exit-codes.js'
import { calibrate } from './calibrate.js'
import { countBackground } from './count-background.js'
import { type Growth, type Judged, LONG_WEIGHTS, SHORT_WEIGHTS } from './fit-confidence.js'
import { heldOutFigures } from './held-out-figures.js'
import { FOLDS, type Learned, type learn, type learnConfidence } from './learn.js'
import { readTrainingSets } from './training-sets.js'

/** In short articles what newspapers' readers ask stands beside what encyclopedias' do: more to tell apart. */
const SHORT_GROWTH: Growth = { trees: 450, depth: 4, rate: 0.08 }
const LONG_GROWTH: Growth = { trees: 160, depth: 4, rate: 0.08 }
/** Few and shallow: whether a question is on the article at all shows plainly. Twice as many change nothing. */
const ON_ARTICLE_GROWTH: Growth = { trees: 80, depth: 3, rate: 0.15 }
/** A fold takes about 3 GB. */
const MOST_THREADS = 4
const SOURCE = path.resolve(import.meta.dirname, '../../../src')

const folder = process.argv[2] ?? '../shared/eval'
if (!existsSync(folder)) {
  console.error(
    `There are no training sets in "${folder}". Name the folder that holds newwiki: npm run train -- FOLDER`,
  )
  process.exit(EXIT.usage)
}
const { articles, questions } = await readTrainingSets(path.join(folder, 'newwiki'))
const folds = [...Array(FOLDS).keys()]
const threads = new Tinypool({
  filename: new URL('./learn.js', import.meta.url).href,
  maxThreads: Math.min(availableParallelism(), MOST_THREADS),
  resourceLimits: { maxOldGenerationSizeMb: 6000 },
})
say(`${articles.length} articles, ${questions.length} questions`)

const [shipped, held] = await Promise.all([learnWithout(null), Promise.all(folds.map(learnWithout))])
const judged = held.flatMap((one, fold) => one.judged.map((question) => ({ ...question, fold })))
/** What is learned for each length of article (see `ConfidenceWeights`). */
const lengths = {
  short: {
    judged: judged.filter(({ sentences }) => sentences < LONG),
    weights: SHORT_WEIGHTS,
    growth: SHORT_GROWTH,
    onArticleGrowth: ON_ARTICLE_GROWTH,
  },
  long: {
    judged: judged.filter(({ sentences }) => sentences >= LONG),
    weights: LONG_WEIGHTS,
    growth: LONG_GROWTH,
  },
}
const logOdds = new Map<Judged, number>()
const [ofShort, ofLong] = await Promise.all([treesOf(lengths.short), treesOf(lengths.long)])
await threads.destroy()
const date = new Date().toISOString().slice(0, 10)
const data = `${articles.length} articles of SQuADShifts "new Wikipedia" v1.0 (Miller et al. 2020), Wikipedia, CC BY-SA 4.0`
const short = { calibration: knots(['short', 'piece', 'piece-holes']), ...ofShort }
const long = { calibration: knots(['whole', 'holes']), ...ofLong }
const probability = {
  short: createCalibration(short.calibration),
  long: createCalibration(long.calibration),
}
const figures = heldOutFigures(
  [...logOdds].map(([one, own]) => ({
    ...one,
    confidence: probability[one.sentences < LONG ? 'short' : 'long'](own),
  })),
)
say(JSON.stringify(figures, null, 2))

write('retrieval/ranker.json', { date, data, figures: figures.ranking, ...shipped.ranker })
write('answering/reading/reader.json', { date, data, ...shipped.reader })
write('retrieval/background.json', { date, data, ...countBackground(articles) })
write('answering/confidence.json', {
  date,
  data,
  figures: { refusal: figures.refusal, thresholds: figures.thresholds },
  short,
  long,
})

async function learnWithout(fold: number | null): Promise<Learned> {
  const learned: Learned = await threads.run({ folder, fold } satisfies Parameters<typeof learn>[0], {
    name: 'learn',
  })
  say(fold === null ? 'learned from all' : `learned without fold ${fold + 1}`)
  return learned
}

/**
 * Learns one length's trees from all folds, which are shipped; and from all folds but one, whose log-odds they then tell.
 */
async function treesOf({ judged: ofLength, ...how }: (typeof lengths)[keyof typeof lengths]) {
  const learnFrom = (judged: readonly Judged[]): Promise<AnswerableWeights> =>
    threads.run({ judged, ...how } satisfies Parameters<typeof learnConfidence>[0], {
      name: 'learnConfidence',
    })
  const [all] = await Promise.all([
    learnFrom(ofLength),
    ...folds.map(async (fold) => {
      const own = createLogOdds(await learnFrom(ofLength.filter((one) => one.fold !== fold)))
      for (const one of ofLength) if (one.fold === fold) logOdds.set(one, own(one.evidence))
    }),
  ])
  return all
}

/** What log-odds mean for answerable questions and for as many whose evidence is gone: off-topic ones are easy. */
function knots(from: readonly string[]): string[] {
  const held = judged.flatMap((one) => {
    const own = logOdds.get(one)
    return own === undefined || !from.includes(one.question.from)
      ? []
      : [{ logOdds: own, right: one.place === 1 }]
  })
  return calibrate(held).map((knot) => knot.join(' '))
}

function write(file: string, weights: object): void {
  writeFileSync(path.join(SOURCE, file), `${JSON.stringify(weights, null, 2)}\n`)
}

function say(words: string): void {
  console.log(words)
}
