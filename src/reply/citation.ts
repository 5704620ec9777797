import type { Attribution, Citation, Quote } from '../answering/quote.js'
import type { Section } from '../article/article.js'
import type { Block, Line } from './reply.js'
import { shortened } from './shortened.js'
import { sourceAddress } from './source-link.js'
import type { Wording } from './wording/wording.js'

/** Names are cut to what leaves room for the quote in a message. */
const MOST_OF_A_NAME = 120

const name = (words: string): string => shortened(words, MOST_OF_A_NAME)

type Named = Pick<Section, 'id' | 'heading'>

/** @returns a section's heading, or what stands for one */
export const headingOf = ({ heading }: Pick<Section, 'heading'>, wording: Wording): string =>
  heading ?? wording.text('cite.introduction')

/** @returns a section in a list: `Introduction`, or `3. President Tokayev calls …` */
export const sectionName = ({ id, heading }: Named, wording: Wording): string =>
  heading === null ? wording.text('cite.introduction') : `${id}. ${heading}`

/** @returns a section in a sentence: `Introduction`, or `section 3, “President Tokayev calls …”` */
export const sectionLabel = ({ id, heading }: Named, wording: Wording): string =>
  heading === null
    ? wording.text('cite.introduction')
    : wording.text('cite.section', { number: id, heading: name(heading) })

/** @returns what stands below a quote, a line each: who speaks there, and where it stands */
export function linesBelow({ quote, cited }: Extract<Block, { kind: 'quote' }>, wording: Wording): Line[] {
  const { attribution, citation } = quote
  if (cited === 'by-paragraph')
    return [{ text: wording.text('cite.paragraph', { number: citation.paragraph }) }]
  const place: Line = { text: citationLine(citation, wording) }
  return [
    ...(attribution === null ? [] : [{ text: attributionLine(attribution, wording) }]),
    cited === 'fully' ? linked(place, quote, wording) : place,
  ]
}

/** @returns where a quote stands, as one line */
export const placeLine = (quote: Quote, wording: Wording): Line =>
  linked({ text: citationLine(quote.citation, wording) }, quote, wording)

function linked(place: Line, quote: Quote, wording: Wording): Line {
  const url = sourceAddress(quote)
  return url === null ? place : { ...place, link: { words: wording.text('cite.open'), url } }
}

/** Article, publisher and date where the article names them, section, paragraph. */
function citationLine({ article, section, paragraph }: Citation, wording: Wording): string {
  const { publisher, published } = article.source ?? {}
  const source = [
    ...(publisher === undefined ? [] : [name(publisher)]),
    ...(published === undefined ? [] : [wording.date(published)]),
  ]
  return wording.text('cite.place', {
    article: name(article.title) + (source.length === 0 ? '' : ` (${source.join(', ')})`),
    section: sectionLabel(section, wording),
    paragraph,
  })
}

/** Such as `Speaking: Tokayev, as reported by the BBC`. */
function attributionLine({ speaker, reporter }: Attribution, wording: Wording): string {
  if (speaker === null) return wording.text('cite.reporter', { reporter: reporter ?? '' })
  return reporter === null
    ? wording.text('cite.speaker', { speaker })
    : wording.text('cite.speaker-and-reporter', { speaker, reporter })
}
