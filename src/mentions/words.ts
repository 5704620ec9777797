import type { Span } from '../article/article.js'

/** One word of a sentence, as names are read from it. */
export interface Word {
  /** Without a possessive's ending. */
  readonly span: Span
  readonly text: string
  readonly capital: boolean
  /** Written with a possessive's ending: "Kazakhstan's". */
  readonly possessive: boolean
  /** Whether only a blank, that of "farmers' union", or " & ", parts it from the word before. */
  readonly tied: boolean
  /** Whether no letter or number goes on behind it with a mark but no blank: "0" in "0.5 %" is not. */
  readonly closed: boolean
  /** Whether a capital is owed to the place: first in the sentence, or after a quotation mark, colon or bracket. */
  readonly opens: boolean
  /** Whether a stroke parts it from the word before: "Fire/Rescue". */
  readonly afterStroke: boolean
  /** Whether it stands in the quoted title of a work: "The Closing of the American Mind". */
  readonly inTitle: boolean
}

/** Initials and abbreviations keep their full stop: "U.S.", "J.", "St."; other words end before it. */
const WORD =
  /(?:\p{Lu}\.){2,}|(?:\p{Lu}\.)+\p{Lu}(?=\s)|(?<!°\s?)\p{Lu}\.(?=\s?\p{Lu})|\b(?:Mr|Mrs|Ms|Dr|St|Sts|Mt|Ft|Jr|Sr|Gen|Col|Lt|Capt|Sgt|Maj|Sen|Rep|Gov|Prof|Rev|Hon)\.|[\p{L}\p{N}\p{M}]+(?:[&'’‘\-–‑][\p{L}\p{N}\p{M}]+)*/gu
const POSSESSIVE = /['’]s?$/u

/** @returns the words of a span, in order */
export function readWords(text: string, { start, end }: Span): Word[] {
  const words: Word[] = []
  const sentence = text.slice(start, end)
  const titles = quotedTitles(sentence)
  let last = start
  for (const { 0: written, index } of sentence.matchAll(WORD)) {
    const from = start + index
    const gap = text.slice(last, from)
    const bare = written.replace(POSSESSIVE, '')
    words.push({
      span: { start: from, end: from + bare.length },
      text: bare,
      capital: /^\p{Lu}/u.test(bare),
      possessive: bare !== written || /^['’](?=[\s,.;:)]|$)/u.test(text.slice(from + written.length, end)),
      tied: words.length > 0 && /^(?:['’]?\s{1,2}|\s&\s)$/u.test(gap),
      closed: !/^(?:[.,]\d|\s?[%°])/u.test(text.slice(from + written.length, from + written.length + 3)),
      opens: words.length === 0 || /["“‘«:(–—]\s*$/u.test(gap),
      afterStroke: gap.endsWith('/'),
      inTitle: titles.some((title) => title.start <= index && index < title.end),
    })
    last = from + written.length
  }
  return words
}

/** Quotations whose every long word has a capital. */
function quotedTitles(sentence: string): Span[] {
  return [...sentence.matchAll(/["“‘]([^"“”‘’]{3,100})["”’]/gu)]
    .filter(([, quoted = '']) => {
      const words = quoted.split(/\s+/)
      return (
        words.length > 1 &&
        words.every(
          (word, place) => /^[\p{Lu}\p{N}]/u.test(word) || (place > 0 && /^\p{Ll}{1,4}$/u.test(word)),
        )
      )
    })
    .map(({ 0: { length }, index }) => ({ start: index, end: index + length }))
}
