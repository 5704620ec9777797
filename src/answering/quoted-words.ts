import type { Span } from '../article/article.js'

/** A word or a mark of a text, as quotations are compared. */
export interface Word {
  readonly span: Span
  /** Small letters; quotation marks, apostrophes and dashes all of one kind. */
  readonly folded: string
}

/** What is named, and does not make a quotation inexact. */
export type Typography = 'quotation-marks' | 'dashes' | 'spaces' | 'case'

/**
 * Reads text as words and marks; time grows linearly with its length.
 *
 * @param from where `text` begins in what the spans shall point into
 */
export const wordsAndMarks = (text: string, from = 0): Word[] =>
  [...text.matchAll(WORD_OR_MARK)].map(({ 0: written, index }) => ({
    span: { start: from + index, end: from + index + written.length },
    folded: written.replace(APOSTROPHES, "'").replace(QUOTATION_MARK, '"').replace(DASHES, '-').toLowerCase(),
  }))

/** Words keep their apostrophes, numbers their points; dashes make one mark together. */
const WORD_OR_MARK =
  /[\p{L}\p{M}\p{N}]+(?:(?:['’ʼ`´]|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*|[-‐-―−]+|\S/gu
const APOSTROPHES = /(?<=.)['’ʼ`´](?=.)/gsu
const QUOTATION_MARK = /^["'“”„‟‘’‚‛«»‹›ʼ`´]$/u
const DASHES = /^[-‐-―−]+$/u

/** @returns whether a word or mark, as written or folded, is a word */
export const isWord = (written: string): boolean => /[\p{L}\p{N}]/u.test(written)

/** @returns what differs between two ways to write a word or mark that are the same folded; null where nothing does */
export function typographyOf(a: string, b: string): Typography | null {
  if (a === b) return null
  if (DASHES.test(a)) return 'dashes'
  return a.toLowerCase() === b.toLowerCase() ? 'case' : 'quotation-marks'
}
