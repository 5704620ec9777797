import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  TimestampStyles,
  time,
} from 'discord.js'
import type { Quote } from '../answering/quote.js'
import { slice } from '../article/article.js'
import { linesBelow } from '../reply/citation.js'
import { emphasisedRuns } from '../reply/emphasised.js'
import type { Action, Block, Layout, Line, Reply } from '../reply/reply.js'
import { shortened } from '../reply/shortened.js'
import type { Wording } from '../reply/wording/wording.js'
import { writeCustomId } from './custom-id.js'
import { escapeOpening, escapeText } from './escape.js'
import { readQuotations } from './read-back.js'

/** Discord's limit for a message's content, in UTF-16 units. */
const MAX_CONTENT = 2000

/** Its limit for what stands on a button. */
const MAX_LABEL = 80

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
export function messageLayout(wording: Wording): Layout {
  const lengths = new WeakMap<Block, number>() // pages are found by trying, and most of a block's cost is its words
  function lengthOf(block: Block): number {
    const length = lengths.get(block) ?? renderBlock(block, wording).length
    lengths.set(block, length)
    return length
  }
  return {
    fits: (blocks) => blocks.reduce((length, block) => length + lengthOf(block) + 1, -1) <= MAX_CONTENT,
  }
}

/**
 * Renders a reply as one message, each quotation with its citation in it. What does not fit is left out from the end, by
 * whole blocks and list items, and counted; first quotes that stand beside a better one.
 *
 * @param owner Discord's id of the member whose buttons these are
 * @throws NotVerbatim when a quotation, read back as Discord shows it, is not the article's own words
 */
export function renderMessage({ blocks, actions }: Reply, owner: string, wording: Wording): Rendered {
  const shown = fitting(blocks, wording)
  const content = contentOf(shown, wording)
  checkVerbatim(content, shown)
  return {
    content,
    components: actions.length === 0 ? [] : [buttons(actions, owner)],
    flags: MessageFlags.SuppressEmbeds,
    allowedMentions: { parse: [], repliedUser: false },
  }
}

/** What of a reply one message holds, from the start: links go before quotes do, and what is left out is counted. */
function fitting(blocks: readonly Block[], wording: Wording): Block[] {
  const all = blocks.flatMap((block): Block[] =>
    block.kind === 'list' ? block.items.map((item) => ({ kind: 'list', items: [item] })) : [block],
  )
  const { fits } = messageLayout(wording)
  if (fits(all)) return all
  const unlinked = all.map(
    (block): Block =>
      block.kind === 'quote' && block.cited === 'fully' ? { ...block, cited: 'without-link' } : block,
  )
  const leftOut = (count: number): Block[] =>
    count === 0 ? [] : [{ kind: 'note', text: wording.text('left-out', { number: count }) }]
  let left = unlinked
  const shown = (): Block[] => [...left, ...leftOut(all.length - left.length)]
  while (left.length > 1 && !fits(shown())) {
    const beside = left.findLastIndex((block) => block.kind === 'quote' && block.beside === true)
    left = left.filter((_, place) => place !== (beside < 0 ? left.length - 1 : beside))
  }
  return shown()
}

const contentOf = (blocks: readonly Block[], wording: Wording): string =>
  blocks.map((block) => renderBlock(block, wording)).join('\n')

function renderBlock(block: Block, wording: Wording): string {
  switch (block.kind) {
    case 'title':
      return `**${escapeText(block.text)}**`
    case 'text':
      return escapeText(block.text)
    case 'note':
      return small(block.text)
    case 'instant':
      return `${escapeText(block.text)} ${time(Math.floor(block.at / 1000), TimestampStyles.ShortDateTime)}`
    case 'list':
      return block.items.map((item) => `- ${line(item)}`).join('\n')
    case 'quote':
      return [quotation(block.quote), ...linesBelow(block, wording).map((below) => `-# ${line(below)}`)].join(
        '\n',
      )
  }
}

/** A block quotation, bold only for the words that answer. */
function quotation(quote: Quote): string {
  // A stand-in takes the place of `**` while the rest is escaped; a quote that has it as its own character gets no bold.
  const runs = quote.words.includes(BOLD) ? [{ words: quote.words, answers: false }] : emphasisedRuns(quote)
  const shown = runs.map(({ words, answers }) => (answers ? BOLD + words + BOLD : words)).join('')
  const escaped = escapeText(shown)
  const bold = runs.some(({ answers }) => answers)
    ? escaped.replace(BOLD_RUN, (_, words) => `**${escapeOpening(words)}**`)
    : escaped
  return `> ${bold.replaceAll('\n', '\n> ')}`
}

/** A private-use character of Unicode: assigned to nothing. */
const BOLD = '\uE0B0'
const BOLD_RUN = /\uE0B0([^\uE0B0]*)\uE0B0/g

const small = (text: string): string => `-# ${escapeText(text)}`

/** Brackets around an address keep Discord from showing a preview of the page. */
function line(item: string | Line): string {
  const { text, link } = typeof item === 'string' ? { text: item } : item
  if (link === undefined) return escapeText(text)
  return `${escapeText(text)} · [${link.words}](<${link.url.href}>) (${escapeText(link.url.host)})`
}

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
    label: shortened(label, MAX_LABEL),
    custom_id: writeCustomId({ command, owner, values }),
  })),
})
