import type { Answer, NotAQuestion, Repair } from '../answering/answer.js'
import { MAX_QUESTION_LENGTH } from '../answering/answerer.js'
import type { Article } from '../article/article.js'
import { type Block, type Reply, say } from './reply.js'

/** @returns what to show for an answer: quotes with their citations, or which "no" it is, in plain words */
export function replyToAnswer(answer: Answer): Reply {
  switch (answer.kind) {
    case 'quoted':
      return {
        blocks: [
          ...searchedFor(answer.repairs),
          ...answer.quotes.map((quote) => ({ kind: 'quote', quote, cited: 'fully' }) as const),
        ],
        actions: [],
      }
    case 'not-said':
      return {
        blocks: [
          ...searchedFor(answer.repairs),
          { kind: 'text', text: `${theArticles(answer.searched)} not say.` },
          { kind: 'note', text: 'The nearest passage, which does not answer the question:' },
          { kind: 'quote', quote: answer.nearest[0], cited: 'fully' },
        ],
        actions: [],
      }
    case 'off-topic':
      return withNotes(
        searchedFor(answer.repairs),
        say(
          `${theArticles(answer.searched)} not say: nothing in ${answer.searched.length === 1 ? 'it' : 'them'} comes near that question.`,
        ),
      )
    case 'no-articles':
      return say('There is no article to answer from: none is loaded.')
    case 'not-a-question':
      return say(NO_QUESTION[answer.reason])
  }
}

/** Says which words were searched for instead of what was typed: no word is exchanged silently. */
const searchedFor = (repairs: readonly Repair[]): Block[] =>
  repairs.length === 0
    ? []
    : [
        {
          kind: 'note',
          text: `Searched for ${repairs.map(({ written, meant }) => `“${meant}” (you wrote “${written}”)`).join(', ')}.`,
        },
      ]

const withNotes = (notes: readonly Block[], reply: Reply): Reply => ({
  ...reply,
  blocks: [...notes, ...reply.blocks],
})

const theArticles = ({ length }: readonly Article[]): string =>
  length === 1 ? 'The article does' : `The ${length} articles do`

const NO_QUESTION: Readonly<Record<NotAQuestion['reason'], string>> = {
  empty: 'Ask a question, and I will quote the sentence of the article that answers it.',
  'too-long': `That question is too long: please ask it in at most ${MAX_QUESTION_LENGTH} characters.`,
  'no-words':
    'I found no word in that to look for. Ask with a name, a place or a thing the article may speak of.',
  greeting: 'Hello! Ask me something about the articles, and I will quote the sentence that answers it.',
  thanks: 'You are welcome.',
}
