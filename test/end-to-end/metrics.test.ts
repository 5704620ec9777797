import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { freePort } from '../free-port.js'
import { run } from './bot-process.js'
import { converse, scene } from './conversation.js'

describe('metrics and health', () => {
  const settings = { METRICS_PORT: '' }
  beforeAll(async () => {
    settings.METRICS_PORT = String(await freePort())
  })
  const there = converse(settings)
  const { general, tom } = scene(there)

  const get = (path: string, host = '127.0.0.1'): Promise<Response> =>
    fetch(`http://${host}:${settings.METRICS_PORT}${path}`)
  const metrics = async (): Promise<string> => (await get('/metrics')).text()
  const health = async (): Promise<number[]> =>
    Promise.all(['/healthz', '/readyz'].map(async (path) => (await get(path)).status))

  it('count questions by the answer found, and requests by how they ended', async () => {
    const asks = async (question: string): Promise<void> =>
      void (await (await tom().runs('/ask', { question }, { in: general() })).response())
    await asks('When did the protests begin?')
    await asks('Who won the World Cup in 2018?')
    const text = await metrics()
    expect(text).toMatch(/^verbatim_questions_total\{answer="quoted"\} 1$/m)
    expect(text).toMatch(/^verbatim_questions_total\{answer="off-topic"\} 1$/m)
    expect(text).toMatch(/^verbatim_requests_total\{request="command",outcome="answered"\} 2$/m)
    expect(text).toMatch(/^verbatim_question_seconds_count 2$/m)
    expect(text).toMatch(/^verbatim_articles 1$/m)
    expect(text).toMatch(/^verbatim_servers 1$/m)
    expect(text).toMatch(/^verbatim_gateway_ready\{shard="0"\} 1$/m)
    expect(text).not.toMatch(/protests|World Cup|tom/)
  })

  it('count what Discord refuses by its code', async () => {
    there.discord.rest.script('POST /interactions/:id/:token/callback', [
      { status: 404, body: { code: 10_062, message: 'Unknown interaction' } },
    ])
    await tom().runs('/help', {}, { in: general() })
    await vi.waitFor(async () => expect(await metrics()).toContain('outcome="too-late"} 1'), 5000)
    expect(await metrics()).toMatch(/^verbatim_rest_errors_total\{code="10062"\} 1$/m)
  })

  it('say that it is well, and not ready while Discord is away, though a new start would not help', async () => {
    expect(await health()).toEqual([200, 200])
    const { gateway } = there.discord
    gateway.refuseUpgrades(503)
    gateway.drop()
    await vi.waitFor(async () => expect(await health()).toEqual([200, 503]), 5000)
    expect(await (await get('/readyz')).text()).toBe('connected: no\nanswers: yes\n')
    gateway.acceptUpgrades()
    await vi.waitFor(async () => expect(await health()).toEqual([200, 200]), 10_000)
  })

  it('are served to this machine only, and nothing else is', async () => {
    expect((await get('/')).status).toBe(404)
    expect((await get('/../.env')).status).toBe(404)
    await expect(get('/metrics', '[::1]')).rejects.toThrow()
  })

  it('end the start with 78 where another program has the port', async () => {
    const { code, stderr } = await run([], {
      ...settings,
      DISCORD_TOKEN: there.discord.token,
      DISCORD_API_URL: there.discord.apiUrl,
    })
    expect(code).toBe(78)
    expect(stderr).toContain(`METRICS_PORT ${settings.METRICS_PORT} cannot be used: EADDRINUSE`)
  })

  describe('in the dashboard and the alert rules', () => {
    const dashboard = JSON.parse(readFileSync('docs/monitoring/grafana-dashboard.json', 'utf8'))
    const { groups } = parse(readFileSync('docs/monitoring/alerts.yml', 'utf8'))
    const expressions: string[] = [
      ...dashboard.panels.flatMap(({ targets }: Panel) => targets),
      ...groups[0].rules,
    ].map(({ expr }: { expr: string }) => expr)

    it('are all exported, with the labels that are named', async () => {
      const text = await metrics()
      expect(expressions).toHaveLength(26)
      for (const expression of expressions) {
        for (const [, name = '', labels = ''] of expression.matchAll(
          /\b((?:verbatim|nodejs|process)_\w+)(?:\{([^}]*)\})?/g,
        )) {
          expect(text).toMatch(new RegExp(`^${name}[ {]`, 'm'))
          for (const [, label] of labels.matchAll(/(\w+)=/g))
            if (label !== 'job') expect(text).toMatch(new RegExp(`^${name}\\{.*\\b${label}="`, 'm'))
        }
      }
    })

    it('leave out none that Verbatim adds', async () => {
      const own = (await metrics()).matchAll(/^# TYPE (verbatim_\w+)/gm)
      for (const [, name = ''] of own) expect(expressions.join('\n')).toContain(name)
    })
  })
})

interface Panel {
  readonly targets: readonly { readonly expr: string }[]
}
