import { createHash } from 'node:crypto'
import type { Article } from './article.js'
import { ArticleFault, lineAt } from './article-fault.js'
import type { FrontMatter } from './front-matter.js'
import { buildSections, type Outline } from './outline.js'
import { outlinePlainText } from './plain-text.js'

/** The file forms articles come in, by their last extension. */
export const ARTICLE_EXTENSIONS: readonly string[] = ['.md', '.markdown', '.txt']

/**
 * Reads one file as an article.
 *
 * @param file the file's name, such as `kazakhstan-2022.txt`: it decides form and id
 * @param bytes what the file holds
 * @throws ArticleFault when it cannot be used: not UTF-8, binary, empty, broken front matter
 */
export async function readArticle(file: string, bytes: Uint8Array): Promise<Article> {
  const extension = /\.[^.]+$/.exec(file)?.[0] ?? ''
  const id = file.slice(0, file.length - extension.length)
  const decoded = decode(file, bytes)
  const { matter, text, outline } =
    extension.toLowerCase() === '.txt' ? readPlainText(decoded) : await readMarkdown(file, decoded)
  const long = outline.blocks.find(
    (block) => block.kind === 'paragraph' && block.span.end - block.span.start > MAX_PARAGRAPH,
  )
  if (long?.kind === 'paragraph') {
    const line = lineAt(decoded, decoded.indexOf(text) + long.span.start)
    throw new ArticleFault(
      file,
      line,
      `A paragraph is longer than ${MAX_PARAGRAPH} characters`,
      'Put blank lines between paragraphs',
    )
  }
  const language = matter.language ?? 'en'
  const sections = buildSections(text, outline.blocks, language)
  const paragraphs = sections.flatMap((section) => section.paragraphs)
  if (paragraphs.length === 0) {
    throw new ArticleFault(
      file,
      null,
      'It holds no paragraph',
      'Put the article below its title, parted by a blank line',
    )
  }
  const title = matter.title || outline.title || id
  if (title.length > MAX_NAME) {
    throw new ArticleFault(
      file,
      1,
      `The title is longer than ${MAX_NAME} characters`,
      'Put a short title on the first line',
    )
  }
  const section = sections.find(({ heading }) => (heading?.length ?? 0) > MAX_NAME)
  if (section !== undefined) {
    throw new ArticleFault(
      file,
      null,
      `The heading of section ${section.id} is longer than ${MAX_NAME} characters`,
      'Shorten it',
    )
  }
  return {
    id,
    title,
    language,
    ...(matter.source === undefined ? {} : { source: matter.source }),
    edition: createHash('sha256').update(text).digest('hex').slice(0, 12),
    text,
    sections,
    paragraphs,
  }
}

/** What both file forms give. */
interface Form {
  readonly matter: FrontMatter
  readonly text: string
  readonly outline: Outline
}

const readPlainText = (text: string): Form => ({ matter: {}, text, outline: outlinePlainText(text) })

/** Markdown and YAML readers are loaded when the first file needs them: they take longer than an answer. */
async function readMarkdown(file: string, decoded: string): Promise<Form> {
  const [{ readFrontMatter }, { outlineMarkdown }] = await Promise.all([
    import('./front-matter.js'),
    import('./markdown.js'),
  ])
  const { matter, body } = readFrontMatter(file, decoded)
  return { matter, text: body, outline: outlineMarkdown(body) }
}

/** A longer one is a text whose blank lines were lost; Intl.Segmenter's time grows with the square of a paragraph. */
const MAX_PARAGRAPH = 50_000

/** Titles and headings are names: what is longer is a paragraph in their place. */
const MAX_NAME = 300

/** UTF-8, without its byte order mark, in NFC, with LF. */
function decode(file: string, bytes: Uint8Array): string {
  if (bytes.length === 0)
    throw new ArticleFault(file, null, 'It is empty', 'Put an article in it or remove it')
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ArticleFault(file, firstBadLine(bytes), 'It is no UTF-8 text', 'Save it as UTF-8')
  }
  const zero = text.indexOf('\0')
  if (zero >= 0) {
    throw new ArticleFault(
      file,
      text.slice(0, zero).split('\n').length,
      'It is binary',
      'Save the article as plain text or Markdown',
    )
  }
  return text.replace(/\r\n?/g, '\n').normalize('NFC')
}

/** The line of the first byte that is no UTF-8: the lenient decoder puts U+FFFD there. */
function firstBadLine(bytes: Uint8Array): number {
  return new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0]?.split('\n').length ?? 1
}
