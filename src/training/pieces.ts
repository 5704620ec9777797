import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Article, slice } from '../article/article.js'
import { readCorpus } from '../article/corpus.js'
import { readArticle } from '../article/read-article.js'
import type { Gold } from '../evaluation/question-set.js'
import type { LabelledQuestion } from './labelled-question.js'
import { misspell } from './misspell.js'
import { createRandom } from './random.js'

/** A line of a piece's `.jsonl`. */
interface Written {
  readonly kind: string
  readonly question: string
  /** Words of each sentence that answers; none where the piece does not say. */
  readonly gold: readonly string[]
}

const FOLDER = path.resolve(import.meta.dirname, '../../../src/training/pieces')
/** How often each piece is holed, and which share of its paragraphs is then taken out. */
const HOLED = 2
const TAKEN_OUT = 0.34

/**
 * Newspaper pieces and questions on them, written for this project by helper sessions that had not seen the program:
 * encyclopedia questions repeat the article's words, and nobody asks them what it does not say. Each piece is there as
 * it is and with paragraphs taken out, where what they answered must be refused.
 */
export async function readPieces(folder = FOLDER): Promise<{
  readonly articles: readonly Article[]
  readonly questions: readonly LabelledQuestion[]
}> {
  const { articles } = await readCorpus(folder)
  const random = createRandom(17)
  const all: Article[] = []
  const questions: LabelledQuestion[] = []
  for (const piece of articles) {
    const [asked, hard] = [`${piece.id}.jsonl`, `${piece.id}.hard.jsonl`].map((file) =>
      readFileSync(path.join(folder, file), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Written),
    ) as [Written[], Written[]]
    const put = (article: Article, from: LabelledQuestion['from'], those: readonly Written[]): void => {
      for (const written of those) {
        const [gold = null, ...alsoGold] = written.gold.flatMap((words) => placesOf(words, article))
        questions.push({
          words: written.question,
          article: article.id,
          group: piece.id,
          gold,
          alsoGold,
          from,
        })
      }
    }
    all.push(piece)
    put(piece, 'piece', asked)
    put(piece, 'piece-hard', hard)
    const answered = asked.filter(({ gold }) => gold.length > 0)
    for (let time = 0; time < HOLED; time++) {
      const holed = await withHoles(piece, `${piece.id}~${time}`, random)
      all.push(holed)
      put(holed, 'piece-holes', answered)
    }
  }
  return { articles: all, questions: [...questions, ...strangers(questions, articles), ...harder(questions)] }
}

/** The questions that a piece answers: with a typing error, and put to all pieces that are held out with it at once. For the figures only. */
function harder(questions: readonly LabelledQuestion[]): LabelledQuestion[] {
  const random = createRandom(23)
  return questions.flatMap((question) =>
    question.from === 'piece' && question.gold !== null
      ? [
          { ...question, words: misspell(question.words, random), from: 'piece-misspelt' as const },
          { ...question, from: 'piece-among-all' as const },
        ]
      : [],
  )
}

/** Puts every question to a piece on something else, too, where it must be refused. */
function strangers(questions: readonly LabelledQuestion[], pieces: readonly Article[]): LabelledQuestion[] {
  const own = questions.filter(({ from }) => from === 'piece')
  return own.flatMap((question, at) => {
    const other = pieces[(pieces.findIndex(({ id }) => id === question.group) + 1 + at) % pieces.length]
    if (other === undefined || other.id === question.group) return []
    return {
      ...question,
      article: other.id,
      group: other.id,
      gold: null,
      alsoGold: [],
      from: 'piece-strangers',
    }
  })
}

async function withHoles(piece: Article, id: string, random: () => number): Promise<Article> {
  const left = piece.paragraphs.filter(() => random() > TAKEN_OUT)
  const words = left.map(({ span }) => slice(piece.text, span))
  return readArticle(`${id}.txt`, new TextEncoder().encode(`${piece.title}\n\n${words.join('\n\n')}\n`))
}

/** Where words of one sentence stand. */
function placesOf(words: string, { text, paragraphs }: Article): Gold[] {
  return paragraphs.flatMap(({ index, sentences }) =>
    sentences.flatMap((sentence, place) =>
      slice(text, sentence).includes(words) || words.includes(slice(text, sentence))
        ? [{ paragraph: index, sentence: place }]
        : [],
    ),
  )
}
