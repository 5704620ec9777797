import { fold, type Token } from './tokens.js'

/** Which words of an article are names, learned from how it writes them. */
export interface NameWords {
  /** @returns whether the article writes `word` with a capital inside sentences at least as often as without */
  has(word: string): boolean
}

/**
 * Learns an article's name words. A capital at the start of a sentence proves nothing, so only the others count.
 *
 * @param text what the tokens' spans point into
 * @param sentences the tokens of each sentence
 */
export function learnNameWords(text: string, sentences: readonly (readonly Token[])[]): NameWords {
  const balance = new Map<string, number>()
  for (const tokens of sentences) {
    tokens.forEach((token, place) => {
      if (!/^\p{L}/u.test(token.word) || !token.content) return
      const capital = isCapital(text, token)
      if (capital && opensSpeech(text, tokens, place)) return
      balance.set(token.word, (balance.get(token.word) ?? 0) + (capital ? 1 : -1))
    })
  }
  const names = new Set([...balance].filter(([, more]) => more >= 0).map(([word]) => word))
  return { has: (word) => names.has(word) }
}

/** @returns whether the token is written with a capital first letter */
export const isCapital = (text: string, { span }: Token): boolean => /^\p{Lu}/u.test(text.charAt(span.start))

/** Whether a capital is owed to the place: first in the sentence, or after a quotation mark or a colon. */
const opensSpeech = (text: string, tokens: readonly Token[], place: number): boolean =>
  place === 0 || /["“‘:(]\s*$/u.test(text.slice(tokens[place - 1]?.span.end ?? 0, tokens[place]?.span.start))

const list = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold))

/** Words before a name that say it is a person's. */
export const PERSON_TITLES = list(
  'president minister king queen prince princess emperor pope sir lord lady mr mrs ms miss dr doctor professor general colonel captain senator governor mayor chancellor secretary ambassador judge justice chief director author writer poet historian scientist philosopher economist researcher spokesman spokeswoman singer actor actress artist leader saint st father brother coach analyst officer commander sultan tsar',
)

/** Words in or after a name that say it is a place's. */
export const PLACE_WORDS = list(
  'river city island islands mountain mountains lake sea ocean street avenue road bridge county state states province region republic kingdom valley bay coast desert town village district park square north south east west northern southern eastern western central airport port border country',
)

/** Words in a name that say it is a body's. */
export const BODY_WORDS = list(
  'university college school institute company corporation inc ltd party organization organisation association committee council union league club team church bank army ministry department agency court congress parliament senate house times post news press society foundation museum group federation commission government office bureau service act treaty',
)
