import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'discord-markdown-parser'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createAnswerer } from '../../src/answering/answerer.js'
import { readArticle } from '../../src/article/read-article.js'
import { readQuotations } from '../../src/discord/read-back.js'
import { messageLayout, renderMessage } from '../../src/discord/render.js'
import { replyToAnswer } from '../../src/reply/answer-reply.js'
import { readSection } from '../../src/reply/reading.js'
import { wordingIn } from '../../src/reply/wording/wording.js'
import { HOSTILE } from '../articles.js'
import type { OptionValues } from '../discord-double/option-values.js'
import { emptyFolder } from '../end-to-end/bot-process.js'
import { converse } from '../end-to-end/conversation.js'
import { isAnswered, newcomer, QUESTION } from './faults.js'

/** Words that are also names of what every object has. */
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']

/** A folder of articles whose own words are as hostile as a question. */
function hostileCorpus(): string {
  const folder = path.join(emptyFolder(), 'articles')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'hostile.txt'), HOSTILE)
  const sections = INHERITED.map(
    (word, at) => `${at + 1}. ${word}\n\nThe keeper of ${word} painted lighthouse number ${at + 40} green.\n`,
  )
  writeFileSync(path.join(folder, '__proto__.txt'), `The constructor of __proto__\n\n${sections.join('\n')}`)
  writeFileSync(
    path.join(folder, 'long-words.txt'),
    [
      'Long words',
      `${'a'.repeat(20_000)} was written on the wall.`,
      `It was ${'('.repeat(20_000)} ended.`,
      `Then ${'?! '.repeat(7000)} it ended.`,
      'The naïve café of 日本語 opened in 1931.\n',
    ].join('\n\n'),
  )
  return folder
}

describe('hostile questions', () => {
  const there = converse()
  /** Asks by a client that checks nothing first, as Discord would let nobody. */
  const forged = async (value: unknown): Promise<string> => {
    const { who, at } = newcomer(there.discord)
    const asking = who.forges({ data: { options: [{ name: 'question', type: 3, value }] } })
    return (await (await asking.runs('/ask', { question: '' }, { in: at })).response()).content
  }

  const goesOn = (): Promise<void> => isAnswered(there.discord, newcomer(there.discord).who)

  it('Q1: long questions and ones of many words cost little, and the next is answered', async () => {
    const alphabet = 'a b c d e f g h i j k l m n o p q r s t u v w x y z '
    const article = readFileSync('corpus/kazakhstan-2022.txt', 'utf8').replaceAll(/\s+/g, ' ')
    const questions = [
      'a '.repeat(1000),
      'a '.repeat(3000),
      alphabet.repeat(40).slice(0, 2000),
      'the president of the country said that the protests in the city '.repeat(30).slice(0, 1926),
      article.slice(0, 6000),
      article.slice(0, 1000),
      Array.from({ length: 60 }, (_, at) => `w${at * 7919}rd`).join(' '),
    ]
    await goesOn()
    const before = costOf(there.bot().child.pid)
    for (const question of questions) {
      expect(await forged(question)).toMatch(/too long|does not say|>/)
      const { who } = newcomer(there.discord)
      await who.directMessage(question.slice(0, 4000))
      await there.discord.nextMessage({ in: who })
    }
    await goesOn()
    const after = costOf(there.bot().child.pid)
    expect(after.megabytes - before.megabytes).toBeLessThan(100)
    // Unguarded, one of them takes seven seconds of processor time, another the whole memory.
    expect(after.seconds - before.seconds).toBeLessThan(7)
  })

  it.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['zero-width marks', '\u200B\u200D\uFEFF'],
    ['controls', '\u0000\u0007\u001B[31m'],
    ['a lone surrogate', '\uD83D'],
    ['emoji', '👍👍🏽🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['marks', '?!?! … ---'],
    ['combining marks', '\u0301'.repeat(500)],
  ])('Q5: %s are no question, and get help instead of a search', async (_, question) => {
    expect(await forged(question)).not.toContain('>')
    await goesOn()
  })

  it.each([
    ['a NUL', 'When did the \u0000protests begin?'],
    ['zero-width marks', 'When did the pro\u200Btests be\u200Dgin?'],
    ['marks of direction', '\u202EWhen did the \u2066protests\u2069 begin?\u202C'],
    ['a lone surrogate', 'When did the protests begin\uD83D?'],
    ['fullwidth letters', 'When did the ｐｒｏｔｅｓｔｓ begin?'],
    ['an emoji', 'When did the protests begin? 😀'],
    ['combining marks', `When did the protests begin${'\u0301'.repeat(300)}?`],
  ])(
    'Q5: a question with %s in it is answered, and what cannot be seen is not sent back',
    async (_, question) => {
      const content = await forged(question)
      expect(content).toContain('2022')
      expect(content.isWellFormed()).toBe(true)
      expect(content).not.toMatch(/\p{Cf}|\0/u)
    },
  )

  it.each([
    '@everyone',
    '@here',
    '<@900000000000000001>',
    '<@&900000000000000002>',
    '<#900000000000000003>',
    '[free coins](https://evil.example)',
    'https://evil.example/x',
    'discord.gg/evil',
    '```js\nfence```',
    '`code`',
    '**bold** __line__ *slant* ~~gone~~ ||hidden||',
    '> quote\n>>> quotes',
    '# heading\n-# small\n- item\n1. item',
    '<t:1700000000:R> <:flame:900000000000000004> </ask:900000000000000005>',
    '\\[x](https://evil.example)',
  ])('Q6: %s in what a member types means nothing where it is repeated', async (mark) => {
    const saying: [string, OptionValues][] = [
      ['/who', { name: mark }],
      ['/said', { speaker: mark }],
      ['/read', { section: mark }],
      ['/search', { terms: mark }],
      ['/quote', { text: `The protests ${mark} began in January` }],
      ['/ask', { question: `Why did the pretests ${mark} begin?` }],
      ['/sections', { article: mark }],
    ]
    const { who, at } = newcomer(there.discord)
    for (const [command, values] of saying) {
      const { content } = await (await who.forges({}).runs(command, values, { in: at })).response()
      for (const kind of kindsIn(content)) expect(HARMLESS).toContain(kind)
    }
    expect(there.discord.requests.filter(isSaying).every(pingsNobody)).toBe(true)
  })

  it.each([
    ['null', null],
    ['a number', 7],
    ['a truth value', true],
    ['an object', { $gt: '' }],
    ['a list', ['When']],
    ['nothing at all', undefined],
  ])('Q9: %s in place of a question is refused, and the bot goes on', async (_, value) => {
    const content = await forged(value)
    expect(content).not.toContain('>')
    expect(content).not.toBe('')
    await goesOn()
  })

  it('Q9: options of another type, none, or unknown ones are refused, and the bot goes on', async () => {
    const forgeries = [
      { options: [{ name: 'question', type: 4, value: 7 }] },
      { options: [] },
      { options: [{ name: 'constructor', type: 3, value: 'x' }] },
      { options: [{ name: 'question', type: 1, options: [] }] },
      { name: '__proto__', options: [] },
    ]
    for (const data of forgeries) {
      const { who, at } = newcomer(there.discord)
      const asked = await who.forges({ data }).runs('/ask', { question: QUESTION }, { in: at })
      expect((await asked.response()).content).not.toContain('>')
    }
    await goesOn()
  })

  it('Q10: numbers beyond what a setting allows are brought within it', async () => {
    const { who, at } = newcomer(there.discord, ['ManageGuild'])
    const set = async (line: string, values: OptionValues): Promise<string> => {
      const saved = await who.forges({}).runs(line, { channel: at, ...values }, { in: at })
      return (await saved.response()).content
    }
    await set('/channels add', {})
    expect(await set('/channels thresholds', { asked: 1e9, unasked: -5 })).toContain('from 100 % on')
    expect(await set('/channels thresholds', { asked: -5 })).toContain('from 1 % on')
    expect(await set('/channels cooldown', { seconds: 2 ** 52, wait: -1 })).toContain('at least 86400 s')
  })

  const isSaying = ({ route }: (typeof there.discord.requests)[number]): boolean =>
    /messages|callback/.test(route)
})

/** What a reader of Discord's Markdown may find in a reply of ours: nothing that links, mentions or hides. */
const HARMLESS = ['text', 'br', 'strong', 'blockQuote', 'subtext', 'list', 'em', 'twemoji']

interface Node {
  readonly type: string
  readonly content?: unknown
  readonly items?: unknown
}

const kindsIn = (content: string): string[] => (parse(content, 'extended') as Node[]).flatMap(kindsOf)

const kindsOf = (node: Node): string[] => [
  node.type,
  ...[node.content, node.items]
    .flat(3)
    .filter((part): part is Node => typeof part === 'object' && part !== null && 'type' in part)
    .flatMap(kindsOf),
]

const pingsNobody = ({ body }: { readonly body: unknown }): boolean => {
  const { allowed_mentions: mentions = Object(Object(body).data).allowed_mentions } = Object(body)
  return mentions === undefined || mentions.parse.length === 0
}

/** The processor time and memory of a process so far, as Linux tells them. */
function costOf(pid: number | undefined): { readonly seconds: number; readonly megabytes: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number)
  return {
    seconds: (user + system) / 100, // ticks of a hundredth of a second
    megabytes: Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024,
  }
}

describe('hostile articles', () => {
  const there = converse({
    CORPUS_DIR: hostileCorpus(),
    NODE_OPTIONS: `--import=${new URL('prototype-watch.mjs', import.meta.url).href}`,
  })
  const asks = async (question: string, article?: string): Promise<string> => {
    const values = article === undefined ? { question } : { question, article }
    const { who, at } = newcomer(there.discord)
    return (await (await who.runs('/ask', values, { in: at })).response()).content
  }

  it('Q3: words of 20,000 letters and marks in an article are read, and letters beyond ASCII are found', async () => {
    expect(readQuotations(await asks('When did the naïve café of 日本語 open?'))).toEqual([
      'The naïve café of 日本語 opened in 1931.',
    ])
    expect(await asks('a'.repeat(1000))).not.toContain('>')
  })

  it.each(INHERITED)('Q4: %s is a word like any other, in questions and in articles', async (word) => {
    const quoted = readQuotations(await asks(`Which lighthouse did the keeper of ${word} paint green?`))
    expect(quoted[0]).toContain(`The keeper of ${word} painted`)
    for (const [command, values] of [
      ['/read', { section: word }],
      ['/search', { terms: word }],
      ['/who', { name: word }],
      ['/sections', { article: word }],
    ] as const) {
      const { who, at } = newcomer(there.discord)
      expect((await (await who.runs(command, values, { in: at })).response()).content).not.toBe('')
    }
  })

  it('Q4: nothing is added to what every object has', async () => {
    expect(await there.restart()).toBe(0)
    expect(await asks('Which lighthouse was painted green?')).toContain('>')
    expect(there.bot().output()).not.toContain('Object.prototype')
  })

  it('Q7: marks, mentions and links in an article are shown as they stand, ping nobody and show no preview', async () => {
    const questions = [
      'Who was told to read the notice?',
      'What did the lantern notice say?',
      'lantern fences',
    ]
    for (const question of questions) {
      const [shown] = readQuotations(await asks(question, 'hostile'))
      expect(HOSTILE).toContain(shown)
    }
    const sent = there.discord.requests.filter(({ route }) => route.includes('callback'))
    for (const { body } of sent) {
      const { flags, allowed_mentions: mentions } = Object(Object(body).data)
      if (flags !== undefined) expect(flags & (1 << 2)).not.toBe(0)
      if (mentions !== undefined) expect(mentions.parse).toEqual([])
    }
  })
})

describe('replies that would be too long', () => {
  const wording = wordingIn('en-US')
  const piece = fc.oneof(
    fc.constantFrom(
      'keeper',
      'harbour',
      'the',
      '😀',
      '👩‍👩‍👧',
      '𝒳',
      '*',
      '_',
      '`',
      '<@1>',
      '@here',
      '\\',
      '[a](b)',
      '>',
    ),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  )
  const sentence = fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 400 }), fc.constantFrom('.', '!', '?', ''))
    .map(([words, end]) => `The keeper said ${words.join(' ')}${end}`)

  it('Q8: fit into a message whatever stands in the article, never cut inside a character, and quote it verbatim', async () => {
    const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 6 }), {
      minLength: 1,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(paragraphs, async (written) => {
        const text = `A random article\n\n${written.map((lines) => lines.join(' ').replaceAll(/\s+/g, ' ')).join('\n\n')}\n`
        const article = await readArticle('random.txt', new TextEncoder().encode(text))
        const { answer } = createAnswerer([article]).answer('What did the keeper say about the harbour?')
        const layout = messageLayout(wording)
        const replies = [
          replyToAnswer(answer, wording),
          ...article.sections.map((section) => readSection(article, section, 1, layout, wording)),
        ]
        for (const reply of replies) {
          const { content } = renderMessage(reply, '900000000000000001', wording)
          expect(content.length).toBeLessThanOrEqual(2000)
          expect(content.isWellFormed()).toBe(true)
          for (const quotation of readQuotations(content)) expect(article.text).toContain(quotation)
        }
      }),
      { numRuns: 60, seed: 8 },
    )
  })
})
