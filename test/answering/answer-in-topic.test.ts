import { describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.js'
import { answerInTopic } from '../../src/answering/answer-in-topic.js'
import { createAnswerer } from '../../src/answering/answerer.js'
import { inThisThread } from '../../src/answering/answering.js'
import { THRESHOLDS } from '../../src/answering/confidence.js'
import { NO_TOPIC, questionLeft } from '../../src/answering/follow-up.js'
import { limited } from '../../src/answering/limited.js'
import { readCorpus } from '../../src/article/corpus.js'

const answering = inThisThread(createAnswerer((await readCorpus('corpus')).articles))

const quoteTo = async (question: string) => {
  const { answer } = await answering.answer(question)
  return answer.kind === 'quoted' ? answer.quotes[0] : null
}

/** What is answered to a question after another one and its answer. */
const answerTo = async (before: string, question: string): Promise<Answer> =>
  answerInTopic(question, { question: before, quote: await quoteTo(before) }, answering)

const wordsOf = (answer: Answer): string =>
  answer.kind === 'quoted' ? answer.quotes.map(({ words }) => words).join('\n') : answer.kind

describe('after another question', () => {
  it.each([
    // the question word is exchanged
    ['When did the protests begin?', 'why?', 'because the government almost doubled the price of fuel'],
    ['Why did the protests begin?', 'and when?', 'began on January 2, 2022'],
    ['Who asked the CSTO to send troops?', 'why?', 'to help quell the protests'],
    ['What did Tokayev call the riots?', 'why?', 'aimed at destroying the constitutional order'],
    // the name is exchanged, by another of its kind
    ['What did Wang Yi say?', 'and Tokayev?', 'Tokayev called the riots'],
    ['what did wang yi say', 'what about yang jin', 'Yang Jin said'],
    ['Who is the Chinese foreign minister?', 'and the Kazakh one?', 'Mukhtar Tileuberdi'],
    // the pronoun stands for the person, or for what was spoken of
    ['What did Tokayev call the riots?', 'who backs him?', 'That claim is backed by Russia'],
    ['Who is the Chinese foreign minister?', 'what did he say?', 'Wang Yi said'],
    ['Why did the protests begin?', 'did they spread?', 'The protests then spread'],
    ['What are the three evil forces?', 'what do they cause?', 'the cause of the chaos'],
  ])('“%s”, “%s” is answered by “%s”', async (before, question, words) => {
    expect(wordsOf(await answerTo(before, question))).toContain(words)
  })

  it('names a reason that only a next sentence has with a word of doubt', async () => {
    const answer = await answerTo('What did Tokayev call the riots?', 'why?')
    expect(answer).toMatchObject({ kind: 'quoted', quotes: [{ citation: { section: { id: '3' } } }] })
    expect('confidence' in answer && answer.confidence).toBeLessThan(THRESHOLDS.plain)
  })

  it('gives moderators who want surer answers no doubtful reason, and the others the same as everywhere', async () => {
    const kindsAt = (asked: number) =>
      Promise.all(
        ['Who asked the CSTO to send troops?', 'What did Tokayev call the riots?'].map(async (question) => {
          const topic = { question, quote: await quoteTo(question) }
          return (await answerInTopic('why?', topic, limited(answering, { articles: null, asked }))).kind
        }),
      )
    expect(await kindsAt(0.6)).toEqual(['not-said', 'not-said'])
    expect(await kindsAt(THRESHOLDS.asked)).toEqual(['quoted', 'quoted'])
  })

  it.each([
    ['When did the protests begin in Kazakhstan?', 'and in Almaty?'], // the article names no day for Almaty
    ['When did the protests begin in Kazakhstan?', 'what about Russia?'],
    ['When did the protests begin?', 'when did they end?'],
    ['How long is the border between China and Kazakhstan?', 'and Russia?'],
    ['Is Kazakhstan rich in oil?', 'and China?'],
    ['Which city was the deadliest?', 'why?'], // the sentence gives no reason
    ['Which city was the deadliest?', 'how many people died there?'],
    ['Who won the World Cup in 2018?', 'and in 2014?'],
  ])('“%s”, “%s” is not answered by what answers the first', async (before, question) => {
    const { kind } = await answerTo(before, question)
    expect(['not-said', 'off-topic']).toContain(kind)
  })

  it('says what it was understood as, or with', async () => {
    expect(await answerTo('When did the protests begin in Kazakhstan?', 'and in Almaty?')).toMatchObject({
      taken: { how: 'as', question: 'When did the protests begin in Almaty?' },
    })
    expect(await answerTo('When did the protests begin in Kazakhstan?', 'and on January 5?')).toMatchObject({
      taken: { how: 'as', question: 'When did the protests begin in Kazakhstan on January 5?' },
    })
    expect(await answerTo('Who asked the CSTO to send troops?', 'when?')).toMatchObject({
      taken: { how: 'with', question: 'Who asked the CSTO to send troops?' },
    })
    expect(
      await answerTo('When did the protests begin?', 'What did Tokayev call the riots?'),
    ).not.toHaveProperty('taken')
  })

  it('shows the quote again for who said that, with the name standing out', async () => {
    const answer = await answerTo('What did Tokayev call the riots?', 'who said that?')
    const [quote] = answer.kind === 'quoted' ? answer.quotes : []
    const [span] = quote?.emphasis ?? []
    expect(quote?.citation.article.text.slice(span?.start, span?.end)).toBe('President Tokayev')
    expect(answer).toMatchObject({ taken: { how: 'speaker' } })
  })

  it('gives the same answer to the same question', async () => {
    const [one, other] = [
      await answerTo('When did the protests begin?', 'why?'),
      await answerTo('When did the protests begin?', 'why?'),
    ]
    expect(one).toEqual(other)
  })
})

describe('after nothing', () => {
  it('asks for words where it is asked who said that', async () => {
    expect(await answerInTopic('who said that?', NO_TOPIC, answering)).toEqual({
      kind: 'not-a-question',
      reason: 'no-words',
    })
  })

  it('takes a question that leans for a new one', async () => {
    const alone = await answering.answer('When did it begin?')
    expect(await answerInTopic('When did it begin?', NO_TOPIC, answering)).toEqual(alone.answer)
  })
})

describe('what the next question may lean on', () => {
  const topic = { question: 'When did the protests begin in Kazakhstan?', quote: null }
  it.each([
    ['Who is Wang Yi?', 'Who is Wang Yi?'],
    ['why?', 'Why did the protests begin in Kazakhstan?'],
    ['who started them?', 'When did the protests begin in Kazakhstan?'], // no whole question comes of it
  ])('is, after “%s”, “%s”', (question, left) => {
    expect(questionLeft(question, topic)).toBe(left)
  })
})
