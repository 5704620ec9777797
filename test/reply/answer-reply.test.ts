import { expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { readArticle } from '../../src/article/read-article.js'
import { replyToAnswer } from '../../src/reply/answer-reply.js'
import { ENGLISH } from '../../src/reply/wording/wording.js'
import { HARBOUR } from '../articles.js'

const { answer } = createAnswerer([
  await readArticle('harbour.txt', new TextEncoder().encode(HARBOUR)),
]).answer('Who kept the light on Skerry Rock?')

const textsAt = (confidence: number): string[] => {
  if (answer.kind !== 'quoted') throw new Error(answer.kind)
  const { blocks } = replyToAnswer({ ...answer, confidence }, ENGLISH)
  return blocks.flatMap((block) => ('text' in block && typeof block.text === 'string' ? [block.text] : []))
}

it('says with a quote that it may be no answer, where it is less than half sure of it', () => {
  expect(textsAt(0.49)).toEqual(['I am not sure that this answers the question:'])
  expect(textsAt(0.5)).toEqual([])
})
