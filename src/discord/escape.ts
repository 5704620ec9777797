/**
 * Escapes text so that Discord shows exactly its characters: no mark formats, links, mentions, or opens a heading, list
 * or quotation. discord.js's `escapeMarkdown` lets links and mentions through and can take seconds; this reads the
 * text once.
 */
export const escapeText = (text: string): string => text.replace(MARKS, '\\$&').replace(LINE_MARKS, '$1\\$2')

/**
 * What Discord gives a meaning anywhere: emphasis, code, spoilers, `<…>`, masked links; and before a character that is
 * no blank, `@everyone`, `:emoji:`, `https://…`, `discord.gg/…`.
 */
const MARKS = /[\\`*_~|<>[\]]|[@:/](?=\S)/g

/** What opens a heading, list or small print after a line feed: `^` would also stand after U+2028, which opens none. */
const LINE_MARKS = /(?<![^\n])([^\S\n]*(?:\d+(?=[.)]))?)([#+\-.)])/g

/** Escapes what opens a line once more where escaped text is to begin something in which readers look for lines anew. */
export const escapeOpening = (escaped: string): string => escaped.replace(OPENING_MARK, '$1\\$2')

const OPENING_MARK = /^([^\S\n]*(?:\d+(?=[.)]))?)([#+\-.)])/
