import * as v from 'valibot'
import { isScalar, LineCounter, parseDocument } from 'yaml'
import type { Source } from './article.js'
import { ArticleFault } from './article-fault.js'

/** What the YAML between the two `---` lines of a Markdown article says of it. */
export interface FrontMatter {
  readonly title?: string
  readonly language?: string
  readonly source?: Source
}

const line = v.pipe(
  v.string('must be text'),
  v.transform((text) => text.replace(/\s+/g, ' ').trim()),
  v.minLength(1, 'is empty'),
  v.maxLength(300, 'is too long'),
)

const schema = v.object({
  title: v.optional(line),
  publisher: v.optional(line),
  url: v.optional(v.pipe(line, v.url('is no whole address'), v.regex(/^https?:/, 'is no web address'))),
  published: v.optional(v.pipe(line, v.isoDate('is no date'), v.check(isOnTheCalendar, 'is no date'))),
  language: v.optional(v.pipe(line, v.regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i, 'is no language tag'))),
})

function isOnTheCalendar(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/**
 * Parts a Markdown file into its front matter and its body.
 *
 * @param file the file's name, for errors
 * @returns the front matter (empty where there is none) and the body that follows it
 * @throws ArticleFault when the front matter is not closed, not YAML, or says something that cannot be used
 */
export function readFrontMatter(file: string, text: string): { matter: FrontMatter; body: string } {
  if (!OPENING.test(text)) return { matter: {}, body: text }
  const opening = text.indexOf('\n') + 1
  const closing = /^---[^\S\n]*$/m.exec(text.slice(opening))
  if (closing === null) {
    throw new ArticleFault(file, 1, 'The front matter is never closed', 'Put a line of three dashes below it')
  }
  const yaml = text.slice(opening, opening + closing.index)
  const body = text.slice(opening + closing.index + closing[0].length).replace(/^\n+/, '')
  return { matter: parse(file, yaml), body }
}

/** Three dashes and something right below; above a blank line they are a rule across the page. */
const OPENING = /^---[^\S\n]*\n(?=\S)/

/** Many times what is of use here. */
const MAX_LENGTH = 4000
/** As many may stand in one another; of a thousand that do, the YAML reader's way back can end the whole process. */
const MAX_NESTING = 200

function parse(file: string, yaml: string): FrontMatter {
  if (yaml.length > MAX_LENGTH || (yaml.match(/[[{]|[-?] /g)?.length ?? 0) > MAX_NESTING) {
    throw new ArticleFault(
      file,
      2,
      `The front matter is longer than ${MAX_LENGTH} characters, or lists too much`,
      'Write one "name: value" a line',
    )
  }
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false })
  const lineOf = (offset: number | undefined): number => lines.linePos(offset ?? 0).line + 1
  const [error] = document.errors
  if (error !== undefined) {
    throw new ArticleFault(
      file,
      lineOf(error.pos[0]),
      `The front matter is no YAML (${error.message})`,
      'Write one "name: value" a line',
    )
  }
  const plain = plainValue(file, document) ?? {}
  if (typeof plain !== 'object' || Array.isArray(plain)) {
    throw new ArticleFault(file, 2, 'The front matter names nothing', 'Write one "name: value" a line')
  }
  const values = v.safeParse(schema, plain, { abortEarly: true })
  if (!values.success) {
    const [issue] = values.issues
    const name = v.getDotPath(issue) ?? 'front matter'
    const node = document.get(name, true)
    const at = isScalar(node) ? node.range?.[0] : undefined
    throw new ArticleFault(
      file,
      lineOf(at),
      `"${name}" in the front matter ${issue.message}`,
      REMEDIES[name] ?? 'Write one "name: value" a line',
    )
  }
  const { title, language, ...source } = values.output
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined))
  return {
    ...(title === undefined ? {} : { title }),
    ...(language === undefined ? {} : { language }),
    ...(Object.keys(given).length === 0 ? {} : { source: given }),
  }
}

/** Aliases are bounded, since nine lines of them can stand for gigabytes. */
function plainValue(file: string, document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 10 })
  } catch {
    throw new ArticleFault(
      file,
      1,
      'The front matter repeats itself too often',
      'Write plain values, no aliases',
    )
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  title: 'Write a title of 1 to 300 characters, in quotation marks where it is a number',
  publisher: 'Write a name of 1 to 300 characters, in quotation marks where it is a number',
  url: 'Write a whole address, such as https://example.org/news',
  published: 'Write the date as YYYY-MM-DD',
  language: 'Write a language tag such as en',
}
