import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXIT } from '../../src/exit-codes.js'
import type { DiscordDouble } from '../discord-double/double.js'
import type { Person } from '../discord-double/person.js'
import { emptyFolder, MAIN, run, SHIPPED_CORPUS } from '../end-to-end/bot-process.js'
import { freePort } from '../free-port.js'
import { runBotHere } from './bot-here.js'
import { ANSWER, countOf, isAnswered, onStage, QUESTION, SENDS } from './faults.js'

const someone = (discord: DiscordDouble, name = 'tom'): Person => discord.addPerson({ name })

/** Loads a script into the bot before anything else of it runs. */
function withScript(script: string): Readonly<Record<string, string>> {
  const file = path.join(emptyFolder(), 'script.mjs')
  writeFileSync(file, script)
  return { NODE_OPTIONS: `--import ${file}` }
}

/** Has the bot log far more than a pipe holds. */
function makeItLog(discord: DiscordDouble): void {
  for (let time = 0; time < 3000; time++) discord.gateway.dispatch('MESSAGE_CREATE', null)
}

describe('the end of the process', () => {
  it('P1 lets five answers in flight leave before it ends on SIGTERM', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      discord.rest.script(SENDS, Array(5).fill({ delay: 700 }))
      const people = Array.from({ length: 5 }, (_, number) => someone(discord, `person-${number}`))
      for (const person of people) await person.directMessage(QUESTION)
      await discord.until(() => countOf(discord, SENDS) === 5, { what: 'five answers on their way' })
      expect(await bot.stop('SIGTERM')).toBe(EXIT.stopped)
      for (const person of people)
        expect((await discord.nextMessage({ in: person })).content).toContain(ANSWER)
    })
  })

  it('P1 ends at once on a second signal', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      discord.rest.script(SENDS, [{ delay: 4000 }])
      const tom = someone(discord)
      await tom.directMessage(QUESTION)
      await discord.until(() => countOf(discord, SENDS) === 1, { what: 'an answer on its way' })
      bot.child.kill('SIGINT')
      await bot.says('"stopping"')
      expect(await bot.stop('SIGTERM')).toBe(EXIT.stopped)
      const ofTheBot = discord
        .directMessages(tom)
        .messages()
        .filter(({ content }) => content.includes(ANSWER))
      expect(ofTheBot).toEqual([]) // a stop that waits for the answer would have ended after it
    })
  })

  it('P1 ends on SIGTERM while it waits to connect again, and logs in no more', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      discord.gateway.refuseUpgrades(503)
      discord.gateway.drop()
      await bot.says('connection to Discord lost')
      expect(await bot.stop('SIGTERM')).toBe(EXIT.stopped)
      expect(discord.gateway.identifies).toHaveLength(1)
    })
  })

  it('P1 ends on SIGTERM while it waits for its settings database at the start', async () => {
    await onStage(async ({ start }) => {
      const bot = start({ DATABASE_URL: `postgres://owner:canary@127.0.0.1:${await freePort()}/none` })
      await bot.says('the settings database does not answer')
      expect(await bot.stop('SIGTERM')).toBe(EXIT.stopped)
    })
  })

  it('P2 ends with 1 on an exception that nothing caught, after the answers in flight', async () => {
    const script = `process.on('SIGUSR2', () => { throw new Error('canary') })`
    await onStage(async ({ discord, start }) => {
      const bot = start(withScript(script))
      await discord.ready()
      discord.rest.script(SENDS, [{ delay: 500 }])
      const tom = someone(discord)
      await tom.directMessage(QUESTION)
      await discord.until(() => countOf(discord, SENDS) === 1, { what: 'an answer on its way' })
      expect(await bot.stop('SIGUSR2')).toBe(EXIT.bug)
      expect((await discord.nextMessage({ in: tom })).content).toContain(ANSWER)
      expect(bot.output()).toContain('uncaught exception')
      expect(bot.output()).not.toContain('canary')
    })
  })

  it('P2 goes on after promises that nothing caught, with a line of the log for each', async () => {
    const script = `process.on('SIGUSR2', () => { for (let n = 0; n < 20; n++) Promise.reject(new Error('canary')) })`
    await onStage(async ({ discord, start }) => {
      const bot = start(withScript(script))
      await discord.ready()
      bot.child.kill('SIGUSR2')
      await bot.says('unhandled rejection')
      await isAnswered(discord, someone(discord))
      expect(bot.output().match(/unhandled rejection/g)).toHaveLength(20)
      expect(bot.output()).not.toContain('canary')
    })
  })

  it('P2 tells who asked when answering throws, whichever way they asked, and goes on', async () => {
    await onStage(async ({ discord }) => {
      const bot = await runBotHere(discord, {
        answering: (usual) => ({
          ...usual,
          async answer(question, ...more) {
            if (question.includes('thunder')) throw new Error('canary')
            return usual.answer(question, ...more)
          },
        }),
      })
      await discord.ready()
      const guild = discord.addGuild({ name: 'Harbour' })
      const channel = guild.addChannel({ name: 'general' })
      const mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
      await (await mara.runs('/channels add', { channel, mode: 'mention' }, { in: channel })).response()
      const asked = await mara.runs('/ask', { question: 'When did the thunder begin?' }, { in: channel })
      expect((await asked.response()).content).toContain('Something went wrong')
      await mara.says(channel, '@bot When did the thunder begin?', { mentionsBot: true })
      expect((await discord.nextMessage({ in: channel })).content).toContain('Something went wrong')
      await mara.directMessage('When did the thunder begin?')
      expect((await discord.nextMessage({ in: mara })).content).toContain('Something went wrong')
      await isAnswered(discord, mara)
      await bot.stop()
    })
  })

  it('P5 ends with the code that the README promises, on each way', async () => {
    const readme = readFileSync('README.md', 'utf8')
    for (const promise of [
      '0 when it is\nstopped',
      '1 on a bug',
      '2 when a command line',
      '75 when',
      '78 when',
    ])
      expect(readme).toContain(promise)
    expect((await run(['--no-such-option'])).code).toBe(EXIT.usage)
    expect((await run([], { METRICS_PORT: 'many' })).code).toBe(EXIT.configuration)
    const nowhere = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: `http://127.0.0.1:${await freePort()}/api` }
    expect((await run([], nowhere)).code).toBe(EXIT.tryLater)
    expect((await run([], {}, '')).code).toBe(EXIT.stopped) // the chat, at the end of what was typed
  })
})

describe('its memory', () => {
  it.skipIf(process.platform !== 'linux')(
    'P3 does not grow with the questions it has answered',
    async () => {
      await onStage(async ({ discord, start }) => {
        const bot = start()
        await discord.ready()
        const residentMb = (): number =>
          Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${bot.child.pid}/status`, 'utf8'))?.[1]) / 1024
        let people = 0
        const answers = async (rounds: number): Promise<void> => {
          for (let round = 0; round < rounds; round++) {
            const askers = Array.from({ length: 10 }, () => someone(discord, `person-${people++}`))
            for (let time = 0; time < 5; time++)
              await Promise.all(askers.map((person) => isAnswered(discord, person)))
          }
        }
        await answers(6)
        const before = residentMb()
        await answers(12)
        expect(residentMb() - before).toBeLessThan(64) // 600 answers that were kept whole would not fit
      })
    },
    60_000,
  )
})

describe('the clock', () => {
  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('P4 goes on answering, and connecting again, when it is set %s by an hour', async (_, step) => {
    const script = `
      let ahead = 0
      const now = Date.now
      Date.now = () => now() + ahead
      process.on('SIGUSR2', () => { ahead += ${step} })`
    await onStage(
      async ({ discord, start }) => {
        const bot = start(withScript(script))
        await discord.ready()
        const before = someone(discord, 'before')
        await isAnswered(discord, before)
        bot.child.kill('SIGUSR2')
        if (step < 0) await bot.says('the clock was set back')
        // discord.js sends fifty requests a second, and counts them by this clock
        for (let number = 0; number < 6; number++) {
          const person = someone(discord, `person-${number}`)
          for (let time = 0; time < 10; time++) await isAnswered(discord, person)
        }
        await isAnswered(discord, before)
        discord.gateway.drop()
        await discord.until(() => discord.gateway.sessions[0]?.resumes === 1, { what: 'a resumed session' })
        await isAnswered(discord, before)
      },
      { heartbeatInterval: 1000 },
    )
  })
})

describe('what it may not do', () => {
  const root = process.geteuid?.() === 0
  const bound = root && spawnSync('unshare', ['-m', 'true']).status === 0

  it.skipIf(!bound)(
    'P6 runs as nobody, where all but the folder of its settings is read-only, with no word for the umask',
    async () => {
      await onStage(async ({ discord }) => {
        const folder = emptyFolder()
        chmodSync(folder, 0o755)
        const data = path.join(folder, 'data')
        mkdirSync(data)
        const script = [
          'mount --make-rprivate /',
          `mount -t tmpfs -o mode=777 none ${data}`,
          'mount -o remount,bind,ro /',
          'umask 0',
          `exec setpriv --reuid 65534 --regid 65534 --clear-groups ${process.execPath} ${MAIN}`,
        ].join(' && ')
        const child = spawn('unshare', ['-m', 'sh', '-c', script], {
          cwd: '/',
          env: {
            PATH: process.env['PATH'],
            DISCORD_TOKEN: discord.token,
            DISCORD_API_URL: discord.apiUrl,
            CORPUS_DIR: SHIPPED_CORPUS,
            DATABASE_FILE: path.join(data, 'settings', 'verbatim.sqlite'),
          },
          stdio: 'ignore',
        })
        try {
          await discord.ready()
          const guild = discord.addGuild({ name: 'Harbour' })
          const channel = guild.addChannel({ name: 'general' })
          const mara = guild.addMember({ name: 'mara', permissions: ['ManageGuild'] })
          const saved = await mara.runs('/channels add', { channel, mode: 'mention' }, { in: channel })
          expect((await saved.response()).content).toContain('Saved')
          await isAnswered(discord, mara)
          const inside = `/proc/${child.pid}/root${data}/settings/verbatim.sqlite`
          expect(statSync(inside).mode & 0o777).toBe(0o600)
          expect(statSync(inside).uid).toBe(65_534)
        } finally {
          child.kill('SIGTERM')
        }
        expect((await once(child, 'exit'))[0]).toBe(EXIT.stopped)
      })
    },
  )
})

describe('its log', () => {
  it('P7 answers, and stops, when whoever read it has gone', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      bot.child.stdout?.destroy()
      bot.child.stderr?.destroy()
      makeItLog(discord)
      await isAnswered(discord, someone(discord))
      expect(await bot.stop()).toBe(EXIT.stopped)
    })
  })

  it('P7 answers when nobody reads it, and tells afterwards how many lines it left out', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      bot.child.stderr?.pause()
      makeItLog(discord)
      await isAnswered(discord, someone(discord, 'tom'))
      bot.child.stderr?.resume()
      await bot.says('log lines left out')
      expect(await bot.stop()).toBe(EXIT.stopped)
    })
  })

  it('P7 stops when nobody reads it', async () => {
    await onStage(async ({ discord, start }) => {
      const bot = start()
      await discord.ready()
      bot.child.stderr?.pause()
      makeItLog(discord)
      await isAnswered(discord, someone(discord))
      expect(await bot.stop()).toBe(EXIT.stopped)
    })
  })

  it('P7 answers when the disk it goes to is full', async () => {
    await onStage(async ({ discord }) => {
      const child = spawn(process.execPath, [MAIN], {
        cwd: emptyFolder(),
        env: {
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.apiUrl,
          CORPUS_DIR: SHIPPED_CORPUS,
        },
        stdio: ['ignore', 'ignore', openSync('/dev/full', 'w')],
      })
      await discord.ready()
      makeItLog(discord)
      await isAnswered(discord, someone(discord))
      child.kill('SIGTERM')
      expect((await once(child, 'exit'))[0]).toBe(EXIT.stopped)
    })
  })

  it('P7 ends by itself when who started it is killed, and Discord goes with it', async () => {
    await onStage(async ({ discord }) => {
      const starter = `
        const { spawn } = require('node:child_process')
        spawn(process.execPath, [process.env.MAIN], { stdio: ['ignore', 'pipe', 'pipe', 3] })
        setInterval(() => {}, 1000)`
      const parent = spawn(process.execPath, ['-e', starter], {
        cwd: emptyFolder(),
        env: {
          MAIN,
          DISCORD_TOKEN: discord.token,
          DISCORD_API_URL: discord.apiUrl,
          CORPUS_DIR: SHIPPED_CORPUS,
        },
        stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
      })
      await discord.ready()
      const life = parent.stdio[3] // both hold its other end; the last to go closes it
      const gone = once(life as NodeJS.ReadableStream, 'close')
      ;(life as NodeJS.ReadableStream).resume()
      parent.kill('SIGKILL')
      makeItLog(discord)
      await discord.close()
      await gone
    })
  })
})
