import { findNamed, type Named, namesIn, near, speakersAmong } from '../answering/named.js'
import { passagesOf } from '../answering/passages.js'
import type { Article } from '../article/article.js'
import { isEnglish } from '../mentions/english.js'
import { timelineOf } from '../mentions/timeline.js'
import { showQuotes } from './pages.js'
import { type Layout, type Reply, say } from './reply.js'
import type { Wording } from './wording/wording.js'

/** What is asked of a name, which is also the command that asks it. */
export type AboutName = 'who' | 'said'

const LISTS: Readonly<Record<AboutName, (articles: readonly Article[]) => Named[]>> = {
  who: namesIn,
  said: speakersAmong,
}

/** @returns the names that can be asked for, the most often named first */
export const namesFor = (about: AboutName, articles: readonly Article[]): Named[] => LISTS[about](articles)

/**
 * One page of all that articles say of somebody or something, or of what somebody is reported to say.
 *
 * @param wanted a name as people type it, or one of its keys
 * @param page from 1; a page past the last shows the last
 */
export function tellOfName(
  about: AboutName,
  articles: readonly Article[],
  wanted: string,
  page: number,
  layout: Layout,
  wording: Wording,
): Reply {
  const names = namesFor(about, articles)
  const found = findNamed(names, wanted)
  if (found === undefined) return unknownName(about, articles, near(names, wanted), wording)
  const { name, keys, passages } = found
  const title = wording.text(about === 'who' ? 'who.title' : 'said.title', { name })
  return showQuotes({ title, passages: passages(), command: about, values: [keys[0]] }, page, layout, wording)
}

/** Says that nobody is known by that name, and offers the names that may have been meant. */
function unknownName(
  about: AboutName,
  articles: readonly Article[],
  alike: readonly Named[],
  wording: Wording,
): Reply {
  if (!articles.some(isEnglish)) return say(wording.text('mentions.english-only'))
  const unknown = wording.text(about === 'who' ? 'who.unknown' : 'said.unknown')
  if (alike.length === 0) return say(unknown)
  return {
    blocks: [
      { kind: 'text', text: unknown },
      { kind: 'note', text: wording.text('mentions.near') },
      { kind: 'list', items: alike.map(({ name }) => name) },
    ],
    actions: alike.map(({ name, keys }) => ({ label: name, command: about, values: [keys[0], '1'] })),
  }
}

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
