import { parse } from 'discord-markdown-parser'

/**
 * Reads a message's block quotations with a reader of Discord's Markdown that others keep, which shares nothing with ours.
 *
 * @returns the characters shown in each, in order; null where anything but bold would format, link or mention
 */
export const quotationsBySecondReader = (content: string): (string | null)[] =>
  (parse(content, 'extended') as readonly Node[])
    .filter(({ type }) => type === 'blockQuote')
    .map((quotation) => shown(quotation.content)?.replace(/\n$/, '') ?? null)

/** @returns the characters shown of a line that is no quotation; null where anything would format, link or mention */
export const shownBySecondReader = (line: string): string | null =>
  shown(parse(line, 'extended') as readonly Node[])

interface Node {
  readonly type: string
  readonly content?: string | readonly Node[]
  readonly name?: string
}

function shown(content: string | readonly Node[] | undefined): string | null {
  if (content === undefined || typeof content === 'string') return content ?? null
  const parts = content.map((node) => {
    if (node.type === 'br') return '\n'
    if (node.type === 'twemoji') return node.name ?? null
    return node.type === 'text' || node.type === 'strong' ? shown(node.content) : null
  })
  return parts.includes(null) ? null : parts.join('')
}
