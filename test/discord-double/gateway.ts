import { randomUUID } from 'node:crypto'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { type RawData, type WebSocket, WebSocketServer } from 'ws'
import { Intent, type PrivilegedIntent, refusedIntents } from './intents.js'
import type { Note } from './problems.js'
import { shardOf } from './snowflake.js'
import type { Watch } from './waiting.js'
import type { Event } from './world.js'

/** One IDENTIFY, as the bot sent it. */
export interface Identify {
  readonly at: number
  readonly token: 'ok' | 'wrong'
  readonly intents: number
  readonly shard: readonly [number, number]
}

/** A session of the bot: it outlives its connection, so that it can be resumed. */
export interface Session {
  readonly id: string
  readonly intents: number
  readonly shard: readonly [number, number]
  /** Everything dispatched to it so far; `s` of an event is its place here, counted from 1. */
  readonly sent: readonly { readonly t: string; readonly d: unknown }[]
  readonly connected: boolean
  /** The newest sequence number the bot has confirmed in a heartbeat. */
  readonly confirmed: number
  readonly resumes: number
}

interface LiveSession extends Session {
  readonly sent: { t: string; d: unknown }[]
  socket: WebSocket | undefined
  connected: boolean
  confirmed: number
  beats: number
  resumes: number
}

interface CloseRule {
  readonly code: number
  readonly whenIntent: number | undefined
  times: number
}

/** What the gateway needs to know of the rest of the double. */
export interface GatewaySurroundings {
  readonly token: string
  readonly now: () => number
  readonly note: Note
  readonly watch: Watch
  readonly heartbeatInterval: number
  readonly privilegedIntents: readonly PrivilegedIntent[]
  /** READY without the session's own fields. */
  readyPayload(): { readonly guildIds: readonly string[]; readonly fields: Record<string, unknown> }
  guildCreate(guildId: string): unknown
}

export type Gateway = ReturnType<typeof createGateway>

/** The gateway's side of Discord's WebSocket protocol, with the faults a test may ask for. */
export function createGateway(surroundings: GatewaySurroundings) {
  const { token, now, note, watch } = surroundings
  const wss = new WebSocketServer({ noServer: true })
  const sockets = new Set<WebSocket>()
  const sessions: LiveSession[] = []
  const identifies: Identify[] = []
  const closeRules: CloseRule[] = []
  let ready: LiveSession[] = []
  let acknowledging = true
  let greeting = true
  let refusal: { status: number; times: number } | undefined
  let connections = 0
  let url = ''

  const send = (socket: WebSocket, payload: unknown): void => {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(payload))
  }

  const dispatchTo = (session: LiveSession, t: string, d: unknown): void => {
    session.sent.push({ t, d })
    if (session.socket) send(session.socket, { op: 0, s: session.sent.length, t, d })
  }

  const live = (): LiveSession[] => sessions.filter(({ socket }) => socket !== undefined)

  /** Ends a session for good, so that it can no longer be resumed. */
  const forget = (session: LiveSession): void => {
    sessions.splice(sessions.indexOf(session), 1)
    ready = ready.filter((other) => other !== session)
  }

  const detach = (session: LiveSession): void => {
    session.socket = undefined
    session.connected = false
  }

  const gateway = {
    /** Every IDENTIFY so far, accepted or not. */
    identifies: identifies as readonly Identify[],
    /** The sessions Discord would still let the bot resume. */
    sessions: sessions as readonly Session[],
    /** `GET /gateway/bot` tells these; set `remaining` to 0 to have discord.js refuse to start. */
    sessionStartLimit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 },
    /** The interval of the next HELLO. */
    heartbeatInterval: surroundings.heartbeatInterval,
    /** How often a socket was opened, upgrades that were refused not counted. */
    get connections(): number {
      return connections
    },

    /** Closes with `code` on IDENTIFY: each time, or `times`, or only when an intent bit is asked for. */
    closeOnIdentify(
      code: number,
      { whenIntent, times = Infinity }: { whenIntent?: number; times?: number } = {},
    ) {
      closeRules.push({ code, whenIntent, times })
    },
    /** Accepts every IDENTIFY again. */
    acceptIdentify() {
      closeRules.length = 0
    },
    /** Closes all live connections with `code`; 1000, 4004 and the like end the session too. */
    close(code: number) {
      for (const session of live()) {
        session.socket?.close(code, 'As the test asked')
        detach(session)
        if (!RESUMABLE.includes(code)) forget(session)
      }
    },
    /** Cuts all live connections without a closing handshake, which the bot sees as 1006. */
    drop() {
      for (const socket of sockets) socket.terminate()
      for (const session of live()) detach(session)
    },
    /** Asks the bot to reconnect and resume (op 7). */
    askToReconnect() {
      for (const { socket } of live()) if (socket) send(socket, { op: 7, d: null })
    },
    /** Declares the sessions invalid (op 9); resumable ones may still be resumed. */
    invalidate({ resumable }: { resumable: boolean }) {
      for (const session of live()) {
        if (session.socket) send(session.socket, { op: 9, d: resumable })
        if (!resumable) forget(session)
      }
    },
    /** Leaves heartbeats unanswered until `acknowledge()`. */
    stopAcknowledging() {
      acknowledging = false
    },
    acknowledge() {
      acknowledging = true
    },
    /** Takes connections and says nothing at all, not even HELLO. */
    sayNothing() {
      greeting = false
    },
    /** Answers the next upgrades with an HTTP status instead. */
    refuseUpgrades(status: number, { times = Infinity }: { times?: number } = {}) {
      refusal = { status, times }
    },
    acceptUpgrades() {
      refusal = undefined
    },
    /** Sends any dispatch to every session, also one no real gateway would send. */
    dispatch(t: string, d: unknown) {
      for (const session of ready) dispatchTo(session, t, d)
    },
    /** Sends a raw frame to every live connection, e.g. one that is no JSON. */
    sendRaw(frame: string) {
      for (const { socket } of live()) socket?.send(frame)
    },

    /** Passes an event on to the sessions that asked for its kind. */
    publish(event: Event) {
      for (const session of ready) {
        const hears = event.intent === 0 || (session.intents & event.intent) !== 0
        if (!hears || shardOf(event.guildId, session.shard[1]) !== session.shard[0]) continue
        const full = event.withoutContent === undefined || (session.intents & Intent.messageContent) !== 0
        dispatchTo(session, event.t, full ? event.d : event.withoutContent)
      }
    },

    /** The sessions that have had READY and their guilds. */
    readySessions: (): readonly Session[] => ready.filter(({ connected }) => connected),

    /**
     * Asks every live session for a heartbeat, which carries the last sequence number it has seen, and waits
     * until all that was sent before has arrived. A client must answer this (op 1), so it proves delivery
     * without waiting for a length of time.
     */
    async roundTrip(timeout: number): Promise<void> {
      const awaited = live().map((session) => ({ session, upTo: session.sent.length, beats: -1 }))
      await watch.until(
        () => {
          const late = awaited.filter(({ session, upTo }) => session.connected && session.confirmed < upTo)
          for (const one of late) {
            // discord.js takes events in side by side, so a heartbeat may leave before the event before it counts.
            if (one.session.beats === one.beats || one.session.socket === undefined) continue
            one.beats = one.session.beats
            send(one.session.socket, { op: 1, d: null })
          }
          return late.length === 0 || undefined
        },
        { timeout, what: 'the bot to confirm the events it was sent' },
      )
    },

    /** Drops what the bot has confirmed, which it cannot ask for again; what was sent keeps its numbers. */
    forgetConfirmed() {
      for (const { sent, confirmed } of sessions) {
        for (let at = confirmed - 1; at >= 0 && sent[at] !== FORGOTTEN; at--) sent[at] = FORGOTTEN
      }
    },

    /** Takes over the WebSocket upgrades of the HTTP server that listens at `gatewayUrl`. */
    listen(server: Server, gatewayUrl: string) {
      url = gatewayUrl
      server.on('upgrade', upgrade)
    },
    get url(): string {
      return url
    },

    shutDown(): void {
      for (const socket of sockets) socket.terminate()
      wss.close()
    },
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (refusal !== undefined && refusal.times > 0) {
      refusal.times -= 1
      socket.end(`HTTP/1.1 ${refusal.status} Refused\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams
    if (query.get('encoding') !== 'json' || query.has('compress')) {
      note('gateway', `The double speaks uncompressed JSON only, and was asked for "${query}".`)
    }
    wss.handleUpgrade(request, socket, head, (connection) => {
      connections += 1
      converse(connection)
    })
  }

  /** One connection, from HELLO to its end. */
  function converse(socket: WebSocket): void {
    let session: LiveSession | undefined
    const sends: number[] = []
    sockets.add(socket)
    if (greeting)
      send(socket, { op: 10, d: { heartbeat_interval: gateway.heartbeatInterval, _trace: ['double'] } })

    socket.on('error', () => socket.terminate())
    socket.on('close', (code) => {
      sockets.delete(socket)
      if (session?.socket === socket) {
        detach(session)
        // A client that says goodbye with 1000 or 1001 gives its session up.
        if (code === 1000 || code === 1001) forget(session)
      }
      watch.changed()
    })
    socket.on('message', (data) => {
      const payload = parse(data)
      if (payload === undefined) {
        note('gateway', 'A message that is no JSON object with a number `op`, or is over 4096 bytes.')
        socket.close(4002, 'Error while decoding payload.')
        return
      }
      // Heartbeats are left out, since the double asks for many.
      if (payload.op !== 1) sends.push(Date.now())
      if (sends.filter((at) => at > Date.now() - 60_000).length > 120) {
        note('gateway', 'More than 120 messages in 60 seconds.')
        socket.close(4008, 'Rate limited.')
        return
      }
      receive(payload)
      watch.changed()
    })

    function receive({ op, d }: { op: number; d: unknown }): void {
      if (op === 1) {
        if (session) {
          session.beats += 1
          if (typeof d === 'number') session.confirmed = d
        }
        if (acknowledging) send(socket, { op: 11, d: null })
      } else if (op === 2) {
        if (session) socket.close(4005, 'Already authenticated.')
        else session = identify(socket, d as IdentifyData)
      } else if (op === 6) {
        session = resume(socket, d as ResumeData)
      } else if (session === undefined) {
        socket.close(4003, 'Not authenticated.')
      } else if (![3, 4, 8, 31].includes(op)) {
        note('gateway', `Unknown opcode ${op}.`)
        socket.close(4001, 'Unknown opcode.')
      }
    }
  }

  function identify(socket: WebSocket, d: IdentifyData): LiveSession | undefined {
    const shard = d.shard ?? ([0, 1] as const)
    identifies.push({ at: now(), token: d.token === token ? 'ok' : 'wrong', intents: d.intents, shard })
    gateway.sessionStartLimit.remaining -= 1
    const rule = closeRules.find(
      ({ times, whenIntent }) => times > 0 && (whenIntent === undefined || (d.intents & whenIntent) !== 0),
    )
    if (rule) rule.times -= 1
    const code =
      rule?.code ?? (d.token === token ? refusedIntents(d.intents, surroundings.privilegedIntents) : 4004)
    if (code !== undefined) {
      socket.close(code, 'Refused.')
      return undefined
    }

    const session: LiveSession = {
      id: randomUUID().replaceAll('-', ''),
      intents: d.intents,
      shard,
      sent: [],
      socket,
      connected: true,
      confirmed: 0,
      beats: 0,
      resumes: 0,
    }
    sessions.push(session)
    const { guildIds, fields } = surroundings.readyPayload()
    const mine = guildIds.filter((id) => shardOf(id, shard[1]) === shard[0])
    dispatchTo(session, 'READY', {
      ...fields,
      session_id: session.id,
      resume_gateway_url: url,
      shard,
      guilds: mine.map((id) => ({ id, unavailable: true })),
    })
    if ((d.intents & Intent.guilds) !== 0) {
      for (const id of mine) dispatchTo(session, 'GUILD_CREATE', surroundings.guildCreate(id))
    }
    ready.push(session)
    return session
  }

  function resume(socket: WebSocket, d: ResumeData): LiveSession | undefined {
    const session = sessions.find(({ id }) => id === d.session_id)
    if (d.token !== token || session === undefined || d.seq > session.sent.length) {
      send(socket, { op: 9, d: false })
      return undefined
    }
    session.socket?.close(4000, 'Resumed elsewhere.')
    session.socket = socket
    session.connected = true
    session.resumes += 1
    for (const [index, event] of session.sent.entries()) {
      if (index >= d.seq) send(socket, { op: 0, s: index + 1, ...event })
    }
    dispatchTo(session, 'RESUMED', { _trace: ['double'] })
    return session
  }

  return gateway
}

const FORGOTTEN = { t: 'FORGOTTEN', d: null }

interface IdentifyData {
  readonly token: string
  readonly intents: number
  readonly shard?: readonly [number, number]
}

interface ResumeData {
  readonly token: string
  readonly session_id: string
  readonly seq: number
}

/** Close codes after which Discord lets a client resume. */
const RESUMABLE = [1001, 1006, 4000, 4001, 4002, 4005, 4008]

function parse(data: RawData): { op: number; d: unknown } | undefined {
  const text = String(data)
  if (Buffer.byteLength(text) > 4096) return undefined
  try {
    const payload = JSON.parse(text) as { op?: unknown; d?: unknown } | null
    return typeof payload?.op === 'number' ? { op: payload.op, d: payload.d } : undefined
  } catch {
    return undefined
  }
}
