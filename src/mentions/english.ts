import type { Article } from '../article/article.js'

/** @returns whether the rules of this room, which know English, can read `article` */
export const isEnglish = ({ language }: Article): boolean => /^en\b/i.test(language)
