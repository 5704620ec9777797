import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'

/** A regular expression as it stands, or is put together, in the code. */
export interface Expression {
  /** `src/article/sentences.ts:73` */
  readonly place: string
  readonly pattern: string
  readonly flags: string
}

/** Where an expression is put together when the program runs. */
export interface Built {
  readonly place: string
  readonly file: string
  /** Whether that happens once, when the file is loaded, and not in a function. */
  readonly onLoad: boolean
}

/** @returns every regular expression in a TypeScript file: those written out, and where others are built */
export function expressionsIn(file: string): { written: Expression[]; built: Built[] } {
  const text = readFileSync(file, 'utf8')
  const { program, errors } = parseSync(path.basename(file), text)
  if (errors.length > 0) throw new Error(`${file} cannot be read: ${errors[0]?.message}`)
  const placeOf = ({ start }: { start: number }): string =>
    `${file}:${text.slice(0, start).split('\n').length}`
  const written: Expression[] = []
  const built: Built[] = []
  let functions = 0
  const enter = (): void => void functions++
  const leave = (): void => void functions--
  const build = (node: { start: number; callee: object }): void => {
    if (!('name' in node.callee) || node.callee.name !== 'RegExp') return
    built.push({ place: placeOf(node), file, onLoad: functions === 0 })
  }
  new Visitor({
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
    NewExpression: build,
    CallExpression: build,
    Literal(node) {
      if ('regex' in node) written.push({ place: placeOf(node), ...node.regex })
    },
  }).visit(program)
  return { written, built }
}

/** @returns what `load` builds at the top of the code's own files, in order */
export async function builtBy(load: () => Promise<unknown>): Promise<Expression[]> {
  const made: Expression[] = []
  const usual = globalThis.RegExp
  globalThis.RegExp = new Proxy(usual, {
    construct(target, [pattern, flags]) {
      const expression = new target(pattern, flags)
      const caller = new Error().stack?.split('\n')[2] ?? ''
      if (/[\\/](?:src|commands)[\\/]/.test(caller) && !caller.includes('node_modules'))
        made.push({ place: caller.trim(), pattern: expression.source, flags: expression.flags })
      return expression
    },
  })
  try {
    await load()
  } finally {
    globalThis.RegExp = usual
  }
  return made
}
