import { existsSync } from 'node:fs'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { type Answerer, createAnswerer } from './answering/answerer.js'
import { type Answering, inThisThread } from './answering/answering.js'
import type { QuotationCheck } from './answering/check-quotation.js'
import type { Article } from './article/article.js'
import { CorpusFault, readCorpus } from './article/corpus.js'
import { collectEarly } from './collect-early.js'
import type { Bot } from './discord/bot.js'
import { RegistrationFault, TokenFault } from './discord/registration-fault.js'
import type { Standing } from './discord/standing.js'
import { readCorpusFolder, readEnvironment, type Settings, SettingsFault } from './environment.js'
import { EXIT } from './exit-codes.js'
import type { Logger } from './logger.js'
import type { Metrics } from './metrics/metrics.js'
import { ENGLISH, wordingIn } from './reply/wording/wording.js'
import { type Store, StoreFault, StoreTaken, StoreUnreachable } from './store/store.js'
import { type AskOptions, ask, askBatch, UsageFault } from './terminal/ask.js'
import { watchScreen } from './terminal/print.js'

const program = new Command('verbatim')
  .description("Answers questions about events in the article's own words")
  .showHelpAfterError('(--help lists what may be said)')
  .exitOverride()

program
  .command('start', { isDefault: true })
  .description('the bot on Discord where DISCORD_TOKEN is set, else a chat in the terminal')
  .action(start)

program
  .command('ask')
  .description('answers one question, or a file of them')
  .argument('[question...]', 'what you want to know')
  .option('--json', 'print the answer as JSON')
  .option('--batch <file>', 'answer each line of FILE, {"id", "question", "article"?}, with a line of JSON')
  .option('--ranked <n>', 'list the N best sentences in the JSON', positiveNumber)
  .option('--corpus <folder>', 'read articles from FOLDER')
  .option('--article <id>', 'answer from this article only')
  .action(askOnce)

program
  .command('deploy-commands')
  .description('registers the slash commands with Discord where they differ from what it has')
  .option('--print', 'print the commands as JSON and send nothing')
  .action(deployCommands)

program
  .command('evaluate')
  .description('measures how well a file of questions is answered, as JSON')
  .requiredOption('--questions <file>', 'questions whose answers are known, one JSON object a line')
  .option('--corpus <folder>', 'read articles from FOLDER')
  .option('--failures', 'list the misses with the features of the chosen and of the right sentence')
  .option('--compare', "measure MiniSearch's defaults on the same questions")
  .action(evaluateSet)

interface EvaluateFlags {
  readonly questions: string
  readonly corpus?: string
  readonly failures?: boolean
  readonly compare?: boolean
}

async function evaluateSet({ questions, corpus, ...options }: EvaluateFlags): Promise<void> {
  const { evaluate } = await import('./evaluation/evaluate.js')
  const { QuestionSetFault, readQuestionSet } = await import('./evaluation/question-set.js')
  try {
    const answerer = await loadArticles(corpus)
    console.log(JSON.stringify(evaluate(answerer, readQuestionSet(questions), options), null, 2))
  } catch (error) {
    throw error instanceof QuestionSetFault ? new UsageFault(error.message) : error
  }
}

interface AskFlags extends AskOptions {
  readonly batch?: string
  readonly corpus?: string
}

async function askOnce(words: string[], { batch, corpus, ...options }: AskFlags): Promise<void> {
  if ((batch === undefined) === (words.length === 0)) {
    throw new UsageFault('Say one question, or --batch FILE: npm run ask -- "When did the protests begin?"')
  }
  const answerer = await loadArticles(corpus)
  if (batch === undefined) {
    const screenNow = await watchScreen(process.stdout, process.env)
    console.log(ask(answerer, words.join(' '), options, screenNow()))
    return
  }
  for (const line of askBatch(answerer, batch, options)) {
    if (!process.stdout.write(`${line}\n`))
      await new Promise((drained) => process.stdout.once('drain', drained))
  }
}

async function start(): Promise<void> {
  const settings = readEnvironment(environment())
  await (settings.token === null ? startChat(settings) : runBot(settings, settings.token))
}

async function startChat({ corpusFolder }: Settings): Promise<void> {
  const answerer = await loadArticles(corpusFolder)
  const { chat } = await import('./terminal/chat.js')
  const watched = process.stdout.isTTY
  const wording = watched ? wordingIn(Intl.DateTimeFormat().resolvedOptions().locale) : ENGLISH
  const tell = watched ? console.log : console.error // a pipe gets answers only
  const titles = answerer.articles.map(({ title }) => `"${title}"`).join(', ')
  tell(wording.text('chat.welcome', { articles: titles || wording.text('chat.no-article') }))
  tell(`${wording.text('chat.connect')}\n`)
  await chat(answerer, process.stdin, process.stdout, await watchScreen(process.stdout, process.env), wording)
}

/** After a bug nobody knows what still works. */
const LONGEST_DRAIN_AFTER_BUG_MS = 2000

async function runBot(settings: Settings, token: string): Promise<void> {
  collectEarly()
  const [{ startBot }, { noMeter }, { commands, menu }, { createLogger }, { createQuotationCheck }] =
    await Promise.all([
      import('./discord/bot.js'),
      import('./discord/meter.js'),
      import('../commands/index.js'),
      import('./logger.js'),
      import('./answering/check-quotation.js'),
    ])
  const log = createLogger(settings.logLevel)
  const { articles, refused } = await readCorpus(settings.corpusFolder)
  for (const refusal of refused) log.warn({ refusal }, 'article refused')
  if (articles.length === 0)
    log.warn({ folder: settings.corpusFolder }, 'no article is loaded; put one there and start again')
  else log.info({ articles: articles.map(({ id, edition }) => `${id}@${edition}`) }, 'articles loaded')
  let bot: Bot | undefined
  let store: Store | undefined
  let leaving = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      log.info({ signal }, 'stopping')
      void leave(EXIT.stopped)
    })
  }
  const answering = await createAnswering(articles, log)
  const metrics = await startMetrics(settings.metricsPort, answering, () => bot)
  store = await openStore(settings, log, () => void leave(EXIT.tryLater))
  const services = {
    answerer: metrics?.counted(answering) ?? answering,
    checkQuotation: createQuotationCheck(articles),
    channels: store.channels,
    servers: store.servers,
    turns: store.turns,
    commands,
    menu,
    meter: metrics?.meter ?? noMeter,
  }
  const { apiUrl, messageContent } = settings

  async function leave(exitCode: number): Promise<void> {
    if (leaving) process.exit(exitCode) // a second signal: at once
    leaving = true
    try {
      await bot?.stop(exitCode === EXIT.bug ? LONGEST_DRAIN_AFTER_BUG_MS : undefined)
      await store?.close()
    } catch (err) {
      log.error({ err }, 'not stopped cleanly')
    }
    await new Promise((written) => log.flush(written))
    process.exit(exitCode) // a reconnect that discord.js has waiting would keep the process alive
  }

  bot = startBot({
    token,
    apiUrl,
    messageContent,
    services,
    leftServers: store.leftServers,
    log,
    onFatal: (exitCode) => void leave(exitCode),
  })
  void readAhead(articles, services.checkQuotation)
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled rejection'))
  process.on('uncaughtException', (err) => {
    log.fatal({ err }, 'uncaught exception')
    void leave(EXIT.bug)
  })
}

/** Answers in this thread where no question can hold up the bot, else in one of its own. */
async function createAnswering(articles: readonly Article[], log: Logger): Promise<Answering> {
  const { answerInWorker, mayBeCostly } = await import('./worker/answer-in-worker.js')
  if (!mayBeCostly(articles)) return inThisThread(createAnswerer(articles))
  log.info('many or long articles: questions are looked up in a thread of their own')
  return answerInWorker(articles, (reason) =>
    log.warn({ reason }, 'a question was given up, and its thread ended'),
  )
}

/** Serves metrics and health where a port is set; else loads nothing of them. */
async function startMetrics(
  port: number | null,
  answering: Answering,
  bot: () => Bot | undefined,
): Promise<Metrics | null> {
  if (port === null) return null
  const [{ createMetrics }, { serveMetrics }, { NOT_CONNECTED }] = await Promise.all([
    import('./metrics/metrics.js'),
    import('./metrics/serve.js'),
    import('./discord/standing.js'),
  ])
  const standing = (): Standing => bot()?.standing() ?? NOT_CONNECTED
  const metrics = createMetrics(standing)
  try {
    await serveMetrics(port, metrics, { answering, standing })
  } catch (error) {
    throw new SettingsFault(
      `METRICS_PORT ${port} cannot be used: ${Object(error).code}. Another program may have it; choose another.`,
    )
  }
  return metrics
}

/** Reads names and words of articles ahead, one article at a time, so that whoever types the first one need not wait. */
async function readAhead(articles: readonly Article[], checkQuotation: QuotationCheck): Promise<void> {
  const [{ speakersAmong }, { readForSearch }, { setImmediate }] = await Promise.all([
    import('./answering/named.js'),
    import('./answering/search.js'),
    import('node:timers/promises'),
  ])
  for (const article of articles) {
    await setImmediate()
    speakersAmong([article])
    readForSearch(article)
    checkQuotation('one', new Set([article.id]))
  }
}

/** Opens what keeps settings; only the driver that is used is loaded. */
async function openStore(
  { databaseUrl, databaseFile }: Settings,
  log: Logger,
  onTaken: () => void,
): Promise<Store> {
  if (databaseUrl === null) {
    const { openSqlite } = await import('./store/sqlite.js')
    return openSqlite(databaseFile, (reason) => log.warn({ reason }, 'the settings file was not backed up'))
  }
  const { openPostgresql } = await import('./store/postgresql.js')
  return openPostgresql(databaseUrl, {
    lost: (reason) =>
      log.warn(
        { reason },
        'the settings database does not answer: settings last known hold, changes are refused',
      ),
    back: () => log.info('the settings database answers again'),
    taken() {
      log.fatal('another Verbatim has taken the settings database while it was gone')
      onTaken()
    },
  })
}

async function deployCommands({ print }: { readonly print?: boolean }): Promise<void> {
  const [{ commandBodies, registerCommands }, { offered }] = await Promise.all([
    import('./discord/register-commands.js'),
    import('../commands/index.js'),
  ])
  if (print === true) {
    console.log(JSON.stringify(commandBodies(offered), null, 2))
    return
  }
  const { token, apiUrl } = readEnvironment(environment())
  if (token === null)
    throw new SettingsFault(
      'DISCORD_TOKEN is not set: put it in .env, or use -- --print to see the commands.',
    )
  const { written, unchanged, removed } = await registerCommands(offered, { token, apiUrl })
  const say = (what: string, names: readonly string[]): void =>
    console.log(`${what}: ${names.join(', ') || 'none'}`)
  say('Registered', written)
  say('Unchanged', unchanged)
  say('Removed', removed)
}

/** The environment, with what `.env` adds where there is one. */
function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) {
    try {
      process.loadEnvFile()
    } catch {
      throw new SettingsFault(
        'The file .env cannot be read. Let the user that runs Verbatim read it, or remove it.',
      )
    }
  }
  return process.env
}

/** Reads the articles, and says on stderr which files were refused and why. */
async function loadArticles(folder = readCorpusFolder(environment())): Promise<Answerer> {
  const { articles, refused } = await readCorpus(folder)
  for (const refusal of refused) console.error(`Refused: ${refusal}`)
  if (articles.length === 0) console.error(`No article is loaded: put one (.md or .txt) in ${folder}.`)
  return createAnswerer(articles)
}

/** What can be mended outside the program; anything else is a bug. */
const FAULTS = [
  [UsageFault, EXIT.usage],
  [SettingsFault, EXIT.configuration],
  [CorpusFault, EXIT.configuration],
  [StoreUnreachable, EXIT.tryLater],
  [StoreTaken, EXIT.tryLater],
  [StoreFault, EXIT.configuration],
  [RegistrationFault, EXIT.tryLater],
  [TokenFault, EXIT.configuration],
] as const

function positiveNumber(words: string): number {
  if (!/^[1-9]\d{0,5}$/.test(words)) throw new InvalidArgumentError('Say a whole number from 1.')
  return Number(words)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? EXIT.stopped : EXIT.bug) // whoever read us has gone: `ask … | head -1`
})

try {
  await program.parseAsync()
} catch (error) {
  process.exitCode = tell(error)
}

/** Says on stderr what went wrong, for whoever typed the command. @returns the exit code */
function tell(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.stopped : EXIT.usage // it has said so itself
  const exitCode = FAULTS.find(([fault]) => error instanceof fault)?.[1]
  if (exitCode === undefined || !(error instanceof Error)) throw error
  console.error(error.message)
  return process.argv[2] === 'ask' ? EXIT.usage : exitCode
}
