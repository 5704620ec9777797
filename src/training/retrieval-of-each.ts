import type { Article } from '../article/article.js'
import { once } from '../retrieval/once.js'
import { createRetrieval, type Knowledge, type Retrieval } from '../retrieval/retrieval.js'

/**
 * Indexes each article by itself, when it is first asked for: in an index of them all a question costs several times as much.
 *
 * @returns what searches the article of an id; it throws a RangeError where there is none
 */
export function retrievalOfEach(
  articles: readonly Article[],
  knowledge: Knowledge,
): (id: string) => Retrieval {
  const retrievals = new Map(
    articles.map((article) => [article.id, once(() => createRetrieval([article], knowledge))]),
  )
  return (id) => {
    const retrieval = retrievals.get(id)
    if (retrieval === undefined) throw new RangeError(`No article "${id}" is learned from.`)
    return retrieval()
  }
}
