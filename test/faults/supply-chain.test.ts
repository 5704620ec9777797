import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { emptyFolder, MAIN, run } from '../end-to-end/bot-process.js'
import { refusedImports } from '../lint.js'

interface Component {
  readonly name: string
  readonly version: string
  readonly properties: readonly { readonly name: string }[]
}

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly dev?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const lockfile: Readonly<Record<string, Locked>> = readJson('package-lock.json').packages
const { dependencies, devDependencies } = readJson('package.json')

describe('what Verbatim is built on', () => {
  it("X1: nothing may import natural's index, wherever it stands", () => {
    const rooms =
      'article mentions retrieval answering reply store discord worker metrics terminal evaluation training'
    const folders = ['src', ...rooms.split(' ').map((room) => `src/${room}`), 'commands', 'bench', 'test']
    const refused = refusedImports(folders.map((folder) => [folder, 'natural']))
    expect(refused).toEqual(
      folders.map((folder) => [folder, 'natural', expect.stringContaining("natural's index reads .env")]),
    )
  })

  it('X1: loading all that the program may load prints nothing and reads no .env', () => {
    const main = readFileSync(MAIN, 'utf8')
    const specifiers = [...main.matchAll(/(?:from |import\()'(\.[^']+)'/g)].map(
      ([, specifier = '']) => specifier,
    )
    expect(specifiers.length).toBeGreaterThan(15)
    const urls = specifiers.map(
      (specifier) => pathToFileURL(path.resolve(path.dirname(MAIN), specifier)).href,
    )
    const folder = emptyFolder()
    writeFileSync(path.join(folder, '.env'), 'CANARY_OF_ENV=1\nDISCORD_TOKEN=canary\nPGPASSWORD=canary\n')
    const script = `
      const before = Object.keys(process.env).sort().join()
      for (const url of ${JSON.stringify(urls)}) await import(url)
      if (Object.keys(process.env).sort().join() !== before) throw new Error('The environment was changed.')
      process.exit()`
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { cwd: folder, env: {}, encoding: 'utf8' },
    )
    expect({ stdout, stderr, status }).toEqual({ stdout: '', stderr: '', status: 0 })
  })

  it('X2: exact versions are asked for, each from the registry and with a checksum', () => {
    const asked: Record<string, string> = { ...dependencies, ...devDependencies }
    for (const [name, version] of Object.entries(asked)) {
      expect({ name, version }).toEqual({ name, version: lockfile[`node_modules/${name}`]?.version })
    }
    expect(lockfile['']).toMatchObject({ dependencies, devDependencies })
    for (const [place, { integrity, resolved }] of Object.entries(lockfile)) {
      if (place === '') continue
      expect({ place, integrity }).toEqual({ place, integrity: expect.stringMatching(/^sha512-/) })
      // npm leaves the address out where that is set, and takes the registry's
      if (resolved !== undefined) expect(resolved).toMatch(/^https:\/\/registry\.npmjs\.org\//)
    }
  })

  it('X2: no package needs its install script, so none needs a compiler', async () => {
    const scripted = Object.entries(lockfile).filter(([, { hasInstallScript }]) => hasInstallScript)
    // It brings its binaries along, and its script only looks for them; CI installs without any script.
    expect(scripted.map(([place]) => place)).toEqual(['node_modules/@photostructure/sqlite'])
    expect(readFileSync('.ci/run', 'utf8')).toContain('npm ci --ignore-scripts')
    const { stdout } = await run(['ask', 'When did the protests begin?'], { PATH: '' })
    expect(stdout).toContain('January 2, 2022')
  })

  it('X3: npm lists what is in the program, and marks what is only for its tests', () => {
    const { stdout, status } = spawnSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8' })
    expect(status).toBe(0)
    const { bomFormat, components } = JSON.parse(stdout)
    expect(bomFormat).toBe('CycloneDX')
    const forTests = (properties: readonly { readonly name: string }[]): boolean =>
      properties.some(({ name }) => name === 'cdx:npm:package:development')
    const kinds = new Map(
      components.map(({ name, version, properties }: Component) => [
        `${name}@${version}`,
        forTests(properties),
      ]),
    )
    const kindOf = ([name, version]: readonly [string, string]): unknown => kinds.get(`${name}@${version}`)
    expect(Object.entries<string>(dependencies).filter((one) => kindOf(one) !== false)).toEqual([])
    expect(kindOf(['vitest', devDependencies.vitest])).toBe(true)
  })

  it('X3: advisories are asked for in CI, and a registry that does not answer is no failure', () => {
    expect(readFileSync('.ci/run', 'utf8')).toContain('.ci/audit')
    const audit = (answer: string): { status: number | null; stdout: string } =>
      spawnSync('node', ['.ci/audit', '--read'], { input: answer, encoding: 'utf8' })
    const found = (counts: object): string => JSON.stringify({ metadata: { vulnerabilities: counts } })
    expect(audit(found({ moderate: 1, high: 0, critical: 0 }))).toMatchObject({ status: 0 })
    expect(audit(found({ moderate: 0, high: 1, critical: 0 }))).toMatchObject({ status: 1 })
    expect(audit('{"message":"405 Method Not Allowed"}').stdout).toContain('not known')
    expect(audit('{"message":"405 Method Not Allowed"}').status).toBe(0)
    expect(audit('').status).toBe(0)
  })
})
