import type { Article } from '../article/article.js'
import { LEARNED } from '../retrieval/learned.js'
import { type Token, tokenize } from '../retrieval/tokens.js'
import type { Answer } from './answer.js'
import { type Answered, answerId } from './answerer.js'
import type { Answering } from './answering.js'
import { followUp, type Joined, type Topic } from './follow-up.js'
import { type Quote, quote } from './quote.js'

/**
 * Answers a question, and one that leans on what was talked about before together with that, and says so.
 *
 * @param within the ids of the articles to answer from; all where left out
 */
export async function answerInTopic(
  question: string,
  topic: Topic,
  answering: Answering,
  within?: ReadonlySet<string>,
): Promise<Answer> {
  return (await answeredInTopic(question, topic, answering, within)).answer
}

/** @returns the same, with the sentences that were considered; none where nothing was searched for */
export async function answeredInTopic(
  question: string,
  topic: Topic,
  answering: Answering,
  within?: ReadonlySet<string>,
): Promise<Answered> {
  const taken = followUp(question, topic)
  if (taken === null) return answering.answer(question, within)
  if (taken.kind === 'speaker') return { answer: whoSpeaks(taken.quote), candidates: [] }
  const { answer, candidates } = await answering.answer(taken.words, within)
  const searched = answering.articles.filter(({ id }) => within?.has(id) !== false)
  const asked = taken.reads ? taken.words : topic.question
  const sound = {
    ...sifted(answer, taken, searched),
    ...(asked === null ? {} : { taken: { how: taken.reads ? 'as' : 'with', question: asked } as const }),
  }
  return { answer: sound, candidates }
}

/** The quote once more, with the name of who speaks in it standing out. */
function whoSpeaks({ citation: { article }, span, words, attribution }: Quote): Answer {
  const name = attribution?.speaker ?? attribution?.reporter ?? null
  const at = name === null ? -1 : words.indexOf(name)
  const start = span.start + at
  const shown = quote(article, span, name === null || at < 0 ? [] : [{ start, end: start + name.length }])
  return {
    kind: 'quoted',
    id: answerId([shown]),
    quotes: [shown],
    confidence: 1,
    repairs: [],
    taken: { how: name === null ? 'no-speaker' : 'speaker' },
  }
}

/**
 * Leaves of an answer what speaks of what was asked now. The words of the question before are many and the new ones few,
 * so what answers the one before ranks high whatever the new ones say.
 */
function sifted(answer: Answer, joined: Joined, articles: readonly Article[]): Answer {
  if (answer.kind !== 'quoted') return answer
  const [first, ...others] = answer.quotes.filter(
    (found) => speaksOf(found, joined) && !lacksReason(found, joined),
  )
  if (first !== undefined) return { ...answer, quotes: [first, ...others] }
  const { repairs, confidence, quotes } = answer
  return { kind: 'not-said', searched: articles, nearest: [quotes[0]], repairs, confidence }
}

/** Whether a quote has every number of the new words, and one of the others. */
function speaksOf({ words }: Quote, { own }: Joined): boolean {
  const terms = new Set(tokenize(words).map(({ term }) => term))
  const has = ({ word, term }: Token): boolean =>
    terms.has(term) || (!own.exactly && LEARNED.related(word, term).some((other) => terms.has(other)))
  const asked = tokenize(own.words).filter(({ content }) => content)
  const others = asked.filter(({ word }) => !/^\p{N}/u.test(word))
  return (
    asked.every((token) => others.includes(token) || has(token)) && (others.length === 0 || others.some(has))
  )
}

/** "Why?" has no word to be found by, so it is answered by a reason or not at all. */
const lacksReason = ({ words: quoted }: Quote, { words }: Joined): boolean =>
  /^why\b/iu.test(words) && !REASON.test(quoted)

const REASON =
  /\b(?:because|since|due to|owing to|on account of|as a result|in response|in order to|so that|so as to|reasons?|caused?|aim(?:s|ed|ing)|to (?:help|prevent|stop|protect|ensure|avoid|counter|fight|support))\b/iu
