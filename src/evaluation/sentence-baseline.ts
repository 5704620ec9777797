import MiniSearch from 'minisearch'
import { type Article, slice } from '../article/article.js'
import { judgeOf, type Place, type SetQuestion } from './question-set.js'
import { placeFigures } from './ranking-figures.js'

/** @returns the same figures for MiniSearch as its README uses it, a sentence a document, inside each question's article */
export function sentenceBaseline(articles: readonly Article[], questions: readonly SetQuestion[]) {
  const indexes = new Map(articles.map((article) => [article.id, indexSentences(article)]))
  const places = questions.flatMap((question) => {
    const known = indexes.get(question.article ?? '')
    if (known === undefined) return []
    const { article, index, places } = known
    const isRight = judgeOf(question, article)
    if (!places.some(isRight)) return []
    return [index.search(question.question).findIndex(({ id }) => isRight(places[id] as Place)) + 1]
  })
  return placeFigures(places)
}

function indexSentences(article: Article) {
  const places = article.paragraphs.flatMap(({ index: paragraph, sentences }) =>
    sentences.map((span, sentence): Place => ({ article, paragraph, sentence, span })),
  )
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'] })
  index.addAll(places.map(({ span }, id) => ({ id, text: slice(article.text, span) })))
  return { article, index, places }
}
