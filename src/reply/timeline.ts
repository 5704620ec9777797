import { passagesOf } from '../answering/passages.js'
import type { Article } from '../article/article.js'
import { isEnglish } from '../mentions/english.js'
import { timelineOf } from '../mentions/timeline.js'
import { showQuotes } from './pages.js'
import { type Layout, type Reply, say } from './reply.js'
import type { Wording } from './wording/wording.js'

/**
 * One page of the sentences that state a date, the earliest first, the dates standing out.
 *
 * @param within what the buttons hand on to name these articles
 * @param page from 1; a page past the last shows the last
 */
export function showTimeline(
  articles: readonly Article[],
  within: string,
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  if (!articles.some(isEnglish)) return say(wording.text('mentions.english-only'))
  const passages = articles
    .flatMap((article) => timelineOf(article).map((statement) => ({ article, ...statement })))
    .sort((a, b) => a.order - b.order)
    .map(({ article, sentence, dates }) => {
      const [span = sentence] = passagesOf(article, [sentence])
      return { article, span, emphasis: dates }
    })
  if (passages.length === 0) return say(wording.text('timeline.none'))
  const title = wording.text('timeline.title')
  return showQuotes({ title, passages, command: 'timeline', values: [within] }, page, layout, wording)
}
