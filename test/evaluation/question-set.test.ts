import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readArticle } from '../../src/article/read-article.js'
import { goldOf, QuestionSetFault, readQuestionSet } from '../../src/evaluation/question-set.js'

const folder = mkdtempSync(path.join(tmpdir(), 'questions-'))
afterAll(() => rmSync(folder, { recursive: true }))

function read(...lines: string[]) {
  const file = path.join(folder, 'set.jsonl')
  writeFileSync(file, lines.join('\n'))
  return readQuestionSet(file)
}

describe('readQuestionSet', () => {
  it('reads questions with the place of their answer', () => {
    const [question] = read(
      '{"id": 7, "article": "lamps", "question": "Who?", "answers": ["Mara"], "paragraph": 0, "answer_start": 4}',
    )
    expect(question).toMatchObject({ id: '7', article: 'lamps', answers: ['Mara'], unanswerable: false })
  })

  it('takes kinds that must be refused for unanswerable', () => {
    const questions = read(
      '{"id": "a", "kind": "near-miss", "question": "Who?", "gold": []}',
      '{"id": "b", "kind": "typo", "question": "Hwo?", "gold": ["Mara kept it."]}',
    )
    expect(questions.map(({ unanswerable }) => unanswerable)).toEqual([true, false])
  })

  it('names the line that is no question', () => {
    expect(() => read('{"id": "a", "question": "Who?"}', 'nonsense')).toThrow(/set\.jsonl:2/)
    expect(() => readQuestionSet(path.join(folder, 'missing.jsonl'))).toThrow(QuestionSetFault)
  })
})

describe('goldOf', () => {
  it('gives the sentence with most of the answer, and nothing where the words do not stand there', async () => {
    const article = await readArticle(
      'lamps.txt',
      new TextEncoder().encode('Lamps\n\nIt was dark. Mara Venn kept it.\n'),
    )
    const question = { id: '1', question: 'Who?', unanswerable: false, paragraph: 0 }
    expect(goldOf(article, { ...question, answers: ['Mara Venn'] })).toEqual({ paragraph: 0, sentence: 1 })
    expect(goldOf(article, { ...question, answers: ['Ola'] })).toBeNull()
  })
})
