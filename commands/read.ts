import { ApplicationCommandOptionType } from 'discord.js'
import type { Article, Section } from '../src/article/article.js'
import { findArticle, findSection } from '../src/article/find.js'
import type { Choice, Command } from '../src/discord/command.js'
import { described } from '../src/discord/described.js'
import { EVERYWHERE } from '../src/discord/usable-where.js'
import { sectionName } from '../src/reply/citation.js'
import { readPage } from '../src/reply/pages.js'
import { readSection } from '../src/reply/reading.js'
import { say } from '../src/reply/reply.js'
import type { Wording } from '../src/reply/wording/wording.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'

export default {
  data: {
    ...described('/read'),
    ...EVERYWHERE,
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...described('/read section'),
        required: true,
        autocomplete: true,
      },
      articleOption,
    ],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles }, layout, wording }) {
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(articles, wanted)
    if (articles.length === 0 || article === undefined) return noSuchArticle(articles, wording)
    const place = findPlace(
      article === null ? articles : [article],
      options.getString('section', true),
      wording,
    )
    return place === null
      ? say(wording.text('section.unknown'))
      : readSection(place.article, place.section, 1, layout, wording)
  },

  complete(focused, options, { answerer: { articles }, wording }) {
    if (focused.name === 'article') return articleChoices(articles, focused.value)
    const article = findArticle(articles, options.getString('article') ?? '')
    return sectionChoices(article === undefined ? articles : [article], focused.value, wording)
  },

  press([edition = '', id = '', page], { answerer: { articles }, layout, wording }) {
    const article = articles.find((candidate) => candidate.edition === edition)
    const section = article?.sections.find((candidate) => candidate.id === id)
    const at = readPage(page)
    if (article === undefined || section === undefined || at === null) return null
    return readSection(article, section, at, layout, wording)
  },
} satisfies Command

interface Place {
  readonly article: Article
  readonly section: Section
}

/** What was chosen from the list, `edition/section`, or typed: the first article with such a section. */
function findPlace(articles: readonly Article[], words: string, wording: Wording): Place | null {
  const [edition, id] = words.split('/')
  const chosen = id === undefined ? undefined : articles.find((article) => article.edition === edition)
  for (const article of chosen === undefined ? articles : [chosen]) {
    const section = findSection(
      article,
      chosen === undefined ? words : (id ?? ''),
      wording.text('cite.introduction'),
    )
    if (section !== undefined) return { article, section }
  }
  return null
}

function sectionChoices(articles: readonly Article[], typed: string, wording: Wording): Choice[] {
  const several = articles.length > 1
  return articles
    .flatMap((article) =>
      article.sections.map((section) => {
        const label = sectionName(section, wording)
        return {
          name: several ? `${label} (${article.title})` : label,
          value: `${article.edition}/${section.id}`,
        }
      }),
    )
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
}
