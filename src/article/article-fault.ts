/** Why a file cannot be used as an article, said to the person who keeps the articles. */
export class ArticleFault extends Error {
  override readonly name = 'ArticleFault'

  /**
   * @param file the file's name
   * @param line where it is wrong, from 1; null when the whole file is
   * @param problem what is wrong, a sentence without its full stop
   * @param remedy how to mend it, a sentence without its full stop
   */
  constructor(file: string, line: number | null, problem: string, remedy: string) {
    super(`${file}${line === null ? '' : `:${line}`}: ${problem}. ${remedy}.`)
  }
}

/** @returns the line, from 1, on which offset `at` of `text` stands */
export const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length
