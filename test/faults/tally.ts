import type { Reporter, TestModule } from 'vitest/node'

declare module 'vitest' {
  interface TaskMeta {
    /** Writes that were acknowledged before a fault, and were not there after it. */
    lostWrites?: number
  }
}

/** Ends a run by saying how many faults were tried, how many were survived, and how many acknowledged writes were lost. */
export class Tally implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const faults = modules
      .filter(({ project }) => project.name === 'faults')
      .flatMap(({ children }) => [...children.allTests()])
      .filter((test) => test.result().state !== 'skipped')
    if (faults.length === 0) return
    const survived = faults.filter((test) => test.result().state === 'passed').length
    const lost = faults.reduce((sum, test) => sum + (test.meta().lostWrites ?? 0), 0)
    console.log(`Faults tried: ${faults.length}, survived: ${survived}; acknowledged writes lost: ${lost}`)
  }
}
