import { type Article, slice } from '../article/article.js'
import { tokenize } from '../retrieval/tokens.js'
import { createWordVectors } from '../retrieval/word-vectors.js'
import wordVectors from '../retrieval/word-vectors.json' with { type: 'json' }
import type { LabelledQuestion } from './labelled-question.js'
import { createRandom } from './random.js'
import { relatedWords } from './related-words.js'

/** What share of its words that are no names a paraphrase exchanges. */
const EXCHANGED = 0.6
/** WordNet joins rare senses too: a word less like the one it stands for than this is another sense's. */
const LIKE = 0.3

/**
 * Says questions in other words, as people do who have not read the article: encyclopedia questions repeat its words, and
 * from them alone the confidence would learn that a question in other words is never answered. Those that are to be refused
 * are paraphrased too.
 */
export function paraphrases(
  questions: readonly LabelledQuestion[],
  articles: readonly Article[],
): LabelledQuestion[] {
  const random = createRandom(13)
  const told = new Map(articles.map((article) => [article.id, toldBy(article)]))
  const related = relatedWords({ senses: 4, general: true })
  const vectors = createWordVectors(wordVectors)
  return questions.flatMap((question, at) => {
    if (at % 3 !== 0) return []
    const terms = told.get(question.article)
    if (terms === undefined) return []
    let words = question.words
    let exchanged = 0
    for (const { word, term, span, content } of tokenize(question.words).reverse()) {
      const written = question.words.slice(span.start, span.end)
      if (!content || !/^\p{Ll}/u.test(written) || random() > EXCHANGED) continue
      const own = vectors.find(term)
      const others = [...(related.get(term) ?? [])].filter((other) => {
        const [token] = tokenize(other)
        if (token === undefined || !token.content || token.word === word || terms.has(token.term))
          return false
        const number = vectors.find(token.term)
        return own >= 0 && number >= 0 && vectors.cosine(own, number) > LIKE
      })
      const other = others[Math.floor(random() * others.length)]
      if (other === undefined) continue
      words = words.slice(0, span.start) + other + words.slice(span.end)
      exchanged++
    }
    return exchanged === 0 ? [] : [{ ...question, words, from: 'paraphrase' as const }]
  })
}

const toldBy = ({ text, paragraphs }: Article): Set<string> =>
  new Set(paragraphs.flatMap(({ span }) => tokenize(slice(text, span)).map(({ term }) => term)))
