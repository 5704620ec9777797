/**
 * Prints a random hundred of the names, speakers or dated statements found in articles, each with its sentence, for
 * somebody to read and count the wrong ones: `npm run --silent sample -- names|speakers|dates SEED FOLDER...`. The same
 * articles and seed print the same hundred.
 */
import { createHash } from 'node:crypto'
import { type Article, contains, type Span, slice } from '../article/article.js'
import { readCorpus } from '../article/corpus.js'
import { EXIT } from '../exit-codes.js'
import { entitiesIn } from '../mentions/entities.js'
import { speechIn } from '../mentions/speech.js'
import { timelineOf } from '../mentions/timeline.js'

const HOW_MANY = 100

const PRINTED: Readonly<Record<string, (article: Article) => string[]>> = {
  names: (article) =>
    entitiesIn(article).map(({ name, kind, mentions }) => {
      const forms = new Set(mentions.map((mention) => slice(article.text, mention)))
      return `${slice(article.text, name)} [${kind ?? 'other'}] {${[...forms].join(' | ')}} ${inSentence(article, mentions[0] ?? name)}`
    }),
  speakers: (article) =>
    article.paragraphs.flatMap((paragraph) =>
      speechIn(article, paragraph).flatMap((spoken, place) => {
        const wordsAt = (span: Span | null): string => (span === null ? '–' : slice(article.text, span))
        const sentence = paragraph.sentences[place]
        if (spoken === null || sentence === undefined) return []
        return [
          `[${wordsAt(spoken.speaker)}, reported by ${wordsAt(spoken.reporter)}] ${slice(article.text, sentence)}`,
        ]
      }),
    ),
  dates: (article) =>
    timelineOf(article).map(
      ({ sentence, dates }) =>
        `${dates.map((date) => `[${slice(article.text, date)}]`).join(' ')} ${slice(article.text, sentence)}`,
    ),
}

/** The sentence a name stands in, the name marked. */
function inSentence({ text, paragraphs }: Article, name: Span): string {
  const sentence =
    paragraphs.flatMap(({ sentences }) => sentences).find((span) => contains(span, name)) ?? name
  return `${text.slice(sentence.start, name.start)}⟦${slice(text, name)}⟧${text.slice(name.end, sentence.end)}`
}

const [what = '', seed = '', ...folders] = process.argv.slice(2)
const print = PRINTED[what]
if (print === undefined || folders.length === 0) {
  console.error(
    'Say what to sample, a seed and folders of articles: npm run --silent sample -- names 1 corpus',
  )
  process.exit(EXIT.usage)
}
const corpora = await Promise.all(folders.map((folder) => readCorpus(folder)))
const found = corpora.flatMap(({ articles }) => articles).flatMap(print)
const order = (line: string): string => createHash('sha256').update(`${seed} ${line}`).digest('hex')
const drawn = found.toSorted((a, b) => order(a).localeCompare(order(b))).slice(0, HOW_MANY)
console.log(drawn.map((line, place) => `${place + 1}. ${line.replace(/\s+/g, ' ')}`).join('\n'))
console.error(`${drawn.length} of ${found.length}`)
