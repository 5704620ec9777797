import type { Paragraph, Section, Span } from './article.js'
import { splitSentences } from './sentences.js'

/** What a file form gives: its blocks in order, places only. */
export interface Outline {
  readonly title: string | null
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly id: string; readonly words: string }
  | { readonly kind: 'paragraph'; readonly span: Span }

/**
 * Sorts an outline's blocks into sections, and splits its paragraphs into sentences.
 *
 * @param text what the blocks' spans point into
 * @returns sections in order; the lead only where something stands before the first heading
 */
export function buildSections(text: string, blocks: readonly Block[], language: string): Section[] {
  const sections: { id: string; heading: string | null; paragraphs: Paragraph[] }[] = []
  let index = 0
  for (const block of blocks) {
    if (block.kind === 'heading') {
      sections.push({ id: block.id, heading: block.words, paragraphs: [] })
      continue
    }
    if (sections.length === 0) sections.push({ id: 'lead', heading: null, paragraphs: [] })
    const section = sections.at(-1)
    const sentences = splitSentences(text, block.span, language)
    if (section === undefined || sentences.length === 0) continue
    section.paragraphs.push({
      span: block.span,
      section: section.id,
      number: section.paragraphs.length + 1,
      index: index++,
      sentences,
    })
  }
  return sections
}
