import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  copyFileSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { ApplicationCommandOptionType } from 'discord.js'
import { describe, expect, it } from 'vitest'
import { commands } from '../../commands/index.js'
import { type BotProcess, emptyFolder, SHIPPED_CORPUS, startBot } from '../end-to-end/bot-process.js'
import { CONFIGURATION, isAnswered, onStage, type Stage } from './faults.js'

const root = process.geteuid?.() === 0
const NOBODY = 65_534

/** A folder with the shipped article in it, and what is written beside. */
function corpusWith(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = emptyFolder()
  copyFileSync(path.join(SHIPPED_CORPUS, 'kazakhstan-2022.txt'), path.join(folder, 'kazakhstan-2022.txt'))
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content)
  return folder
}

/** What the bot logged of files that it did not take. */
const refusals = (bot: BotProcess): string[] =>
  bot
    .output()
    .split('\n')
    .filter((line) => line.includes('"refusal"'))
    .map((line) => JSON.parse(line).refusal)

/** Starts the bot on a folder, and sees that it answers from the shipped article there. */
async function answersFrom(corpus: string, { discord, start }: Stage): Promise<BotProcess> {
  const bot = start({ CORPUS_DIR: corpus })
  await discord.ready({ timeout: 30_000 })
  await isAnswered(discord, discord.addPerson({ name: 'tom' }))
  return bot
}

const matter = (lines: string): string => `---\n${lines}\n---\n\n# T\n\nThe light burns.\n`

describe('the articles', () => {
  it('C1: front matter that cannot be used costs its own article, with file and line, and runs nothing', async () => {
    const corpus = corpusWith({
      'aliases.md': matter(
        `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c]`,
      ),
      'broken.md': matter('title: [a'),
      'date.md': matter('title: 2022-01-11\npublished: yesterday'),
      'deep.md': matter(`title: ${'['.repeat(20_000)}`),
      'deep-and-closed.md': matter(`title: ${'['.repeat(20_000)}${']'.repeat(20_000)}`),
      'number.md': matter('title: 7'),
      'prototype.md': matter('__proto__: { polluted: true }\ntitle: The rock'),
      'script.md': `---js\n{ title: process.exit(7) }\n---\n\nThe light burns.\n`,
      'twice.md': matter('title: One\ntitle: Two'),
      'unclosed.md': '---\ntitle: One\n\nThe light burns.\n',
    })
    await onStage(async (stage) => {
      const told = refusals(await answersFrom(corpus, stage))
      for (const name of [
        'aliases',
        'broken',
        'date',
        'deep',
        'deep-and-closed',
        'number',
        'twice',
        'unclosed',
      ])
        expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${name}\\.md:\\d+: `)))
      expect(told).toHaveLength(8)
    })
  })

  it('C2: files beyond the limits are refused, by name, and cost nothing', async () => {
    const corpus = corpusWith()
    truncateSync(path.join(corpus, touched(corpus, 'huge.txt')), 5 * 1024 ** 3) // a hole: it takes no room on the disk
    const article = Buffer.from(`Title\n\n${'The light burns.\n\n'.repeat(240_000)}`)
    for (const name of ['za.txt', 'zb.txt', 'zc.txt', 'zd.txt', 'ze.txt'])
      writeFileSync(path.join(corpus, name), Buffer.concat([article, Buffer.from([0])])) // binary, and so never indexed
    await onStage(async (stage) => {
      const told = refusals(await answersFrom(corpus, stage))
      expect(told).toContainEqual(expect.stringMatching(/^huge\.txt: It is larger than 5 MB/))
      expect(told).toContainEqual(expect.stringMatching(/^ze\.txt: With it, articles take more than 20 MB/))
    })
  })

  it('C2: of too many files the first are read, and the log says how many are not', async () => {
    const corpus = corpusWith()
    for (let number = 0; number < 5002; number++) writeFileSync(path.join(corpus, `z${number}.txt`), '')
    await onStage(async (stage) => {
      const told = refusals(await answersFrom(corpus, stage))
      expect(told[0]).toContain('the last of 5000 files; 3 more are not read')
    })
  })

  it('C3: what is no UTF-8 text is refused', async () => {
    const corpus = corpusWith({
      'bytes.txt': Buffer.from([0xff, 0xfe, 0x80]),
      'picture.md': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'utf16.txt': Buffer.from('The light\n\nIt burns.\n', 'utf16le'),
    })
    await onStage(async (stage) => {
      const told = refusals(await answersFrom(corpus, stage))
      for (const name of ['bytes.txt', 'picture.md', 'utf16.txt'])
        expect(told).toContainEqual(
          expect.stringMatching(new RegExp(`^${name}:\\d+: It is (no UTF-8|binary)`)),
        )
    })
  })

  it('C4: byte order marks, any line ends, composed or not, and blanks at line ends change no quote', async () => {
    const corpus = corpusWith({
      'bom.txt': '\uFEFFThe beacon\n\nThe beacon of Skerry was lit in 1887.\n',
      'crlf.txt': 'The pier\r\n\r\nThe pier of Skerry was built in 1893.  \r\n',
      'cr.txt': 'The chapel\r\rThe chapel of Skerry was blessed in 1902.\r',
      'nfd.txt': 'The cafe\u0301\n\nThe cafe\u0301 of Skerry was opened in 1911.\n',
      'empty.txt': '',
    })
    await onStage(async (stage) => {
      const bot = await answersFrom(corpus, stage)
      expect(refusals(bot)).toEqual([expect.stringContaining('empty.txt: It is empty')])
      const tom = stage.discord.addPerson({ name: 'tom' })
      for (const [question, quote] of [
        ['When was the beacon of Skerry lit?', '> The beacon of Skerry was lit in 1887.'],
        ['When was the pier of Skerry built?', '> The pier of Skerry was built in 1893.'],
        ['When was the chapel of Skerry blessed?', '> The chapel of Skerry was blessed in 1902.'],
        ['When was the café of Skerry opened?', '> The café of Skerry was opened in 1911.'],
      ] as const) {
        await tom.directMessage(question)
        const { content } = await stage.discord.nextMessage({ in: tom })
        expect(content.replaceAll('*', '').split('\n')[0]).toBe(quote)
      }
    })
  })

  it('C5: nothing but regular files inside the folder is opened', async () => {
    const corpus = corpusWith()
    const outside = path.join(emptyFolder(), 'secret.txt')
    writeFileSync(outside, 'Canary\n\nThe canary sings.\n')
    const at = (name: string): string => path.join(corpus, name)
    symlinkSync(outside, at('outside.txt'))
    symlinkSync('/dev/zero', at('device.txt'))
    symlinkSync('loop.txt', at('loop.txt'))
    symlinkSync('nowhere.txt', at('broken.txt'))
    symlinkSync(corpus, at('folder.md'))
    mkdirSync(at('folder.txt'))
    expect(spawnSync('mkfifo', [at('pipe.txt')]).status).toBe(0)
    symlinkSync('pipe.txt', at('link-to-pipe.txt'))
    const socket = createServer().listen(at('socket.txt'))
    try {
      await onStage(async (stage) => {
        const told = refusals(await answersFrom(corpus, stage))
        expect(told.map((sentence) => sentence.split(':')[0]).sort()).toEqual(
          readdirSync(corpus)
            .filter((name) => name !== 'kazakhstan-2022.txt')
            .sort(),
        )
      })
    } finally {
      socket.close()
    }
  })

  it('C6, C7: what happens to files while it runs changes no answer before the next start', async () => {
    const corpus = corpusWith({ 'rock.txt': 'The rock\n\nThe light on Skerry Rock was lit in 1887.\n' })
    const question = 'When was the light on Skerry Rock lit?'
    await onStage(async (stage) => {
      const { discord, start } = stage
      const bot = await answersFrom(corpus, stage)
      const mara = discord.addPerson({ name: 'mara' })
      const answer = async (): Promise<string> => {
        await mara.directMessage(question)
        return (await discord.nextMessage({ in: mara })).content
      }
      const half = openSync(path.join(corpus, 'rock.txt'), 'w')
      writeFileSync(half, 'The rock\n\nThe light on Sk')
      expect(await answer()).toContain('1887')
      writeFileSync(half, 'erry Rock was lit in 1999.\n')
      closeSync(half)
      rmSync(path.join(corpus, 'kazakhstan-2022.txt'))
      expect(await answer()).toContain('1887')
      await isAnswered(discord, mara)
      await bot.stop()

      start({ CORPUS_DIR: corpus })
      await discord.until(() => discord.gateway.identifies.length === 2, { what: 'the bot', timeout: 10_000 })
      await discord.ready()
      expect(await answer()).toContain('1999')
    })
  })

  it.each<readonly [string, (corpus: string) => void]>([
    ['missing', (corpus) => renameSync(corpus, `${corpus}-moved`)],
    ['unreadable', (corpus) => chmodSync(corpus, 0)],
    [
      'a file',
      (corpus) => {
        rmSync(corpus, { recursive: true })
        writeFileSync(corpus, '')
      },
    ],
  ])('C8: ends with 78 when their folder is %s', async (_, spoil) => {
    const corpus = corpusWith()
    spoil(corpus)
    await onStage(async ({ discord }) => {
      const folder = emptyFolder()
      chmodSync(folder, 0o777)
      const bot = startBot(discord, folder, { CORPUS_DIR: corpus }, root ? NOBODY : undefined)
      expect(await bot.ended()).toBe(CONFIGURATION)
      expect(bot.output()).toContain(`The corpus folder "${corpus}"`)
      expect(discord.gateway.connections).toBe(0)
    })
  })

  it('C8: runs without an article, and says so to who asks', async () => {
    await onStage(async ({ discord, start }) => {
      start({ CORPUS_DIR: emptyFolder() })
      await discord.ready()
      const tom = discord.addPerson({ name: 'tom' })
      await tom.directMessage('When did it begin?')
      expect((await discord.nextMessage({ in: tom })).content).toContain('no article')
    })
  })

  it('C9: killed at any moment while it reads them, it leaves nothing behind that the next start stumbles over', async () => {
    const corpus = corpusWith()
    const before = readdirSync(corpus)
    await onStage(async (stage) => {
      for (const life of [50, 150, 300, 450, 600]) {
        const bot = stage.start({ CORPUS_DIR: corpus })
        await delay(life)
        await bot.stop('SIGKILL')
      }
      await answersFrom(corpus, stage)
      expect(readdirSync(corpus)).toEqual(before)
      expect(readFileSync(path.join(corpus, 'kazakhstan-2022.txt'))).toEqual(
        readFileSync(path.join(SHIPPED_CORPUS, 'kazakhstan-2022.txt')),
      )
    })
  })

  it('C10: no command takes a file', () => {
    const types = (options: readonly object[] = []): number[] =>
      options.flatMap((option) => [
        Number(Reflect.get(option, 'type')),
        ...types(Reflect.get(option, 'options') ?? []),
      ])
    for (const { data } of commands)
      expect(types('options' in data ? data.options : [])).not.toContain(
        ApplicationCommandOptionType.Attachment,
      )
  })
})

/** Makes an empty file. @returns its name */
function touched(folder: string, name: string): string {
  writeFileSync(path.join(folder, name), '')
  return name
}
