import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord.js'
import { slice } from '../article/article.js'
import { attributionLine, citationLine } from '../reply/citation.js'
import type { Action, Block, Layout, Reply } from '../reply/reply.js'
import { writeCustomId } from './custom-id.js'
import { escapeText } from './escape.js'
import { readQuotations } from './read-back.js'

/** Discord's limit for a message's content, in UTF-16 units. */
const MAX_CONTENT = 2000

/** What is sent to Discord, in a message or an answer to an interaction. */
export interface Rendered {
  readonly content: string
  readonly components: APIActionRowComponent<APIButtonComponentWithCustomId>[]
  readonly flags: MessageFlags.SuppressEmbeds
  readonly allowedMentions: { readonly parse: []; readonly repliedUser: false }
}

/** A quotation that would not be shown as it stands in its article. It is a bug, and nothing is sent. */
export class NotVerbatim extends Error {
  override readonly name = 'NotVerbatim'
}

/** How much one message holds. */
export const messageLayout: Layout = { fits: (blocks) => contentOf(blocks).length <= MAX_CONTENT }

/**
 * Renders a reply as one message: quotations first to be read, each with its citation in the same message. What does
 * not fit is left out from the end, block by block.
 *
 * @param owner Discord's id of the member whose buttons these are
 * @throws NotVerbatim when a quotation, read back as Discord shows it, is not the article's own words
 */
export function renderMessage({ blocks, actions }: Reply, owner: string): Rendered {
  const shown = [...blocks]
  while (shown.length > 1 && !messageLayout.fits(shown)) shown.pop()
  const content = contentOf(shown)
  checkVerbatim(content, shown)
  return {
    content,
    components: actions.length === 0 ? [] : [buttons(actions, owner)],
    flags: MessageFlags.SuppressEmbeds,
    allowedMentions: { parse: [], repliedUser: false },
  }
}

const contentOf = (blocks: readonly Block[]): string => blocks.map(renderBlock).join('\n')

function renderBlock(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `**${escapeText(block.text)}**`
    case 'text':
      return escapeText(block.text)
    case 'note':
      return small(block.text)
    case 'list':
      return block.items.map((item) => `- ${escapeText(item)}`).join('\n')
    case 'quote': {
      const { words, citation, attribution } = block.quote
      const below =
        block.cited === 'by-paragraph'
          ? [`paragraph ${citation.paragraph}`]
          : [...(attribution === null ? [] : [attributionLine(attribution)]), citationLine(citation)]
      return [escapeText(words).replace(/^/gm, '> '), ...below.map(small)].join('\n')
    }
  }
}

const small = (text: string): string => `-# ${escapeText(text)}`

function checkVerbatim(content: string, blocks: readonly Block[]): void {
  const read = readQuotations(content)
  const quotes = blocks.flatMap((block) => (block.kind === 'quote' ? [block.quote] : []))
  const sound =
    read.length === quotes.length &&
    quotes.every(({ citation, span }, place) => read[place] === slice(citation.article.text, span))
  if (!sound) throw new NotVerbatim('A quotation would not be shown as it stands in its article.')
}

const buttons = (
  actions: readonly Action[],
  owner: string,
): APIActionRowComponent<APIButtonComponentWithCustomId> => ({
  type: ComponentType.ActionRow,
  components: actions.map(({ label, command, values }) => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label,
    custom_id: writeCustomId({ command, owner, values }),
  })),
})
