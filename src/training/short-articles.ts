import { type Article, slice } from '../article/article.js'
import { readArticle } from '../article/read-article.js'
import type { LabelledQuestion } from './labelled-question.js'

/**
 * Cuts articles into short ones, as newspapers' are: rarity, passages and calibration must not lean on an article's
 * length. Each question is put to the piece that answers it, and to another piece, where it must be refused.
 *
 * @param sentences about how long a piece is to be
 */
export async function shortArticles(
  articles: readonly Article[],
  questions: readonly (LabelledQuestion & { readonly answers: readonly string[] })[],
  sentences: number,
): Promise<{ articles: Article[]; questions: LabelledQuestion[] }> {
  const short: Article[] = []
  const asked: LabelledQuestion[] = []
  for (const article of articles) {
    const pieces = await cutUp(article, sentences)
    short.push(...pieces.map(({ piece }) => piece))
    questions
      .filter((question) => question.article === article.id)
      .forEach(({ words, gold, group, answers }, at) => {
        const own = pieces.findIndex(
          ({ first, end }) => gold !== null && gold.paragraph >= first && gold.paragraph < end,
        )
        const home = pieces[own]
        if (gold === null || home === undefined) return
        const label = { words, group, from: 'short' as const }
        asked.push({
          ...label,
          article: home.piece.id,
          gold: { ...gold, paragraph: gold.paragraph - home.first },
        })
        if (pieces.length < 2) return
        const other = pieces[(own + 1 + (at % (pieces.length - 1))) % pieces.length]
        if (other === undefined || holdsAny(other.piece, answers)) return
        asked.push({ ...label, article: other.piece.id, gold: null })
      })
  }
  return { articles: short, questions: asked }
}

/** Paragraphs `first` to `end` of an article, as an article. */
interface Piece {
  readonly piece: Article
  readonly first: number
  readonly end: number
}

async function cutUp(article: Article, sentences: number): Promise<Piece[]> {
  const pieces: Piece[] = []
  let first = 0
  let length = 0
  for (const [at, paragraph] of article.paragraphs.entries()) {
    length += paragraph.sentences.length
    if (length < sentences && at + 1 < article.paragraphs.length) continue
    const words = article.paragraphs
      .slice(first, at + 1)
      .map(({ span }) => slice(article.text, span).replace(/\n\s*\n/g, '\n'))
    const bytes = new TextEncoder().encode(`${article.title}\n\n${words.join('\n\n')}\n`)
    const piece = await readArticle(`${article.id}~${pieces.length}.txt`, bytes)
    if (piece.paragraphs.length === at + 1 - first) pieces.push({ piece, first, end: at + 1 })
    first = at + 1
    length = 0
  }
  return pieces
}

/** Whether an accepted answer stands in the piece, where refusing would then be wrong. */
const holdsAny = ({ text }: Article, answers: readonly string[]): boolean => {
  const words = text.toLowerCase()
  return answers.some((answer) => answer.length > 2 && words.includes(answer.toLowerCase()))
}
