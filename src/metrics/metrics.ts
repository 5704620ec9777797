import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answering } from '../answering/answering.js'
import type { Meter } from '../discord/meter.js'
import type { Standing } from '../discord/standing.js'

export interface Metrics {
  /** Counts what happens on Discord. */
  readonly meter: Meter
  /** @returns the same answers, counted and timed */
  counted(answering: Answering): Answering
  /** @returns the metrics as they are now, as Prometheus reads them */
  text(): Promise<string>
  /** Of `text`, for HTTP. */
  readonly contentType: string
}

/** In seconds: a tenth is what one question may cost, three is when Discord gives an interaction up. */
const BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10]

/** Counts questions, requests and errors; memory, event loop and gateway are read whenever the metrics are. */
export function createMetrics(standing: () => Standing): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const questions = new Counter({
    name: 'verbatim_questions_total',
    help: 'Questions looked up in the articles, by the kind of answer found',
    labelNames: ['answer'],
    registers,
  })
  const questionSeconds = new Histogram({
    name: 'verbatim_question_seconds',
    help: 'How long it takes to look a question up in the articles',
    buckets: BUCKETS,
    registers,
  })
  const requests = new Counter({
    name: 'verbatim_requests_total',
    help: 'Messages heard, commands, presses of buttons and autocompletions, by how they ended',
    labelNames: ['request', 'outcome'],
    registers,
  })
  const requestSeconds = new Histogram({
    name: 'verbatim_request_seconds',
    help: 'How long it takes from hearing a request to having sent its answer',
    labelNames: ['request'],
    buckets: BUCKETS,
    registers,
  })
  const restErrors = new Counter({
    name: 'verbatim_rest_errors_total',
    help: "Failed requests to Discord's API, by its error code, else the HTTP status, else the error's name",
    labelNames: ['code'],
    registers,
  })
  const articles = new Gauge({ name: 'verbatim_articles', help: 'Articles loaded', registers })
  new Gauge({
    name: 'verbatim_servers',
    help: 'Servers the bot is in',
    registers,
    collect() {
      this.set(standing().servers)
    },
  })
  new Gauge({
    name: 'verbatim_gateway_ready',
    help: 'Whether a connection to Discord takes events: 1 or 0',
    labelNames: ['shard'],
    registers,
    collect() {
      for (const { shard, ready } of standing().shards) this.set({ shard }, ready ? 1 : 0)
    },
  })
  new Gauge({
    name: 'verbatim_gateway_heartbeat_age_seconds',
    help: 'How long ago Discord acknowledged a heartbeat',
    labelNames: ['shard'],
    registers,
    collect() {
      for (const { shard, heartbeatAgeMs } of standing().shards)
        if (heartbeatAgeMs !== null) this.set({ shard }, heartbeatAgeMs / 1000)
    },
  })

  return {
    meter: {
      handled(request, outcome, ms) {
        requests.inc({ request, outcome })
        if (outcome === 'answered') requestSeconds.observe({ request }, ms / 1000)
      },
      restFailed: (code) => restErrors.inc({ code }),
    },
    counted(answering) {
      articles.set(answering.articles.length)
      return {
        ...answering,
        async answer(...question) {
          const stop = questionSeconds.startTimer()
          const answered = await answering.answer(...question)
          stop()
          questions.inc({ answer: answered.answer.kind })
          return answered
        },
      }
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}
