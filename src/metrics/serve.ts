import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import type { Answering } from '../answering/answering.js'
import { isConnected, type Standing } from '../discord/standing.js'
import type { Metrics } from './metrics.js'

/** What is asked to know whether the bot is well. */
export interface Health {
  readonly answering: Answering
  standing(): Standing
}

const LONGEST_ANSWER_MS = 2000

/**
 * Serves metrics and health, to this machine only: `/metrics` for Prometheus; `/healthz`, whether the process should live
 * on; `/readyz`, whether it does its work, which it cannot while Discord is away, though a new start would not help.
 *
 * @throws what listening throws, such as EADDRINUSE
 */
export async function serveMetrics(
  port: number,
  metrics: Pick<Metrics, 'text' | 'contentType'>,
  { answering, standing }: Health,
): Promise<void> {
  const pages = new Map<string | undefined, () => Promise<Page>>([
    ['/metrics', async () => ({ status: 200, type: metrics.contentType, text: await metrics.text() })],
    ['/healthz', async () => verdict({ answers: await answers(answering) })],
    [
      '/readyz',
      async () => verdict({ connected: isConnected(standing()), answers: await answers(answering) }),
    ],
  ])
  const server = createServer(({ url }, response) => {
    const shown = pages.get(url)?.() ?? Promise.resolve(NOWHERE)
    shown.then(
      ({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  server.unref() // a bot that has ended must not live on for its metrics
}

/** Asks a question, as a member would, and says whether an answer comes. */
const answers = ({ answer, articles }: Answering): Promise<boolean> =>
  Promise.race([
    answer(articles[0]?.title ?? 'Is there an article?').then(
      () => true,
      () => false,
    ),
    delay(LONGEST_ANSWER_MS, false, { ref: false }),
  ])

interface Page {
  readonly status: number
  readonly type: string
  readonly text: string
}

const PLAIN = 'text/plain; charset=utf-8'
const NOWHERE: Page = { status: 404, type: PLAIN, text: '/metrics /healthz /readyz\n' }

/** Well when all of `checks` hold; tells each. */
function verdict(checks: Readonly<Record<string, boolean>>): Page {
  const lines = Object.entries(checks).map(([name, holds]) => `${name}: ${holds ? 'yes' : 'no'}\n`)
  return { status: Object.values(checks).every(Boolean) ? 200 : 503, type: PLAIN, text: lines.join('') }
}
