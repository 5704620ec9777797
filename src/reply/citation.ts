import type { Attribution } from '../answering/attribution.js'
import type { Citation } from '../answering/quote.js'
import type { Section } from '../article/article.js'
import type { Block } from './reply.js'
import { shortened } from './shortened.js'

/** What the text before the first heading is called. */
const INTRODUCTION = 'Introduction'

/** Names are cut to what leaves room for the quote in a message. */
const MOST_OF_A_NAME = 120

const name = (words: string): string => shortened(words, MOST_OF_A_NAME)

/** @returns a section's heading, or what stands for one */
export const headingOf = ({ heading }: Pick<Section, 'heading'>): string => heading ?? INTRODUCTION

/** @returns a section in a list: `Introduction`, or `3. President Tokayev calls …` */
export const sectionName = ({ id, heading }: Pick<Section, 'id' | 'heading'>): string =>
  heading === null ? INTRODUCTION : `${id}. ${heading}`

/** @returns a section in a sentence: `Introduction`, or `section 3, “President Tokayev calls …”` */
export const sectionLabel = ({ id, heading }: Pick<Section, 'id' | 'heading'>): string =>
  heading === null ? INTRODUCTION : `section ${id}, “${name(heading)}”`

/** @returns what stands below a quote, a line each: who speaks there, and where it stands */
export function linesBelow({
  quote: { attribution, citation },
  cited,
}: Extract<Block, { kind: 'quote' }>): string[] {
  if (cited === 'by-paragraph') return [`paragraph ${citation.paragraph}`]
  return [...(attribution === null ? [] : [attributionLine(attribution)]), citationLine(citation)]
}

/** Article, publisher and date where the article names them, section, paragraph. */
function citationLine({ article, section, paragraph }: Citation): string {
  const source = [article.source?.publisher, article.source?.published].filter((part) => part !== undefined)
  const named = source.length === 0 ? '' : ` (${source.map(name).join(', ')})`
  return `${name(article.title)}${named} — ${sectionLabel(section)}, paragraph ${paragraph}`
}

/** Such as `Speaking: Tokayev, as reported by the BBC`. */
function attributionLine({ speaker, reporter }: Attribution): string {
  if (speaker === null) return `As reported by ${reporter}`
  return reporter === null ? `Speaking: ${speaker}` : `Speaking: ${speaker}, as reported by ${reporter}`
}
