import type { Article } from '../article/article.js'
import type { Candidate } from '../retrieval/candidate.js'
import { LEARNED } from '../retrieval/learned.js'
import { type Token, tokenize } from '../retrieval/tokens.js'
import type { Answer } from './answer.js'
import { type Answered, answerId } from './answerer.js'
import type { Answering } from './answering.js'
import { THRESHOLDS } from './confidence.js'
import { followUp, type Joined, type Topic } from './follow-up.js'
import { type Quote, quote } from './quote.js'
import { quotedSpan } from './quoted-span.js'

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
  const { asked: least = THRESHOLDS.asked } = answering
  const searched = answering.articles.filter(({ id }) => within?.has(id) !== false)
  const asked = taken.reads ? taken.words : topic.question
  const sound = {
    ...sifted(answer, least <= DOUBTFUL ? candidates : [], taken, searched),
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

/** As many of the best sentences are looked at for a reason: further down hardly one answers. */
const LOOKED_AT = 4
/**
 * How likely one of these answers is not known: the words of two questions together ("why asked the CSTO to send troops") read worse
 * than one question does. Below `THRESHOLDS.plain`, so that the reply says so.
 */
const DOUBTFUL = THRESHOLDS.plain - 0.01

/**
 * Leaves of an answer what speaks of what was asked now. The words of the question before are many and the new ones few,
 * so what answers the one before ranks high whatever the new ones say. Where no reason is left for "why?", one that a good sentence names
 * counts, with a word of doubt.
 *
 * @param candidates none where what is doubtful is not sure enough
 */
function sifted(
  answer: Answer,
  candidates: readonly Candidate[],
  joined: Joined,
  articles: readonly Article[],
): Answer {
  if (answer.kind !== 'quoted' && answer.kind !== 'not-said') return answer
  const speaks = (found: Quote): boolean => speaksOf(found, joined) && !lacksReason(found, joined)
  const [first, ...others] = answer.kind === 'quoted' ? answer.quotes.filter(speaks) : []
  if (answer.kind === 'quoted' && first !== undefined) return { ...answer, quotes: [first, ...others] }
  const reason = (asksWhy(joined) ? candidates.slice(0, LOOKED_AT) : [])
    .map((candidate) => quote(candidate.article, quotedSpan(candidate, undefined, []), []))
    .find((found) => speaks(found) && hasHalf(found, joined))
  const { repairs, confidence } = answer
  if (reason !== undefined)
    return { kind: 'quoted', id: answerId([reason]), quotes: [reason], repairs, confidence: DOUBTFUL }
  if (answer.kind === 'not-said') return answer
  return { kind: 'not-said', searched: articles, nearest: [answer.quotes[0]], repairs, confidence }
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

const asksWhy = ({ words }: Pick<Joined, 'words'>): boolean => /^why\b/iu.test(words)

/** "Why?" has no word to be found by, so it is answered by a reason or not at all. */
const lacksReason = ({ words }: Quote, joined: Joined): boolean => asksWhy(joined) && !REASON.test(words)

/** Whether a quote has half of what is asked, or more. */
function hasHalf({ words: quoted }: Quote, { words }: Joined): boolean {
  const terms = new Set(tokenize(quoted).map(({ term }) => term))
  const asked = tokenize(words).filter(({ content }) => content)
  return 2 * asked.filter(({ term }) => terms.has(term)).length >= asked.length
}

const REASON =
  /\b(?:because|since|due to|owing to|on account of|as a result|in response|in order to|so that|so as to|reasons?|caused?|aim(?:s|ed|ing)|to (?:help|prevent|stop|protect|ensure|avoid|counter|fight|support))\b/iu
