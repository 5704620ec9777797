import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** So long a process takes to come to rest: caches fill, code is compiled. */
const AT_REST_AFTER_MIN = 10
const MOST_GROWTH = 1.1
/** Half of all looks at the slowest hundredth of the event loop's turns; single ones belong to the machine. */
const MOST_LAG_S = 0.1

/** Of the time that it waited for a processor; above, what is slow is the machine. */
const MOST_WAITING = 0.05

interface Look {
  readonly minute: number
  readonly memory: number
  readonly heap: number
  readonly lag: number
}

/** Watches the bot's memory and event loop, as its metrics tell of them, and whether the machine lets it run. */
export function createVitals(port: number, { pid = 0 }: ChildProcess) {
  const looks: Look[] = []
  const start = performance.now()
  const waitedBefore = waitedMs(pid)
  let waiting = 0

  /** @returns the middle of each minute, whose single looks depend on when garbage was collected */
  const memoryByMinute = (): number[] => {
    const minutes: number[][] = []
    for (const { minute, memory } of looks) {
      const at = Math.floor(minute)
      minutes[at] = [...(minutes[at] ?? []), memory]
    }
    return minutes.filter((of) => of !== undefined).map(median)
  }
  const atRest = (): number[] => memoryByMinute().slice(AT_REST_AFTER_MIN)

  return {
    async look(minute: number): Promise<void> {
      const text = await fetch(`http://127.0.0.1:${port}/metrics`).then(
        (response) => response.text(),
        () => '',
      )
      const value = (name: string): number => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1])
      waiting = (waitedMs(pid) - waitedBefore) / (performance.now() - start)
      if (text === '') return
      looks.push({
        minute,
        memory: value('process_resident_memory_bytes'),
        heap: value('nodejs_heap_size_used_bytes'),
        lag: value('nodejs_eventloop_lag_p99_seconds'),
      })
    },
    /** Whether the machine kept the bot from running for a good part of the time. */
    starved: (): boolean => waiting > MOST_WAITING,
    violations(): string[] {
      const [first, ...later] = atRest()
      const most = Math.max(...later)
      return [
        ...(first !== undefined && later.length > 0 && most > first * MOST_GROWTH
          ? [`memory grew from ${mb(first)} in the eleventh minute to ${mb(most)}`]
          : []),
        ...(looks.length === 0 ? ['its metrics could not be read'] : []),
      ]
    },
    slowness(): string[] {
      const lag = median(looks.map((look) => look.lag))
      return lag > MOST_LAG_S ? [`half of the time the event loop's p99 was over ${ms(lag)}`] : []
    },
    report(): string[] {
      const memory = memoryByMinute()
      const lags = looks.map(({ lag }) => lag)
      const rest = atRest()
      return [
        `waited for a processor: ${Math.round(waiting * 100)} % of the time${waiting > MOST_WAITING ? ', so slowness says nothing of the bot' : ''}`,
        `event loop, p99 of each look: median ${ms(median(lags))}, worst ${ms(Math.max(...lags))}`,
        `memory: ${mb(memory[0])} in the first minute, ${mb(memory.at(-1))} in the last, ${mb(Math.max(...memory))} at most; heap ${mb(looks.at(-1)?.heap)}`,
        rest.length > 1
          ? `memory from the tenth minute on: ${mb(Math.min(...rest))} to ${mb(Math.max(...rest))}`
          : 'memory from the tenth minute on: too short a run to say anything of it',
      ]
    },
  }
}

/** How long Linux has kept a process waiting for a processor; 0 elsewhere. */
function waitedMs(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}

const mb = (bytes = 0): string => `${Math.round(bytes / 1e6)} MB`
const ms = (seconds: number): string => `${Math.round(seconds * 1000)} ms`

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
