/**
 * Fits what Verbatim ships: `npm run train [EVAL_FOLDER]`. The same articles give the same weights. Every figure it
 * writes is of questions on articles held out of the fit: five folds by article.
 */
import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { LONG } from '../answering/confidence.js'
import { EVIDENCE_NAMES } from '../answering/evidence.js'
import { areaUnderCurve, falseAnswersAt } from '../evaluation/refusal-figures.js'
import { EXIT } from '../exit-codes.js'
import { createBackground } from '../retrieval/background.js'
import { LEARNED } from '../retrieval/learned.js'
import { createRanker } from '../retrieval/ranker.js'
import { createRetrieval } from '../retrieval/retrieval.js'
import { createForest } from '../retrieval/trees.js'
import { calibrate } from './calibrate.js'
import { countBackground } from './count-background.js'
import { fitConfidence, type Judged, judge, LONG_WEIGHTS, SHORT_WEIGHTS } from './fit-confidence.js'
import { fitRanker, rankingTask } from './fit-ranker.js'
import { readTrainingSets } from './training-sets.js'

const FOLDS = 5
const RANKER_TREES = 160
/**
 * How often the ranker sees each question on a newspaper piece: with 220 pieces twice was 0.6 points better there than once,
 * and 0.2 worse on the encyclopedia.
 */
const TIMES_PIECES = 2
/** In short articles what newspapers' readers ask stands beside what encyclopedias' do: more to tell apart. */
const SHORT_TREES = 450
const LONG_TREES = 160
const SOURCE = path.resolve(import.meta.dirname, '../../../src')

const folder = process.argv[2] ?? '../shared/eval'
if (!existsSync(folder)) {
  console.error(
    `There are no training sets in "${folder}". Name the folder that holds newwiki: npm run train -- FOLDER`,
  )
  process.exit(EXIT.usage)
}
const { articles, others, questions } = await readTrainingSets(path.join(folder, 'newwiki'))
const groups = [...new Set(questions.map(({ group }) => group))].sort()
const foldOf = new Map(groups.map((group, at) => [group, at % FOLDS]))
const folds = [...Array(FOLDS).keys()]

say(`${articles.length} articles, ${questions.length} questions`)
// Short articles do not help the ranker (77.5 % against 77.9 % right first), so it learns from the whole ones.
const task = rankingTask(
  createRetrieval([...articles, ...others], LEARNED),
  questions
    .filter(
      ({ from, article }) =>
        from === 'whole' ||
        from === 'written' ||
        from === 'piece' ||
        (from === 'paraphrase' && !article.endsWith('~holes')),
    )
    .flatMap((question) =>
      question.from === 'piece' ? Array<typeof question>(TIMES_PIECES).fill(question) : [question],
    ),
)

const judged: (Judged & { readonly fold: number })[] = []
for (const fold of folds) {
  const inside = (id: string): boolean => foldOf.get(id) !== fold
  const weights = fitRanker(
    { ...task, choices: task.choices.filter(({ group }) => inside(group)) },
    RANKER_TREES,
  )
  const background = createBackground(countBackground(articles.filter(({ id }) => inside(id))))
  const held = [...articles, ...others].filter(({ id }) => !inside(id.replace(/~.*/, '')))
  const retrieval = createRetrieval(held, { ...LEARNED, ranker: createRanker(weights), background })
  judged.push(
    ...judge(
      retrieval,
      questions.filter(({ group }) => !inside(group)),
    ).map((one) => ({ ...one, fold })),
  )
  say(`fold ${fold + 1}: ${judged.length} questions judged`)
}

/** What is learned for each length of article (see `ConfidenceWeights`). */
const lengths = {
  short: {
    judged: judged.filter(({ sentences }) => sentences < LONG),
    weights: SHORT_WEIGHTS,
    trees: SHORT_TREES,
  },
  long: {
    judged: judged.filter(({ sentences }) => sentences >= LONG),
    weights: LONG_WEIGHTS,
    trees: LONG_TREES,
  },
}
const logOdds = new Map<Judged, number>()
for (const fold of folds) {
  for (const { judged: ofLength, weights, trees } of Object.values(lengths)) {
    const others = ofLength.filter((one) => one.fold !== fold)
    const forest = createForest(fitConfidence(others, weights, trees), EVIDENCE_NAMES)
    for (const one of ofLength) if (one.fold === fold) logOdds.set(one, forest(one.evidence))
  }
}
const values = (from: string, answerable: boolean): number[] =>
  judged.flatMap((one) =>
    one.question.from === from && (one.question.gold !== null) === answerable ? (logOdds.get(one) ?? []) : [],
  )
const valuesOf = (among: readonly Judged[], from: string): number[] =>
  among.flatMap((one) => (one.question.from === from ? (logOdds.get(one) ?? []) : []))
const refusal = (what: string, kept: readonly number[], gone: readonly number[]) => ({
  questions: what,
  areaUnderCurve: round(areaUnderCurve(kept, gone)),
  falseAnswersAt95: round(falseAnswersAt(0.95, kept, gone)),
  falseAnswersAt90: round(falseAnswersAt(0.9, kept, gone)),
})
const rightFirst = (from: string): number => {
  const asked = judged.filter(({ question }) => question.from === from && question.gold !== null)
  return round(asked.filter(({ right }) => right).length / asked.length)
}
const date = new Date().toISOString().slice(0, 10)
const data = `${articles.length} articles of SQuADShifts "new Wikipedia" v1.0 (Miller et al. 2020), Wikipedia, CC BY-SA 4.0`
const figures = {
  rightFirst: {
    whole: rightFirst('whole'),
    short: rightFirst('short'),
    written: rightFirst('written'),
    piece: rightFirst('piece'),
  },
  refusal: [
    refusal('holes', values('holes', true), values('holes', false)),
    refusal('off-topic, long', values('whole', true), valuesOf(lengths.long.judged, 'off-topic')),
    refusal('off-topic, short', values('short', true), valuesOf(lengths.short.judged, 'off-topic')),
    refusal('short', values('short', true), values('short', false)),
    refusal('near-miss', values('short', true), values('near-miss', false)),
    refusal('written', values('written', true), values('written', false)),
    refusal('common', values('short', true), values('common', false)),
    refusal('newspaper pieces', values('piece', true), values('piece', false)),
    refusal('newspaper pieces, paragraphs out', values('piece-holes', true), values('piece-holes', false)),
    refusal('newspaper pieces, off-topic', values('piece', true), values('piece-strangers', false)),
  ],
}
say(JSON.stringify(figures, null, 2))

write('retrieval/ranker.json', { date, data, figures: figures.rightFirst, ...fitRanker(task, RANKER_TREES) })
write('retrieval/background.json', { date, data, ...countBackground(articles) })
write('answering/confidence.json', {
  date,
  data,
  figures: figures.refusal,
  short: {
    calibration: knots(['short', 'piece', 'piece-holes']),
    trees: fitConfidence(lengths.short.judged, SHORT_WEIGHTS, SHORT_TREES),
  },
  long: {
    calibration: knots(['whole', 'holes']),
    trees: fitConfidence(lengths.long.judged, LONG_WEIGHTS, LONG_TREES),
  },
})

/** What log-odds mean for answerable questions and for as many whose evidence is gone: off-topic ones are easy. */
function knots(from: readonly string[]): string[] {
  const held = judged.flatMap((one) => {
    const own = logOdds.get(one)
    return own === undefined || !from.includes(one.question.from) ? [] : [{ logOdds: own, right: one.right }]
  })
  return calibrate(held).map((knot) => knot.join(' '))
}

function write(file: string, weights: object): void {
  writeFileSync(path.join(SOURCE, file), `${JSON.stringify(weights, null, 2)}\n`)
}

function say(words: string): void {
  console.log(words)
}

function round(value: number): number {
  return Number(value.toFixed(4))
}
