import type { Span } from '../article/article.js'
import { type Token, tokenize } from '../retrieval/tokens.js'

/** How a question leans on the one before, as its own words show it. */
export type Leaning =
  /** It asks who says what was quoted. */
  | { readonly kind: 'speaker' }
  /** It asks the same with another question word: "when?", "in which city?". */
  | { readonly kind: 'question word'; readonly asks: string }
  /** It asks the same of something else: "and in Almaty?", "what about China?". */
  | { readonly kind: 'constituent'; readonly preposition: string | null; readonly words: string }
  /** It names by a pronoun what was named before: "Why did he say so?". */
  | { readonly kind: 'pronoun'; readonly span: Span }

/**
 * Tells whether a question takes its meaning from the one before. Rules, since a false "yes" answers another question than
 * the one that was asked, and a false "no" only says that it found nothing.
 *
 * @returns null for one that stands alone
 */
export function leaningOf(question: string): Leaning | null {
  const text = question.trim().replace(/(?<![\s?!.…])[\s?!.…]+$/u, '')
  const opener = OPENERS.exec(text)?.[0] ?? ''
  const rest = text.slice(opener.length)
  if (EXPLETIVE.test(rest)) return null
  if (WHO_SAYS.test(rest)) return { kind: 'speaker' }
  return (
    constituentOf(rest, /\b(?:and|but|or)\b/iu.test(opener), question) ??
    questionWordOf(rest) ??
    pronounOf(question)
  )
}

const OPENERS = /^(?:(?:and|but|or|so|then|ok|okay|well|oh|hm+|um+|wait|yeah|yes|no|also)\b[\s,]*)+/iu

const WHO_SAYS =
  /^(?:(?:who(?:m|['’]s)?|whose words)(?: (?:is|was|were|are|has|had|have|did))?(?: it)?(?: (?:who|that))?(?: (?:said|says?|saying|claims?|claimed|claiming|told|states?|stated|reports?|reported|wrote|writes|speaks|speaking|talking|quoted))?(?: (?:that|this|it|so|these|those|they|these words|those words))?(?: by)?|says who|according to whom|(?:who|whom) (?:is|was) (?:that|this|it) (?:from|by|said by)|by whom)$/iu

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

const PREPOSITIONS = words(
  'in on at by for from to into onto with without within about above below over under between among through during before after since until till against across around near off towards toward via of',
)
const WH = words('who whom whose what which when where why how')
const AUXILIARIES = words(
  'is are was were be do does did has have had can could will would should may might must am isnt arent wasnt werent doesnt dont didnt',
)

/** The longest part of a question that is exchanged, in words. */
const MOST_WORDS = 6

function constituentOf(rest: string, opened: boolean, question: string): Leaning | null {
  const about = /^(?:what|how) (?:about|of)\s+(?=\S)/iu.exec(rest)?.[0] ?? ''
  const named = rest.slice(about.length)
  const tokens = tokenize(named)
  const [first] = tokens
  const prepositional = first !== undefined && PREPOSITIONS.has(first.word)
  const alone = prepositional && /\?\s*$/u.test(question)
  if (about === '' && !opened && !alone) return null
  if (tokens.length > MOST_WORDS || !tokens.some(({ content }) => content)) return null
  if (tokens.some(({ word }) => WH.has(word) || AUXILIARIES.has(word))) return null
  if (!prepositional) return { kind: 'constituent', preposition: null, words: named }
  return { kind: 'constituent', preposition: first.word, words: named.slice(first.span.end).trim() }
}

/** Verbs and adverbs that add nothing to a question word: "when did it happen exactly". */
const EMPTY = words(
  'happen happened happens occur occurred take place took come came go went exactly precisely',
)
const ASKED_FOR = words(
  'year date day month time hour city country place region town person people president minister newspaper reason source number section',
)

function questionWordOf(rest: string): Leaning | null {
  const tokens = tokenize(rest)
  const at = tokens.findIndex(({ word }) => WH.has(word))
  const wh = tokens[at]
  if (wh === undefined || at > 1 || (at === 1 && !PREPOSITIONS.has(tokens[0]?.word ?? ''))) return null
  const next = tokens[at + 1]
  const measure = wh.word === 'how' && next !== undefined && MEASURES.has(next.word) ? next : null
  const [noun, more] = tokens.filter((token) => token !== measure && token.content && !EMPTY.has(token.word))
  if (noun === undefined) {
    const stands = wh.word === 'what' || WHO_IS.test(rest)
    return stands ? null : { kind: 'question word', asks: rest.slice(0, (measure ?? wh).span.end) }
  }
  const behind = more === undefined && tokens[tokens.indexOf(noun) - 1] === (measure ?? wh)
  const named = ASKED_FOR.has(noun.word) || (measure !== null && COUNTED.test(noun.word))
  const ends = IS_THAT.test(rest.slice(noun.span.end))
  return behind && named && ends ? { kind: 'question word', asks: rest.slice(0, noun.span.end) } : null
}

const IS_THAT = /^(?: (?:is|was|are|were|did) (?:it|that|this|they|those|these)\b.*)?$/iu
/** What looks like a plural, and not like a verb. */
const COUNTED = /[^s]s$|^(?:people|men|women|children)$/u
const MEASURES = words('long many much old far often big large deep high')
const WHO_IS = /^(?:who|which) (?:is|are|was|were) (?:he|she|it|they|this|that|these|those)$/iu

const PRONOUNS = words(
  'he she they it him her them his hers their theirs its this that these those there then',
)
const PERSON = words('he she him her his hers')
const OBJECT = words('him her them it')
/** What often introduces something after it instead: "who said that China …", "this year". */
const IN_THE_END = words('this that these those then')

function pronounOf(question: string): Leaning | null {
  const tokens = tokenize(question)
  const at = tokens.findIndex((token, place) => PRONOUNS.has(token.word) && leansAt(tokens, place))
  const pronoun = tokens[at]
  return pronoun === undefined ? null : { kind: 'pronoun', span: pronoun.span }
}

/** "It" for nobody and nothing. */
const EXPLETIVE =
  /\bit (?:really |actually |also )?(?:true|possible|likely|necessary|helpful|common|called|known as|estimated|mean when|mean to|said|say|says|mention|mentions|rain|raining|take|takes|took)\b|\bwhat time is it\b/iu
/** With so many words of its own to search for, a question finds its answer alone; for a person it still needs the name. */
const ENOUGH = 3

function leansAt(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.word ?? ''
  const before = tokens[at - 1]?.word ?? ''
  const named = tokens.slice(0, at).some(({ content }) => content)
  const ends = tokens.slice(at + 1).every(({ content }) => !content)
  const person = PERSON.has(word)
  if (!person && tokens.filter((token) => token.content && !MEASURES.has(token.word)).length >= ENOUGH)
    return false
  if (word === 'there') return named && ends && !AUXILIARIES.has(before)
  if (IN_THE_END.has(word)) return at > 0 && (at === tokens.length - 1 || (!named && AUXILIARIES.has(before)))
  return !named || (ends && OBJECT.has(word))
}
