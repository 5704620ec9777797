import type { Article, Section } from './article.js'

/** @returns the article people mean by its id or title, whatever the case, or by its edition; undefined where there is none */
export function findArticle(articles: readonly Article[], words: string): Article | undefined {
  const wanted = comparable(words)
  return (
    articles.find(({ id, edition }) => id === words.trim() || edition === words.trim()) ??
    articles.find(({ id, title }) => comparable(id) === wanted || comparable(title) === wanted)
  )
}

/** @returns the section people mean by its number, its heading, or `Introduction` for the lead */
export function findSection({ sections }: Article, words: string): Section | undefined {
  const wanted = comparable(words).replace(/^section\s+|[.:]$/g, '')
  return sections.find(
    ({ id, heading }) =>
      id === wanted ||
      (heading === null && wanted === 'introduction') ||
      (heading !== null && comparable(heading) === wanted),
  )
}

const comparable = (words: string): string => words.normalize('NFC').trim().toLowerCase()
