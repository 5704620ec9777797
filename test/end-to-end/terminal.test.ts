import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { HARBOUR } from '../articles.js'
import { emptyFolder, MAIN, run, SHIPPED_CORPUS } from './bot-process.js'

const BEGAN = 'Protests in Kazakhstan began on January 2, 2022 in the western part of the country.'
const article = readFileSync(path.join(SHIPPED_CORPUS, 'kazakhstan-2022.txt'), 'utf8')

describe('ask', () => {
  it('quotes the sentence that answers, with article, section and paragraph', async () => {
    const { stdout, code } = await run(['ask', 'When did the protests begin?'])
    expect(stdout).toContain(BEGAN)
    expect(stdout).toContain('section 3, “President Tokayev calls the riots an attempted coup”, paragraph 1')
    expect(code).toBe(0)
  })

  it('refuses what the article does not say', async () => {
    const { stdout } = await run(['ask', 'Who won the World Cup in 2018?'])
    expect(stdout).toContain('The article does not say')
  })

  it('takes "who said that?" for no question, since nothing was said before', async () => {
    const { stdout } = await run(['ask', 'Who said that?'])
    expect(stdout).toContain('I found no word in that to look for.')
    expect(stdout).not.toContain('│')
  })

  it('prints JSON by the contract', async () => {
    const { stdout } = await run(['ask', '--json', '--ranked', '3', 'When did the protests begin?'])
    const answer = JSON.parse(stdout)
    expect(answer).toMatchObject({
      question: 'When did the protests begin?',
      status: 'quoted',
      quotes: [
        {
          text: BEGAN,
          article: 'kazakhstan-2022',
          section: { id: '3', heading: 'President Tokayev calls the riots an attempted coup' },
          paragraph: 1,
          sentences: [1, 1],
        },
      ],
    })
    const [quote] = answer.quotes
    expect(article.slice(quote.start, quote.end)).toBe(quote.text)
    expect(answer.ranked).toHaveLength(3)
    expect(answer.ranked[0]).toMatchObject({
      text: BEGAN,
      section: { id: '3' },
      paragraph: 1,
      sentence: 1,
      paragraphIndex: 15,
    })
    expect(answer.confidence).toBeGreaterThan(0)
    expect(answer.ms).toBeTypeOf('number')
  })

  it('answers a file of questions line by line, in order, and prints nothing else', async () => {
    const file = path.join(emptyFolder(), 'questions.jsonl')
    writeFileSync(
      file,
      [
        { id: 'a', question: 'When did the protests begin?', article: 'kazakhstan-2022' },
        { id: 2, question: '' },
        { id: 'c', question: 'Who won the World Cup in 2018?' },
        { id: 'd', question: 'When did it begin?', article: 'no-such' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    )
    const { stdout } = await run(['ask', '--batch', file])
    const answers = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(answers.map(({ id }) => id)).toEqual(['a', 2, 'c', 'd'])
    expect(answers.map(({ status }) => status)).toEqual([
      'quoted',
      'not-a-question',
      expect.stringMatching(/off-topic|not-said/),
      'no-articles',
    ])
  })

  it('reads other articles, and one of them only', async () => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
    const { stdout } = await run([
      'ask',
      '--corpus',
      folder,
      '--article',
      'harbour',
      'Who kept the light for forty years?',
    ])
    expect(stdout).toContain('Mara Venn kept it for forty years.')
    expect(stdout).toContain('The light on Skerry Rock — Introduction, paragraph 1')
  })

  it.each([
    ['no question', ['ask'], 'Say one question'],
    ['an unknown option', ['ask', '--jsno', 'When?'], 'unknown option'],
    [
      'an unknown article',
      ['ask', '--article', 'nope', 'When?'],
      'There is no article "nope". Loaded: kazakhstan-2022.',
    ],
    ['a missing folder', ['ask', '--corpus', 'nowhere', 'When?'], '"nowhere" does not exist'],
    ['a missing file', ['ask', '--batch', 'nothing.jsonl'], '"nothing.jsonl" cannot be read'],
    ['no number', ['ask', '--ranked', 'many', 'When?'], 'whole number'],
  ])('ends with 2 and the remedy on %s', async (_what, words, remedy) => {
    const { code, stderr, stdout } = await run(words)
    expect(code).toBe(2)
    expect(stderr).toContain(remedy)
    expect(stdout).toBe('')
  })

  it('names the line that is no question', async () => {
    const file = path.join(emptyFolder(), 'questions.jsonl')
    writeFileSync(file, '{"id": 1, "question": "When?"}\n{"id": 2}\n')
    const { code, stderr, stdout } = await run(['ask', '--batch', file])
    expect(code).toBe(2)
    expect(stderr).toContain('questions.jsonl:2')
    expect(stdout).toBe('')
  })

  it.each([
    ['10,000 characters', 'why '.repeat(2500), 'too long'],
    ['only emoji', '🔥🎉', 'no word'],
    ['control characters', '\u0007\u001b', 'Ask a question'],
    ['a lone surrogate', '\ud800', 'Ask a question'],
  ])('says what to do with %s', async (_what, question, remedy) => {
    expect((await run(['ask', question])).stdout).toContain(remedy)
  })

  it('refuses faulty files by name, line and remedy, and answers from the others', async () => {
    const folder = path.join(emptyFolder(), 'articles')
    mkdirSync(folder)
    writeFileSync(path.join(folder, 'harbour.txt'), HARBOUR)
    writeFileSync(path.join(folder, 'latin1.txt'), Buffer.from('A title\n\nNa\xefve text.', 'latin1'))
    writeFileSync(path.join(folder, 'empty.md'), '')
    writeFileSync(path.join(folder, 'matter.md'), '---\ntitle: A\npublished: yesterday\n---\n\nText.\n')
    writeFileSync(path.join(folder, 'picture.png'), 'no article')
    symlinkSync('/etc/hostname', path.join(folder, 'outside.txt'))
    const { stdout, stderr } = await run(['ask', '--corpus', folder, 'Who kept the light for forty years?'])
    expect(stdout).toContain('Mara Venn')
    expect(stderr).toContain('latin1.txt:3: It is no UTF-8 text. Save it as UTF-8.')
    expect(stderr).toContain('empty.md: It is empty')
    expect(stderr).toMatch(/matter\.md:3: "published".*YYYY-MM-DD/)
    expect(stderr).toContain('picture.png: It is no article')
    expect(stderr).toContain('outside.txt: It is a link that leads out of the folder')
  })
})

describe('start without a token', () => {
  it('answers what is piped in, and tells how to connect Discord beside it', async () => {
    const { stdout, stderr, code } = await run([], {}, 'When did the protests begin?\n')
    expect(stdout).toContain(BEGAN)
    expect(stdout).not.toContain('\u001b')
    expect(stderr).toContain('DISCORD_TOKEN')
    expect(code).toBe(0)
  })

  it('shows help, sections and a section', async () => {
    const { stdout } = await run([], {}, '/help\n/sections\n/read 3\n/read nine\n/nonsense\n/quit\nWhen?\n')
    expect(stdout).toContain('/read SECTION')
    expect(stdout).toContain('3. President Tokayev calls the riots an attempted coup (6 paragraphs)')
    expect(stdout).toContain(`│ ${BEGAN}`)
    expect(stdout).toContain('has no section "nine"')
    expect(stdout).toContain('There is no command /nonsense')
  })

  it('starts without an article and says so', async () => {
    const { stdout, stderr } = await run([], { CORPUS_DIR: emptyFolder() }, 'When did it begin?\n')
    expect(stderr).toContain('No article is loaded')
    expect(stdout).toContain('no article')
  })

  it('names every setting that is wrong in one message, and ends with 78', async () => {
    const { code, stderr } = await run([], {
      DISCORD_API_URL: 'discord',
      LOG_LEVEL: 'loud',
      MESSAGE_CONTENT: 'yes',
    })
    expect(code).toBe(78)
    for (const name of ['DISCORD_API_URL', 'LOG_LEVEL', 'MESSAGE_CONTENT']) expect(stderr).toContain(name)
  })

  it('ends with 78 when .env cannot be read, rather than go on without it', () => {
    const folder = emptyFolder()
    mkdirSync(path.join(folder, '.env'))
    const { status, stderr } = spawnSync(process.execPath, [MAIN], {
      cwd: folder,
      encoding: 'utf8',
      input: '',
    })
    expect(status).toBe(78)
    expect(stderr).toContain('.env cannot be read')
  })

  it('does not end in an error when its reader goes away', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${MAIN}" ask "When did the protests begin?" | true`],
      {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], CORPUS_DIR: SHIPPED_CORPUS },
      },
    )
    expect(stderr).not.toContain('EPIPE')
  })
})
