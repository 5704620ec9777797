import type { Nodes, Parent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { slice, trimmed } from './article.js'
import type { Block, Outline } from './outline.js'

/**
 * Reads the Markdown form: headings are sections, paragraphs and list items are paragraphs, and so are blocks of code and
 * HTML, for nothing of an article is dropped but comments. The text keeps its marks: a quote of it is what the file says,
 * character for character.
 *
 * @param text the file's body, its front matter left out
 */
export function outlineMarkdown(text: string): Outline {
  const found = [...headingsAndParagraphs(fromMarkdown(text), text)]
  const title = found[0]?.kind === 'heading' && found[0].depth === 1 ? found.shift() : undefined
  const shallowest = Math.min(...found.map((block) => (block.kind === 'heading' ? block.depth : 6)))
  const counts: number[] = []
  const blocks = found.map((block): Block => {
    if (block.kind === 'paragraph') return block
    const level = Math.min(block.depth - shallowest, counts.length)
    counts.splice(level + 1)
    counts[level] = (counts[level] ?? 0) + 1
    return { kind: 'heading', id: counts.join('.'), words: block.words }
  })
  return { title: title?.kind === 'heading' ? title.words : null, blocks }
}

type Found =
  | { readonly kind: 'heading'; readonly depth: number; readonly words: string }
  | Extract<Block, { readonly kind: 'paragraph' }>

function* headingsAndParagraphs(node: Nodes, text: string): Generator<Found> {
  if (node.type === 'html' && node.value.startsWith('<!--')) return
  if (node.type === 'heading')
    yield { kind: 'heading', depth: node.depth, words: plainWords(node).replace(/\s+/g, ' ').trim() }
  else if (node.type === 'paragraph' || node.type === 'html' || node.type === 'code') {
    const { start, end } = node.position ?? {}
    const span = trimmed(text, { start: start?.offset ?? 0, end: end?.offset ?? 0 })
    if (/[\p{L}\p{N}]/u.test(slice(text, span))) yield { kind: 'paragraph', span }
  } else if ('children' in node) {
    for (const child of (node as Parent).children) yield* headingsAndParagraphs(child, text)
  }
}

/** A heading's words without its marks: it is a name for a place, not a quote. */
function plainWords(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainWords).join('') : ''
}
