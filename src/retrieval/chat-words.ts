import { FUNCTION_WORDS } from './function-words.js'
import { type Token, termOf } from './tokens.js'

/** How chats write question and function words, which are not searched for, so that nothing need be said of them. */
const SMALL_WORDS = pairs(
  'wehn when whne when whn when wher where whre where wheres where wat what wut what waht what wht what whats what wich which whcih which hw how hwy why teh the hte the adn and nad and u you ur your abt about abuot about cuz because coz because becuase because thier their thru through',
)
/** The same for what may be another word, and is none where an auxiliary follows: "wen did", "were was". */
const BEFORE_AUXILIARIES = pairs('wen when wear where wot what witch which y why were where')
const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were do does did has have had can could will would should'.split(' '),
)

/** Words that chats shorten and articles write out. */
const SHORT_WORDS = pairs('ppl people govt government prez president')

/** @returns the tokens of a question, its question and function words as they were meant */
export function withSmallWordsMended(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, at) => {
    const asks = AUXILIARIES.has(tokens[at + 1]?.word ?? '')
    const meant = SMALL_WORDS.get(token.word) ?? (asks ? BEFORE_AUXILIARIES.get(token.word) : undefined)
    return meant === undefined
      ? token
      : { ...token, word: meant, term: termOf(meant), content: !FUNCTION_WORDS.has(meant) }
  })
}

/** @returns what a word is short for in chats; null where it is not */
export const longFormOf = (word: string): string | null => SHORT_WORDS.get(word) ?? null

function pairs(list: string): ReadonlyMap<string, string> {
  const words = list.split(' ')
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1] ?? word] as const] : [])))
}
