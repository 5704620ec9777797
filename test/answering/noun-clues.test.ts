import { describe, expect, it } from 'vitest'
import { EVIDENCE_NAMES, evidenceOf } from '../../src/answering/evidence.js'
import { readArticle } from '../../src/article/read-article.js'
import { LEARNED } from '../../src/retrieval/learned.js'
import { readQuestion } from '../../src/retrieval/question.js'
import { createRetrieval } from '../../src/retrieval/retrieval.js'

/** What a clue says of a question whose best sentence is the only one. */
async function clue(name: string, question: string, sentence: string): Promise<number | undefined> {
  const article = await readArticle('harbour.txt', new TextEncoder().encode(`The harbour\n\n${sentence}\n`))
  const read = readQuestion(question)
  if (typeof read === 'string') throw new Error(read)
  const evidence = evidenceOf(createRetrieval([article], LEARNED).rank(read), { read: () => 0 })
  return evidence?.[EVIDENCE_NAMES.indexOf(name)]
}

describe('what a sentence says of the noun asked about', () => {
  it('knows a thing without a name from one that is named', async () => {
    const question = 'Which bank lends the money?'
    expect(await clue('nounUnnamed', question, 'In all, a bank in Genoa lends the money.')).toBe(1)
    expect(await clue('nounUnnamed', question, 'In all, the Ligurian Bank lends the money.')).toBe(0)
  })

  it('sees how near a name stands to it', async () => {
    const question = 'Who is the coach of the team?'
    expect(await clue('nameAtNoun', question, 'They asked their coach, Marta Quiroga, about the team.')).toBe(
      1,
    )
    expect(
      await clue(
        'nameAtNoun',
        question,
        'They asked the coach, who had left the team in a bad mood, about Marta.',
      ),
    ).toBeLessThan(0.2)
  })

  it('finds the noun behind "the name of"', async () => {
    const question = 'What is the name of the school in the valley?'
    expect(await clue('nounMet', question, 'They closed the school, which stood in the valley.')).toBe(1)
    expect(await clue('nounMet', question, 'They closed the mine, which stood in the valley.')).toBe(0)
  })

  it('sees whether a number counts it', async () => {
    const question = 'How many windows were broken?'
    expect(await clue('nounCounted', question, 'They had broken 14 large windows.')).toBe(1)
    expect(await clue('nounCounted', question, 'They had broken windows and hurt 14 teachers.')).toBe(0)
  })
})
