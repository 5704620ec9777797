import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readEnvironment, SETTING_NAMES } from '../src/environment.js'

describe('readEnvironment', () => {
  it('needs nothing set', () => {
    expect(readEnvironment({})).toEqual({
      token: null,
      apiUrl: 'https://discord.com/api',
      corpusFolder: 'corpus',
      databaseFile: 'data/verbatim.sqlite',
      databaseUrl: null,
      messageContent: true,
      metricsPort: null,
      logLevel: 'info',
    })
  })

  it('takes a variable set to nothing as not set', () => {
    expect(readEnvironment({ DISCORD_TOKEN: ' ', CORPUS_DIR: '' })).toEqual(readEnvironment({}))
  })

  it('names every setting that is wrong in one message, and repeats no token or password', () => {
    const wrong = {
      DISCORD_TOKEN: 'Bot swordfish',
      DISCORD_API_URL: 'ftp://x',
      DATABASE_URL: 'mysql://verbatim:swordfish@localhost/verbatim',
      LOG_LEVEL: 'loud',
      METRICS_PORT: '99999',
      MESSAGE_CONTENT: 'yes',
    }
    expect(() => readEnvironment(wrong)).toThrow(
      /DISCORD_TOKEN must.*\n.*DISCORD_API_URL must.*\n.*DATABASE_URL must.*\n.*MESSAGE_CONTENT must.*\n.*METRICS_PORT must.*\n.*LOG_LEVEL must/,
    )
    expect(() => readEnvironment(wrong)).not.toThrow(/swordfish/)
  })

  it('knows a token by its shape before Discord is asked, and takes any for another server', () => {
    expect(() => readEnvironment({ DISCORD_TOKEN: 'swordfish' })).toThrow('is no bot token')
    expect(
      readEnvironment({ DISCORD_TOKEN: 'swordfish', DISCORD_API_URL: 'http://127.0.0.1:1/api' }).token,
    ).toBe('swordfish')
  })

  it('is told by .env.example, name by name, with the defaults', () => {
    const example = readFileSync('.env.example', 'utf8')
    expect(Object.keys(parseEnv(example)).sort()).toEqual([...SETTING_NAMES].sort())
    expect(readEnvironment(parseEnv(example))).toEqual(readEnvironment({}))
    for (const name of SETTING_NAMES) expect(example).toMatch(new RegExp(`^# .+\\n${name}=`, 'm'))
  })

  it('is told by the README, name by name', () => {
    const readme = readFileSync('README.md', 'utf8')
    for (const name of SETTING_NAMES) expect(readme).toContain(`\`${name}\``)
  })
})
