import path from 'node:path'
import { pino } from 'pino'
import { commands, menu } from '../../commands/index.js'
import { createAnswerer } from '../../src/answering/answerer.js'
import { type Answering, inThisThread } from '../../src/answering/answering.js'
import { createQuotationCheck } from '../../src/answering/check-quotation.js'
import { readCorpus } from '../../src/article/corpus.js'
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.js'
import { noMeter } from '../../src/discord/meter.js'
import { describeError } from '../../src/logger.js'
import { openSqlite } from '../../src/store/sqlite.js'
import type { DiscordDouble } from '../discord-double/double.js'
import { emptyFolder, SHIPPED_CORPUS } from '../end-to-end/bot-process.js'
import { mustNotTell } from '../told-secrets.js'

/** What a test may put in place of what the program has. */
export interface Replaced extends Partial<Pick<BotOptions, 'longestStartMs' | 'mostRefusals'>> {
  /** Answers in place of the program's answers, from which it may take them. */
  readonly answering?: (usual: Answering) => Answering
}

export interface BotHere extends Bot {
  /** The exit code with which it would have ended the process. */
  readonly ended: Promise<number>
  /** All it has logged so far. */
  log(): string
}

/** Runs the bot in the test's own process, for faults of its parts that cannot be brought about from outside. */
export async function runBotHere(
  { apiUrl, token, confided }: Pick<DiscordDouble, 'apiUrl' | 'token' | 'confided'>,
  { answering = (usual) => usual, ...options }: Replaced = {},
): Promise<BotHere> {
  const store = await openSqlite(path.join(emptyFolder(), 'settings.sqlite'))
  const { articles } = await readCorpus(SHIPPED_CORPUS)
  const lines: string[] = []
  mustNotTell(
    () => lines.join(''),
    () => confided,
  )
  let end: (exitCode: number) => void = () => undefined
  const ended = new Promise<number>((resolve) => {
    end = resolve
  })
  const bot = startBot({
    ...options,
    token,
    apiUrl,
    messageContent: true,
    leftServers: store.leftServers,
    log: pino(
      { level: 'debug', serializers: { err: describeError } },
      { write: (line: string) => void lines.push(line) },
    ),
    onFatal: end,
    services: {
      answerer: answering(inThisThread(createAnswerer(articles))),
      checkQuotation: createQuotationCheck(articles),
      channels: store.channels,
      servers: store.servers,
      turns: store.turns,
      commands,
      menu,
      meter: noMeter,
    },
  })
  return {
    ...bot,
    ended,
    log: () => lines.join(''),
    async stop() {
      await bot.stop()
      await store.close()
    },
  }
}
