import type { Article } from '../src/article/article.js'
import { findArticle } from '../src/article/find.js'
import type { Command, Services } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { showTimeline } from '../src/reply/naming.js'
import { readPage } from '../src/reply/pages.js'
import type { Reply } from '../src/reply/reply.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'

export default {
  data: {
    ...described('/timeline'),
    ...EVERYWHERE,
    options: [articleOption],
  },

  audience: 'asker',

  run({ options }, services) {
    const { answerer, wording } = services
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(answerer.articles, wanted)
    if (answerer.articles.length === 0 || article === undefined)
      return noSuchArticle(answerer.articles, wording)
    return timelineOf(article, 1, services)
  },

  complete: ({ value }, _options, { answerer }) => articleChoices(answerer.articles, value),

  press([within, page], services) {
    const at = readPage(page)
    const article =
      within === EVERY_ARTICLE ? null : services.answerer.articles.find(({ edition }) => edition === within)
    return at === null || article === undefined ? null : timelineOf(article, at, services)
  },
} satisfies Command

/** Stands in a button for an article's edition. */
const EVERY_ARTICLE = 'all'

function timelineOf(
  article: Article | null,
  page: number,
  { answerer, layout, wording }: Pick<Services, 'answerer' | 'layout' | 'wording'>,
): Reply {
  return article === null
    ? showTimeline(answerer.articles, EVERY_ARTICLE, page, layout, wording)
    : showTimeline([article], article.edition, page, layout, wording)
}
