import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A folder, and what a file there is to import. */
export type Import = readonly [folder: string, specifier: string]

/** @returns those imports that the linter refuses in a file put there, each with what it says, in their order */
export function refusedImports(imports: readonly Import[]): [...Import, string][] {
  const probes = imports.map(([folder, specifier], number) => {
    const file = path.join(folder, `imports-probe-${process.pid}-${number}.ts`)
    writeFileSync(file, `import '${specifier}'\n`)
    return file
  })
  try {
    const { stdout } = spawnSync(
      'node_modules/.bin/biome',
      ['lint', '--vcs-use-ignore-file=false', '--reporter=github', '--max-diagnostics=none', ...probes],
      { encoding: 'utf8' },
    )
    const told = stdout.split('\n').filter((line) => line.includes('noRestrictedImports'))
    return imports.flatMap(([folder, specifier], number): [...Import, string][] => {
      const line = told.find((one) => one.includes(`${probes[number]},`))
      return line === undefined ? [] : [[folder, specifier, line.slice(line.lastIndexOf('::') + 2)]]
    })
  } finally {
    for (const file of probes) rmSync(file)
  }
}
