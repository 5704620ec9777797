import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Article } from './article.js'
import { ArticleFault } from './article-fault.js'
import { ARTICLE_EXTENSIONS, readArticle } from './read-article.js'

/** What a folder of articles gave. */
export interface Corpus {
  /** In the order of their file names. */
  readonly articles: readonly Article[]
  /** One sentence a file that could not be used: its name, the line where one is to blame, and the remedy. */
  readonly refused: readonly string[]
}

/** A folder of articles that cannot be read at all; the message says which and how to mend it. */
export class CorpusFault extends Error {
  override readonly name = 'CorpusFault'
}

const MB = 1024 * 1024
const MAX_BYTES = 5 * MB
/** A character takes about sixty bytes of memory once it can be searched: these take more than a gigabyte. */
const MAX_BYTES_IN_ALL = 20 * MB
const MAX_FILES = 5000

/**
 * Reads every article of a folder. A faulty file is refused; the others load.
 *
 * @throws CorpusFault when the folder is missing or cannot be read
 */
export async function readCorpus(folder: string): Promise<Corpus> {
  const articles = new Map<string, Article>()
  const refused: string[] = []
  const { root, entries } = openFolder(folder)
  const files = entries.slice(0, MAX_FILES)
  if (entries.length > files.length) {
    const more = entries.length - files.length
    refused.push(
      `${files.at(-1)?.name} is the last of ${MAX_FILES} files; ${more} more are not read. Take some out of the folder, or join short articles.`,
    )
  }
  let bytesInAll = 0
  for (const entry of files) {
    try {
      const bytes = readBytes(root, entry)
      if (bytesInAll + bytes.length > MAX_BYTES_IN_ALL) {
        throw new ArticleFault(
          entry.name,
          null,
          `With it, articles take more than ${MAX_BYTES_IN_ALL / MB} MB`,
          'Take some out of the folder',
        )
      }
      bytesInAll += bytes.length
      const article = await readArticle(entry.name, bytes)
      if (articles.has(article.id)) {
        throw new ArticleFault(
          entry.name,
          null,
          `Another file is the article "${article.id}"`,
          'Rename one of them',
        )
      }
      articles.set(article.id, article)
    } catch (error) {
      if (!(error instanceof ArticleFault)) throw error
      refused.push(error.message)
    }
  }
  return { articles: [...articles.values()], refused }
}

function openFolder(folder: string): { root: string; entries: Dirent[] } {
  try {
    const root = realpathSync(folder)
    const entries = readdirSync(root, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
    return { root, entries }
  } catch (error) {
    const code = errorCode(error)
    const problem =
      code === 'ENOENT' ? 'does not exist' : code === 'ENOTDIR' ? 'is no folder' : `cannot be read (${code})`
    throw new CorpusFault(
      `The corpus folder "${folder}" ${problem}. Make it and put articles in it (.md or .txt), or name another one.`,
    )
  }
}

/** Reads a regular file inside `root`, never a pipe, a device, or what a link shows of another folder. */
function readBytes(root: string, { name }: Dirent): Uint8Array {
  if (!ARTICLE_EXTENSIONS.includes(path.extname(name).toLowerCase())) {
    throw new ArticleFault(
      name,
      null,
      'It is no article',
      `Save it as ${ARTICLE_EXTENSIONS.join(', ')}, or move it elsewhere`,
    )
  }
  try {
    const file = realpathSync(path.join(root, name))
    if (!file.startsWith(root + path.sep)) {
      throw new ArticleFault(
        name,
        null,
        'It is a link that leads out of the folder',
        'Put a copy of the file here',
      )
    }
    const stats = statSync(file)
    if (!stats.isFile())
      throw new ArticleFault(name, null, 'It is no regular file', 'Put a text file in its place')
    if (stats.size > MAX_BYTES) {
      throw new ArticleFault(
        name,
        null,
        `It is larger than ${MAX_BYTES / MB} MB`,
        'Split it into several articles',
      )
    }
    return readFileSync(file)
  } catch (error) {
    if (error instanceof ArticleFault) throw error
    throw new ArticleFault(
      name,
      null,
      `It cannot be read (${errorCode(error)})`,
      'Check that it is there and may be read',
    )
  }
}

const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
