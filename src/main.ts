import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { type Answerer, createAnswerer } from './answering/answerer.js'
import { CorpusFault, readCorpus } from './article/corpus.js'
import { readEnvironment, SettingsFault } from './environment.js'
import { EXIT } from './exit-codes.js'
import { type AskOptions, ask, askBatch, UsageFault } from './terminal/ask.js'
import { screenOf } from './terminal/print.js'

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
    const answerer = loadArticles(corpus ?? environment().corpusFolder)
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
  const answerer = loadArticles(corpus ?? environment().corpusFolder)
  if (batch === undefined) {
    console.log(ask(answerer, words.join(' '), options, screenOf(process.stdout, process.env)))
    return
  }
  for (const line of askBatch(answerer, batch, options)) {
    if (!process.stdout.write(`${line}\n`))
      await new Promise((drained) => process.stdout.once('drain', drained))
  }
}

async function start(): Promise<void> {
  const settings = environment()
  const answerer = loadArticles(settings.corpusFolder)
  const { chat } = await import('./terminal/chat.js')
  const say = process.stdout.isTTY ? console.log : console.error
  say(
    'Verbatim answers in the terminal. To connect it to Discord, put DISCORD_TOKEN=… in .env (README, "Connect it to Discord").',
  )
  say(`${answerer.articles.length} article(s) loaded. Ask a question, or type /help.\n`)
  await chat(answerer, process.stdin, process.stdout, () => screenOf(process.stdout, process.env))
}

/** The settings, from the environment and from `.env` where there is one. */
function environment(): ReturnType<typeof readEnvironment> {
  try {
    process.loadEnvFile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  return readEnvironment(process.env)
}

/** Reads the articles, and says on stderr which files were refused and why. */
function loadArticles(folder: string): Answerer {
  const { articles, refused } = readCorpus(folder)
  for (const refusal of refused) console.error(`Refused: ${refusal}`)
  if (articles.length === 0) console.error(`No article is loaded: put one (.md or .txt) in ${folder}.`)
  return createAnswerer(articles)
}

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
  process.exitCode = exitCodeOf(error)
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.stopped : EXIT.usage // it has printed its message
  if (error instanceof UsageFault) {
    console.error(error.message)
    return EXIT.usage
  }
  if (error instanceof SettingsFault || error instanceof CorpusFault) {
    console.error(error.message)
    return EXIT.configuration
  }
  throw error
}
