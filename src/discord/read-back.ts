/**
 * Reads a message as Discord shows it, far enough to prove what its readers see in a quotation. It knows nothing of the
 * escaper, so the two check one another.
 *
 * @param content a message's content
 * @returns the characters shown in each block quotation, in order; null where a mark in one would still format or link
 */
export function readQuotations(content: string): (string | null)[] {
  const quotations: string[][] = []
  let open = false
  for (const line of content.split('\n')) {
    const quoted = line.startsWith('> ')
    if (quoted && !open) quotations.push([])
    if (quoted) quotations.at(-1)?.push(line.slice(2))
    open = quoted
  }
  return quotations.map((lines) => {
    const shown = lines.map(readLine)
    return shown.includes(null) ? null : shown.join('\n')
  })
}

/** Discord takes `\` before a mark as the mark itself (simple-markdown's escape rule: no letter, digit or blank). */
function readLine(line: string): string | null {
  if (/^\s*(?:#|[-+*] |-#|\d+[.)] |>)/.test(line)) return null
  let shown = ''
  let bold = false
  for (let at = 0; at < line.length; at++) {
    const mark = line.charAt(at)
    const next = line.charAt(at + 1)
    if (mark === '\\' && /[^0-9A-Za-z\s]/.test(next)) {
      shown += next
      at++
    } else if (mark === '*' && next === '*') {
      if (line.charAt(at + 2) === '*') return null // where one bold ends and the next begins, Discord guesses
      bold = !bold
      at++
    } else if (/[`*_~|<[\]]/.test(mark) || (/[@:/]/.test(mark) && /\S/.test(next))) return null
    else shown += mark
  }
  return bold ? null : shown
}
