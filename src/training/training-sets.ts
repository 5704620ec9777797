import path from 'node:path'
import type { Article } from '../article/article.js'
import { readCorpus } from '../article/corpus.js'
import { goldOf, readQuestionSet } from '../evaluation/question-set.js'
import type { LabelledQuestion } from './labelled-question.js'
import { nearMisses } from './near-misses.js'
import { paraphrases } from './paraphrases.js'
import { readPieces } from './pieces.js'
import { questionsOnAnyName } from './questions-on-any-name.js'
import { createRandom } from './random.js'
import { shortArticles } from './short-articles.js'
import { writtenQuestions } from './written-questions.js'

/** Everything the ranker and the confidence are fitted to. */
export interface TrainingSets {
  /** The whole articles. */
  readonly articles: readonly Article[]
  /** Those with paragraphs taken out, the short ones cut from them, and the newspaper pieces. */
  readonly others: readonly Article[]
  readonly questions: readonly LabelledQuestion[]
}

/** Sentences in a short article: newspaper articles have about 30. */
const SHORT = 36
const HOLED = '~holes'

/** @param folder a set of `../shared/eval`, such as its `newwiki` */
export async function readTrainingSets(folder: string): Promise<TrainingSets> {
  const { articles } = await readCorpus(path.join(folder, 'corpus'))
  const holed = (await readCorpus(path.join(folder, 'holes/corpus'))).articles.map((article) => ({
    ...article,
    id: article.id + HOLED,
  }))
  const whole = label(path.join(folder, 'corpus.questions.jsonl'), articles, '', 'whole')
  const holes = label(path.join(folder, 'holes/questions.jsonl'), holed, HOLED, 'holes')
  const offTopic = label(path.join(folder, 'offtopic.jsonl'), articles, '', 'off-topic')
  const short = await shortArticles(articles, whole, SHORT)
  const pieces = await readPieces()
  return {
    articles,
    others: [...holed, ...short.articles, ...pieces.articles],
    questions: [
      ...whole,
      ...holes,
      ...offTopic,
      ...short.questions,
      ...strangers(whole, short.articles),
      ...strangers(whole, articles),
      ...writtenQuestions(short.articles),
      ...pieces.questions,
      ...questionsOnAnyName([...articles, ...short.articles], ({ id }) => id.replace(/~.*/, '')),
      ...paraphrases([...whole, ...holes, ...short.questions], [...articles, ...holed, ...short.articles]),
      ...nearMisses(
        [...whole, ...short.questions.filter(({ gold }) => gold !== null)],
        [...articles, ...short.articles],
      ),
    ],
  }
}

function label(file: string, among: readonly Article[], suffix: string, from: LabelledQuestion['from']) {
  const byId = new Map(among.map((article) => [article.id, article]))
  return readQuestionSet(file).flatMap((question) => {
    const group = question.article ?? ''
    const article = byId.get(group + suffix)
    if (article === undefined) return []
    const gold = question.unanswerable ? null : goldOf(article, question)
    if (gold === null && !question.unanswerable) return []
    return [{ words: question.question, article: article.id, gold, group, from, answers: question.answers }]
  })
}

/** Puts every second question to a short article cut from another subject's, where it must be refused. */
function strangers(questions: readonly LabelledQuestion[], short: readonly Article[]): LabelledQuestion[] {
  const random = createRandom(5)
  return questions.flatMap((question, at) => {
    const other = short[Math.floor(random() * short.length)]
    if (at % 2 === 1 || other === undefined) return []
    const group = other.id.replace(/~.*/, '')
    return group === question.group
      ? []
      : [{ ...question, article: other.id, group, gold: null, from: 'off-topic' as const }]
  })
}
