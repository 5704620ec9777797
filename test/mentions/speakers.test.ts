import { expect, it } from 'vitest'
import { slice } from '../../src/article/article.js'
import { readArticle } from '../../src/article/read-article.js'
import { speakersIn } from '../../src/mentions/speakers.js'

const WORDS = `Title

The President of Kazakhstan said that the port is open. Kazakh President Arman Sadyk called the delay an insult.

According to the BBC, Sadyk also said that oil is dear. A spokesman for the port said nothing was lost.`

it('gathers what each speaker says under one name, however it is written', async () => {
  const article = await readArticle('port.txt', new TextEncoder().encode(WORDS))
  const found = speakersIn(article).map(({ name, sentences }) => [
    slice(article.text, name),
    sentences.map((sentence) => slice(article.text, sentence).split(' ').slice(-2).join(' ')),
  ])
  expect(found).toEqual([
    ['Arman Sadyk', ['is open.', 'an insult.', 'is dear.']],
    ['BBC', ['is dear.']],
  ])
})
