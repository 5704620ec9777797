import { ApplicationCommandOptionType, InteractionContextType } from 'discord.js'
import type { Article, Section } from '../src/article/article.js'
import { findArticle, findSection } from '../src/article/find.js'
import type { Choice, Command } from '../src/discord/command.js'
import { sectionName } from '../src/reply/citation.js'
import { readSection } from '../src/reply/reading.js'
import { say } from '../src/reply/reply.js'
import { articleChoices, articleOption, noSuchArticle } from './article-option.js'

export default {
  data: {
    name: 'read',
    description: 'Read a section of an article, page by page',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'section',
        description: 'Its number or heading',
        required: true,
        autocomplete: true,
      },
      articleOption,
    ],
  },

  audience: 'asker',

  run({ options }, { answerer: { articles }, layout }) {
    const wanted = options.getString('article')
    const article = wanted === null ? null : findArticle(articles, wanted)
    if (articles.length === 0 || article === undefined) return noSuchArticle(articles)
    const place = findPlace(article === null ? articles : [article], options.getString('section', true))
    return place === null
      ? say('I have no such section. Choose one from the list that appears while you type, or see /sections.')
      : readSection(place.article, place.section, 1, layout)
  },

  complete(focused, options, { answerer: { articles } }) {
    if (focused.name === 'article') return articleChoices(articles, focused.value)
    const article = findArticle(articles, options.getString('article') ?? '')
    return sectionChoices(article === undefined ? articles : [article], focused.value)
  },

  press([edition = '', id = '', page = ''], { answerer: { articles }, layout }) {
    const article = articles.find((candidate) => candidate.edition === edition)
    const section = article?.sections.find((candidate) => candidate.id === id)
    if (article === undefined || section === undefined || !/^\d{1,4}$/.test(page)) return null
    return readSection(article, section, Number(page), layout)
  },
} satisfies Command

interface Place {
  readonly article: Article
  readonly section: Section
}

/** What was chosen from the list, `edition/section`, or typed: the first article with such a section. */
function findPlace(articles: readonly Article[], words: string): Place | null {
  const [edition, id] = words.split('/')
  const chosen = id === undefined ? undefined : articles.find((article) => article.edition === edition)
  for (const article of chosen === undefined ? articles : [chosen]) {
    const section = findSection(article, chosen === undefined ? words : (id ?? ''))
    if (section !== undefined) return { article, section }
  }
  return null
}

function sectionChoices(articles: readonly Article[], typed: string): Choice[] {
  const several = articles.length > 1
  return articles
    .flatMap((article) =>
      article.sections.map((section) => {
        const label = sectionName(section)
        return {
          name: several ? `${label} (${article.title})` : label,
          value: `${article.edition}/${section.id}`,
        }
      }),
    )
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
}
