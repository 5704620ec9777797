import type { Token } from '../retrieval/tokens.js'

/** @returns whether a question asks for several things: "when and where …", "who …? why …?", "which countries …" */
export function asksSeveralThings(text: string, tokens: readonly Token[]): boolean {
  if ((text.match(/\?/g) ?? []).length > 1) return true
  if (text.split('?').some(asksTwice)) return true
  const asking = tokens.findIndex(({ word }) => word === 'which' || word === 'what')
  const noun = tokens[asking + 1]
  return asking >= 0 && noun !== undefined && noun.content && /[^s]s$/u.test(noun.word)
}

function asksTwice(text: string): boolean {
  const first = ASKING.exec(text)
  return first !== null && AND_ASKING.test(text.slice(first.index + first[0].length))
}

const ASKING = /\b(?:who|what|when|where|why|how|which)\b/iu
const AND_ASKING = /\b(?:and|or) (?:who|what|when|where|why|how|which)\b/iu
