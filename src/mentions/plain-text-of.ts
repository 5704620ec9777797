import { perArticle } from './per-article.js'

/** An article's text with blanks for line breaks, the only white space that the patterns know; every place stays. */
export const plainTextOf = perArticle(({ text }) => text.replace(/\s/g, ' '))
