import { describe, expect, it } from 'vitest'
import { leaningOf } from '../../src/answering/leaning.js'

describe('a question', () => {
  it.each([
    ['who said that?', 'speaker'],
    ['says who', 'speaker'],
    ['and according to whom?', 'speaker'],
    ['when?', 'question word'],
    ['and why?', 'question word'],
    ['Where exactly?', 'question word'],
    ['how many people?', 'question word'],
    ['in which year was that?', 'question word'],
    ['and in Almaty?', 'constituent'],
    ['in Almaty?', 'constituent'],
    ['what about China?', 'constituent'],
    ['and on January 5?', 'constituent'],
    ['Why did he resign?', 'pronoun'],
    ['When did it begin?', 'pronoun'],
    ['Who supported them?', 'pronoun'],
    ['What did Wang say about it?', 'pronoun'],
    ['How many people died there?', 'pronoun'],
  ])('“%s” leans on the one before by a %s', (question, kind) => {
    expect(leaningOf(question)?.kind).toBe(kind)
  })

  it.each([
    'When did the protests begin?',
    'Who said that China supports Russia?', // that: the conjunction
    'Is it true that China supports Russia?', // it: for what follows
    'How long does it take to travel?',
    'What time is it?',
    'Were there any deaths?',
    'How many mosques are there?',
    'What did Tokayev say about his opponents?', // his: of somebody named before
    'in which city did the protests begin?',
    'Why did the government double the price of fuel even though it has oil?',
    'Almaty', // keywords
    'China and Russia?',
    'what else?',
    'thanks',
    '',
  ])('“%s” stands alone', (question) => {
    expect(leaningOf(question)).toBe(null)
  })
})
