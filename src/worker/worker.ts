/** What runs in the thread: an answerer of its own, made before the first question is let in. */
import Tinypool from 'tinypool'
import { type Answered, type Answerer, createAnswerer } from '../answering/answerer.js'
import { warmUp } from '../answering/answering.js'
import type { WorkerData } from './answer-in-worker.js'
import { createReferences } from './references.js'

type Candidate = Answered['candidates'][number]

/** Thousands are looked at, and each carries its features. */
const MOST_CANDIDATES = 50

const { articles }: WorkerData = Tinypool.workerData
const answerer = createAnswerer(articles)
const references = createReferences(articles)
warmUp(answerer)

/** A candidate names its features only when asked, which cannot be posted. */
const plain = ({ article, paragraph, sentence, span, features, score }: Candidate): Candidate => ({
  article,
  paragraph,
  sentence,
  span,
  features,
  score,
})

/** @returns an `Answered`, as `References.name` puts it */
export default function answer(question: Parameters<Answerer['answer']>): unknown {
  const { answer, candidates } = answerer.answer(...question)
  return references.name({
    answer,
    candidates: candidates.slice(0, MOST_CANDIDATES).map(plain),
  } satisfies Answered)
}
