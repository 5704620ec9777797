import MiniSearch from 'minisearch'
import { type Article, slice } from '../article/article.js'
import { goldsOf, type SetQuestion } from './question-set.js'
import { placeFigures } from './ranking-figures.js'

/** @returns the same figures for MiniSearch as its README uses it, a sentence a document, inside each question's article */
export function sentenceBaseline(articles: readonly Article[], questions: readonly SetQuestion[]) {
  const indexes = new Map(
    articles.map((article) => [article.id, { article, index: indexSentences(article) }]),
  )
  const places = questions.flatMap((question) => {
    const known = indexes.get(question.article ?? '')
    const golds = known === undefined ? [] : goldsOf(known.article, question)
    if (known === undefined || golds.length === 0) return []
    const found = known.index.search(question.question).map(({ id }) => String(id))
    const right = new Set(golds.map(({ paragraph, sentence }) => `${paragraph} ${sentence}`))
    return [found.findIndex((id) => right.has(id)) + 1]
  })
  return placeFigures(places)
}

function indexSentences({ text, paragraphs }: Article): MiniSearch<{ id: string; text: string }> {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] })
  for (const { index: place, sentences } of paragraphs) {
    index.addAll(sentences.map((span, at) => ({ id: `${place} ${at}`, text: slice(text, span) })))
  }
  return index
}
