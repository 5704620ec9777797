import type { Quote } from '../answering/quote.js'

/**
 * What to show. Adapters decide how it looks; a Discord message, a terminal page and a web page of one reply carry the
 * same words. Texts are plain words: marks that a place gives a meaning are the adapter's to add and to take away.
 */
export interface Reply {
  readonly blocks: readonly Block[]
  /** What may be done next; shown as buttons where there are any. */
  readonly actions: readonly Action[]
}

export type Block =
  | { readonly kind: 'title' | 'text' | 'note'; readonly text: string }
  /** Words, and behind them an instant, in milliseconds, as its readers' clocks show it. */
  | { readonly kind: 'instant'; readonly text: string; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly (string | Line)[] }
  /** An article's own words. `cited`: in full below the quote, or by paragraph where a title names the section. */
  | {
      readonly kind: 'quote'
      readonly quote: Quote
      readonly cited: 'fully' | 'without-link' | 'by-paragraph'
      /** Whether it stands beside a better one, and goes before that where a message has no room for both. */
      readonly beside?: boolean
    }

/** Plain words, and a link that may follow them. */
export interface Line {
  readonly text: string
  readonly link?: Link
}

/** A link to where an article was published: its words are ours, and the place it leads to is shown beside them. */
export interface Link {
  /** Letters and blanks alone: Discord escapes nothing in them. */
  readonly words: string
  readonly url: URL
}

/** Something to do by a press: it holds all that is needed, so it works after a restart. */
export interface Action {
  readonly label: string
  /** Which command carries it out. */
  readonly command: string
  /** What that command is handed; each without ":" and short, since Discord allows 100 characters in all. */
  readonly values: readonly string[]
}

/** How much a place can show at once. */
export interface Layout {
  /** @returns whether these blocks fit on one page */
  fits(blocks: readonly Block[]): boolean
}

/** @returns a reply of plain sentences, each its own paragraph */
export const say = (...sentences: readonly string[]): Reply => ({
  blocks: sentences.map((text) => ({ kind: 'text', text })),
  actions: [],
})
