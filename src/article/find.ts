import type { Article, Section } from './article.js'

/** @returns the article people mean by its id or title, whatever the case, or by its edition; undefined where there is none */
export function findArticle(articles: readonly Article[], words: string): Article | undefined {
  const wanted = comparable(words)
  return (
    articles.find(({ id, edition }) => id === words.trim() || edition === words.trim()) ??
    articles.find(({ id, title }) => comparable(id) === wanted || comparable(title) === wanted)
  )
}

/**
 * @param introduction what the reader's language calls the lead
 * @returns the section people mean by its number (also `section 3`, in any language), its heading, or the lead's name
 */
export function findSection({ sections }: Article, words: string, introduction: string): Section | undefined {
  const wanted = comparable(words).replace(/[.:]$/, '')
  const number = wanted.replace(/^\p{L}+\s+(?=\d)/u, '')
  return sections.find(({ id, heading }) => id === number || comparable(heading ?? introduction) === wanted)
}

const comparable = (words: string): string => words.normalize('NFC').trim().toLowerCase()
