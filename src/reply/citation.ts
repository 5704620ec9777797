import type { Attribution } from '../answering/attribution.js'
import type { Citation } from '../answering/quote.js'
import type { Section } from '../article/article.js'

/** @returns what a section is called: `Introduction`, or `section 3, “President Tokayev calls …”` */
export function sectionLabel({ id, heading }: Pick<Section, 'id' | 'heading'>): string {
  return heading === null ? INTRODUCTION : `section ${id}, “${shortened(heading)}”`
}

/** A name cut to what leaves room for the quote in a message; a name is no quote. */
const shortened = (name: string): string => (name.length > 120 ? `${name.slice(0, 119).trimEnd()}…` : name)

/** What the text before the first heading is called. */
export const INTRODUCTION = 'Introduction'

/** @returns a section's heading, or what stands for one */
export const headingOf = ({ heading }: Pick<Section, 'heading'>): string => heading ?? INTRODUCTION

/** @returns where a quote stands: article, publisher and date where the article names them, section, paragraph */
export function citationLine({ article, section, paragraph }: Citation): string {
  const source = [article.source?.publisher, article.source?.published].filter((part) => part !== undefined)
  const title =
    source.length === 0
      ? shortened(article.title)
      : `${shortened(article.title)} (${source.map(shortened).join(', ')})`
  return `${title} — ${sectionLabel(section)}, paragraph ${paragraph}`
}

/** @returns who is speaking in a quote, such as `Speaking: Tokayev, as reported by the BBC` */
export function attributionLine({ speaker, reporter }: Attribution): string {
  if (speaker === null) return `As reported by ${reporter}`
  return reporter === null ? `Speaking: ${speaker}` : `Speaking: ${speaker}, as reported by ${reporter}`
}
