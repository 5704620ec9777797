import type { Article } from '../article/article.js'

/** @returns `find`, carried out at most once for each article, on first use: articles never change */
export function perArticle<Found>(find: (article: Article) => Found): (article: Article) => Found {
  const known = new WeakMap<Article, { readonly found: Found }>()
  return (article) => {
    let entry = known.get(article)
    if (entry === undefined) {
      entry = { found: find(article) }
      known.set(article, entry)
    }
    return entry.found
  }
}
