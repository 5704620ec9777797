import type { Token } from './tokens.js'

/** What kind of thing a question asks for, where its words show it. */
export type QuestionKind = 'number' | 'time' | 'place' | 'cause' | 'person' | 'other'

/** @param tokens a question's tokens */
export function kindOf(tokens: readonly Token[]): QuestionKind {
  const words = tokens.map(({ word }) => word)
  const has = (...sequence: string[]): boolean =>
    words.some((_, at) => sequence.every((word, place) => words[at + place] === word))
  if (
    has('how', 'many') ||
    has('how', 'much') ||
    has('how', 'long') ||
    has('how', 'old') ||
    has('how', 'far')
  ) {
    return 'number'
  }
  if (has('when') || has('what', 'date') || has('what', 'year') || has('which', 'year')) return 'time'
  if (has('where')) return 'place'
  if (has('why')) return 'cause'
  if (has('who') || has('whom')) return 'person'
  return 'other'
}

const SUPPLIES: Readonly<Record<QuestionKind, RegExp | null>> = {
  number:
    /\p{N}|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|half|twice|doubled?)\b/iu,
  time: /\b(?:1[0-9]{3}|20[0-9]{2}|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|century|yesterday|today)\b/u,
  place: /\b(?:in|at|near|from|across|outside|throughout) (?:the )?(?:\p{L}+ (?:of|part) )*\p{Lu}/u,
  cause:
    /\b(?:because|since|due to|caused?|causes|reasons?|therefore|result|led to|after|aimed|in order to|to (?:help|protect))\b/iu,
  person: /(?<=\S\s)\p{Lu}\p{Ll}+/u,
  other: null,
}

/** @returns whether a sentence has a thing of that kind; true for a kind that shows in no words */
export const suppliesKind = (kind: QuestionKind, sentence: string): boolean =>
  SUPPLIES[kind]?.test(sentence) ?? true
