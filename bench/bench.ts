/**
 * Measures speed and memory of the built program, each beside a peer in the same run: machines differ, ratios less so.
 * Run by `npm run bench`.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import MiniSearch from 'minisearch'
import { createAnswerer } from '../src/answering/answerer.js'
import type { Article } from '../src/article/article.js'
import { readArticle } from '../src/article/read-article.js'
import { startDiscordDouble } from '../test/discord-double/double.js'

const MAIN = path.resolve('dist/src/main.js')
const SHIPPED = path.resolve('corpus/kazakhstan-2022.txt')
const QUESTIONS = [
  'When did the protests begin?',
  'What did President Tokayev call the riots?',
  'How long is the border between China and Kazakhstan?',
  'Who is the Chinese foreign minister?',
  'Which countries compete over Central Asia?',
  'What are the three evil forces?',
  'Why did people protest?',
  'Who won the World Cup in 2018?',
]

interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly peer: string
  readonly peerValue: number
}

/** From process start to the printed answer and the end of the process. */
function coldStart(): Row {
  const timed = (...words: string[]): number =>
    median(
      repeat(15, () => {
        const start = performance.now()
        const { status } = spawnSync(process.execPath, words, { cwd: path.dirname(path.dirname(SHIPPED)) })
        if (status !== 0) throw new Error(`node ${words.join(' ')} ended with ${status}.`)
        return performance.now() - start
      }),
    )
  return {
    what: 'cold start to first answer of the built ask',
    value: timed(MAIN, 'ask', 'When did the protests begin?'),
    unit: 'ms',
    peer: 'node starting and ending',
    peerValue: timed('-e', '0'),
  }
}

/** One question after another, in process, after warm-up. */
async function answering(): Promise<Row[]> {
  const article = await longArticle
  const answerer = createAnswerer([article])
  const peer = miniSearch(article)
  const times = (answer: (question: string) => unknown): number[] => {
    const once = (): number[] => QUESTIONS.map((question) => timeOf(() => answer(question)))
    repeat(30, once)
    return repeat(100, once).flat()
  }
  const ours = times((question) => answerer.answer(question))
  const theirs = times((question) => peer.search(question))
  return [0.5, 0.99].map((share) => ({
    what: `a whole answer on ${sentencesOf(article).length} sentences, p${share * 100}`,
    value: quantile(ours, share),
    unit: 'ms',
    peer: 'a MiniSearch search with its defaults',
    peerValue: quantile(theirs, share),
  }))
}

/** Reading and indexing an article of that size. */
async function loading(): Promise<Row> {
  const bytes = new TextEncoder().encode(longText())
  const article = await longArticle
  const ours: number[] = []
  for (let time = 0; time < 15; time++) {
    const start = performance.now()
    createAnswerer([await readArticle('long.txt', bytes)])
    ours.push(performance.now() - start)
  }
  return {
    what: 'loading an article of that size',
    value: median(ours),
    unit: 'ms',
    peer: 'a MiniSearch index with its defaults',
    peerValue: median(repeat(15, () => timeOf(() => miniSearch(article)))),
  }
}

/** Resident memory ten seconds after the bot is ready, beside a client that does nothing. */
async function idleMemory(): Promise<Row> {
  const discord = await startDiscordDouble()
  const settings = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'silent' }
  const measure = async (words: readonly string[]): Promise<number> => {
    const child = spawn(process.execPath, words, {
      cwd: mkdtempSync(path.join(tmpdir(), 'verbatim-bench-')),
      env: {
        PATH: process.env['PATH'],
        CORPUS_DIR: path.dirname(SHIPPED),
        NODE_PATH: path.resolve('node_modules'),
        ...settings,
      },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    await discord.ready({ timeout: 20_000 })
    await delay(10_000)
    const megabytes = residentMegabytes(child)
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    return megabytes
  }
  const value = await measure([MAIN])
  const peerValue = await measure(['-e', IDLE_CLIENT])
  await discord.close()
  return {
    what: 'memory of the idle bot',
    value,
    unit: 'MB resident',
    peer: 'a discord.js client that does nothing',
    peerValue,
  }
}

const IDLE_CLIENT = `
  const { Client } = require('discord.js')
  const client = new Client({ intents: [1, 512, 4096], rest: { api: process.env.DISCORD_API_URL } })
  client.login(process.env.DISCORD_TOKEN)`

function residentMegabytes({ pid }: ChildProcess): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

/** The shipped article's sections five times over: about 200 sentences. */
function longText(): string {
  const [title = '', ...blocks] = readFileSync(SHIPPED, 'utf8').split('\n\n')
  const paragraphs = blocks.filter((block) => !/^\d\. /.test(block)).join('\n\n')
  return [title, ...repeat(5, () => paragraphs)].join('\n\n')
}

const longArticle = readArticle('long.txt', new TextEncoder().encode(longText()))

const sentencesOf = ({ text, paragraphs }: Article): string[] =>
  paragraphs.flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end)))

/** MiniSearch as its README uses it, a sentence a document. */
function miniSearch(article: Article): MiniSearch {
  const index = new MiniSearch({ fields: ['text'] })
  index.addAll(sentencesOf(article).map((text, id) => ({ id, text })))
  return index
}

function timeOf(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function repeat<Result>(times: number, work: () => Result): Result[] {
  return Array.from({ length: times }, work)
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

const median = (values: readonly number[]): number => quantile(values, 0.5)

const round = (value: number): string => value.toFixed(value < 10 ? 2 : 0)

for (const { what, value, unit, peer, peerValue } of [
  coldStart(),
  ...(await answering()),
  await loading(),
  await idleMemory(),
]) {
  const ratio = (value / peerValue).toFixed(1)
  console.log(`${what}: ${round(value)} ${unit} (${ratio} × ${peer}, ${round(peerValue)} ${unit})`)
}
